import { isRight } from "fp-ts/lib/Either.js";
import type { DossierCommand } from "../dossier/command.js";
import { policyOf } from "../dossier/policy-of.js";
import type { Actor } from "../dossier/role.js";
import type { Rules } from "../dossier/rules.js";
import type { DossierState } from "../dossier/state.js";
import type { PetitionCommand } from "../petition/command.js";
import type { PetitionState } from "../petition/state.js";
import type { Instant } from "../time/instant.js";
import type { Due } from "../time/term.js";
import type { DeadlinePolicy, Warning } from "./deadline-policy.js";
import { dossierDeadlines } from "./dossier-deadlines.js";
import { type NoticedDeadline, type OpenDeadline, wasNoticed } from "./open-deadline.js";
import { petitionDeadlines } from "./petition-deadlines.js";
import type { DossierDeadline } from "./vocabulary.js";
import { warnedFrom } from "./warned-from.js";

/** A command that is to be given from an instant on, which it then bears. */
export interface DeadlineDuty<Command> {
  readonly from: Instant;
  /** From when on it makes no sense any more: what has passed is not near. `null`: it stays a duty until it is done. */
  readonly until: Instant | null;
  /** The date that it is about. */
  readonly due: Due;
  readonly command: WithoutInstant<Command>;
}

/** A command before it is known when it is given. */
export type WithoutInstant<Command> = Command extends unknown ? Omit<Command, "at"> : never;

/** What is decided by, and whom a centre warns. */
export interface DeadlineRules extends Rules {
  readonly deadlines: DeadlinePolicy;
}

/** In whose name a monitor speaks. */
export const DEADLINE_MONITOR: Actor = { role: "systemTimer", id: "deadline-monitor" };

/**
 * What time alone will make necessary about a dossier, if nothing else happens: what is put on record when a date passes, and
 * who is warned before and after. A function of the facts: what was done is not asked for again, and a date that has moved
 * brings its own.
 *
 * @example
 * dossierDuties({ calendar, policies, deadlines: ND_61_DEADLINES })(state)
 * // [{ from: 1530835200000, until, due, command: { type: "noteDeadline", deadline: "dossier", stage: "dueSoon", to: "handler" } }, …]
 */
export const dossierDuties = (rules: DeadlineRules) => {
  const { calendar } = rules;
  const warnings = byDeadline(rules.deadlines.dossier);
  const openOf = dossierDeadlines(calendar);
  const warned = warnedFrom(calendar);
  return (state: DossierState): ReadonlyArray<DeadlineDuty<DossierCommand>> =>
    openOf(state).flatMap((open) => {
      const from = warned(open.due, 0);
      const records = recordsOf(state, open).map((command) => ({ from, until: null, due: open.due, command }));
      const apt = (warnings.get(open.deadline) ?? []).filter(
        ({ stage }) => stage !== "apologyOwed" || mayStillApologise(rules, state),
      );
      return [...records, ...warningsOf(warned, apt, state.noticed, open)];
    });
};

/** The same about a petition. */
export const petitionDuties = ({ calendar, deadlines }: Pick<DeadlineRules, "calendar" | "deadlines">) => {
  const warnings = byDeadline(deadlines.petition);
  const openOf = petitionDeadlines(calendar);
  const warned = warnedFrom(calendar);
  return (state: PetitionState): ReadonlyArray<DeadlineDuty<PetitionCommand>> =>
    openOf(state).flatMap((open) => warningsOf(warned, warnings.get(open.deadline) ?? [], state.noticed, open));
};

/** A date is put off as often as the regime allows; what is not allowed any more is not owed. */
const mayStillApologise = (rules: Rules, state: DossierState): boolean => {
  const policy = policyOf(rules, state, state.receivedAt ?? 0);
  return isRight(policy) && state.reschedules < policy.right.reschedule.max;
};

/** What has to stand in the record when a date has passed, whoever is told. */
const recordsOf = (
  { noticed, opinions }: DossierState,
  { deadline, of, due }: OpenDeadline<DossierDeadline>,
): ReadonlyArray<WithoutInstant<DossierCommand>> => {
  switch (deadline) {
    case "dossier":
      return wasNoticed(noticed, { deadline, of, stage: "overdue", to: null, due }) ? [] : [{ type: "noteOverdue" }];
    case "supplement":
      return [{ type: "expireSupplement", by: DEADLINE_MONITOR }];
    case "opinion": {
      const isReported = opinions.some((each) => each.opinion === of && each.reportedOverdue);
      return of === null || isReported ? [] : [{ type: "reportOpinionOverdue", opinion: of, by: DEADLINE_MONITOR }];
    }
    default:
      return [];
  }
};

type Noting<Kind> = {
  readonly type: "noteDeadline";
  readonly deadline: Kind;
  readonly of?: string;
  readonly stage: Warning<string>["stage"];
  readonly to: Warning<string>["to"];
  readonly by: Actor;
};

/** Nobody is warned of a date from before it ran: a term of one day is not near its end when it begins. */
const warningsOf = <Kind extends string>(
  warned: ReturnType<typeof warnedFrom>,
  warnings: ReadonlyArray<Warning<Kind>>,
  noticed: ReadonlyArray<NoticedDeadline<Kind>>,
  { deadline, of, due, since }: OpenDeadline<Kind>,
): ReadonlyArray<Omit<DeadlineDuty<never>, "command"> & { readonly command: Noting<Kind> }> =>
  warnings.flatMap(({ stage, to, workingDays }) => {
    if (wasNoticed(noticed, { deadline, of, stage, to, due })) return [];
    const from = warned(due, workingDays);
    if (since !== null && from < since) return [];
    const until = stage === "dueSoon" ? warned(due, 0) : null;
    const whose = of === null ? {} : { of };
    const command = { type: "noteDeadline", deadline, ...whose, stage, to, by: DEADLINE_MONITOR } as const;
    return [{ from, until, due, command }];
  });

const byDeadline = <Kind extends string>(
  warnings: ReadonlyArray<Warning<Kind>>,
): ReadonlyMap<Kind, ReadonlyArray<Warning<Kind>>> => Map.groupBy(warnings, ({ deadline }) => deadline);
