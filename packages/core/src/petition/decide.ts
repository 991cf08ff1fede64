import { type Either, isLeft, left, map, right } from "fp-ts/lib/Either.js";
import { pipe } from "fp-ts/lib/function.js";
import { overdueFrom } from "../calendar/due.js";
import type { WorkingCalendar } from "../calendar/working-calendar.js";
import { notable } from "../deadline/noting.js";
import { petitionDeadlines } from "../deadline/petition-deadlines.js";
import { dueOf, restart, resume } from "../dossier/clock.js";
import type { Violation } from "../dossier/vocabulary.js";
import { inForceOn } from "../policy/in-force.js";
import type { Instant } from "../time/instant.js";
import { InstantCodec } from "../time/term.js";
import { localDateOf } from "../time/time-zone.js";
import type { PetitionCommand, PetitionCommandOf } from "./command.js";
import { answerDue, deadlineFrom, deadlinesFrom, lateBy } from "./deadlines.js";
import type { PetitionError } from "./error.js";
import { type PetitionEvent, petitionEvent } from "./event.js";
import { checkPossible } from "./possible.js";
import type { PetitionState } from "./state.js";
import type { PetitionTerms } from "./terms.js";

/** What decisions about petitions are made by: both are data, given from outside. */
export interface PetitionRules {
  readonly calendar: WorkingCalendar;
  /** Every regime that may be needed: the one in force at lodging stays with a petition. */
  readonly terms: ReadonlyArray<PetitionTerms>;
}

type Decision = Either<PetitionError, ReadonlyArray<PetitionEvent>>;

/** What a command makes happen, or why it may not. Lateness is recorded and flagged: it has happened. */
export const decide =
  (rules: PetitionRules) =>
  (command: PetitionCommand, state: PetitionState): Decision => {
    const possible = checkPossible(command, state);
    if (isLeft(possible)) return possible;
    return InstantCodec.is(command.at)
      ? decidePossible(rules, command, state)
      : left({ code: "InstantRefused", at: command.at });
  };

const decidePossible = (rules: PetitionRules, command: PetitionCommand, state: PetitionState): Decision => {
  const { zone } = rules.calendar;
  const { deadlines } = state;
  switch (command.type) {
    case "lodge":
      return lodge(rules, command);
    case "classify":
      return one(petitionEvent("PetitionClassified", command.at, fieldsOf(command)));
    case "refuse": {
      if (command.reasons.length === 0) return left({ code: "ReasonsMissing" });
      const late = lateBy(zone, deadlines.refuse, command.at, "refused");
      return one(petitionEvent("PetitionRefused", command.at, { ...fieldsOf(command), ...flags(late) }));
    }
    case "askSupplement": {
      const late = lateBy(zone, deadlines.askSupplement, command.at, "supplement asked for");
      return one(petitionEvent("PetitionSupplementRequested", command.at, { ...fieldsOf(command), ...flags(late) }));
    }
    case "receiveSupplement":
      return receiveSupplement(rules, command, state);
    case "forward": {
      const { to, answer = state.competence === "outside" ? "there" : "here" } = command;
      const late = lateBy(zone, deadlines.forward, command.at, "forwarded");
      return one(petitionEvent("PetitionForwarded", command.at, { to, answer, ...flags(late) }));
    }
    case "answer":
      return answer(rules, command, state);
    case "publishAnswer": {
      if (state.publishedAt !== null) return left({ code: "AnswerAlreadyPublished", publishedAt: state.publishedAt });
      const late = lateBy(zone, state.publish, command.at, "published");
      return one(petitionEvent("AnswerPublished", command.at, { ...fieldsOf(command), ...flags(late) }));
    }
    case "prolong":
      return prolong(rules, command, state);
    case "reopen":
      return reopen(rules, command, state);
    case "judge":
      return one(petitionEvent("PetitionJudged", command.at, fieldsOf(command)));
    case "noteDeadline":
      return noteDeadline(rules, command, state);
    case "withdraw":
      return one(petitionEvent("PetitionWithdrawn", command.at, fieldsOf(command)));
  }
};

const lodge = ({ calendar, terms }: PetitionRules, command: PetitionCommandOf<"lodge">): Decision => {
  const date = localDateOf(calendar.zone, command.at);
  const pack = inForceOn(terms, date);
  if (pack === undefined) return left({ code: "PetitionTermsMissing", date });
  return pipe(
    deadlinesFrom(calendar, pack, command.at),
    map((deadlines) => [
      petitionEvent("PetitionLodged", command.at, {
        ...fieldsOf(command),
        terms: pack.id,
        calendar: reckonedBy(calendar),
        deadlines,
      }),
    ]),
  );
};

/** The waiting is added, or the term begins anew, as the petition's terms say. */
const receiveSupplement = (
  { calendar, terms }: PetitionRules,
  { at }: PetitionCommandOf<"receiveSupplement">,
  { clock, deadlines, terms: kept }: PetitionState,
): Decision => {
  const mode = terms.find(({ id }) => id === kept)?.clock ?? "extend";
  const { answer } = deadlines;
  if (clock === null || answer === undefined)
    return one(petitionEvent("PetitionSupplementReceived", at, { clock: mode }));
  return pipe(
    dueOf(calendar)(mode === "restart" ? restart(clock, at) : resume(clock, at)),
    map((due) => [petitionEvent("PetitionSupplementReceived", at, { clock: mode, deadline: { ...answer, due } })]),
  );
};

/** An answer in the time of waiting for a supplement is held against the instant at which the waiting began. */
const answer = (rules: PetitionRules, command: PetitionCommandOf<"answer">, state: PetitionState): Decision => {
  const { calendar } = rules;
  const { at } = command;
  const due = answerDue(calendar.zone, state) ?? undefined;
  const late = lateBy(calendar.zone, state.deadlines.answer, state.clock?.stopped?.since ?? at, "answered", due);
  const answered = { ...fieldsOf(command), ...flags(late) };
  const cited = rules.terms.find(({ id }) => id === state.terms)?.terms.publish;
  if (cited === undefined) return one(petitionEvent("PetitionAnswered", at, answered));
  return pipe(
    deadlineFrom(calendar, cited, at),
    map((publish) => [petitionEvent("PetitionAnswered", at, { ...answered, publish })]),
  );
};

const prolong = (
  { calendar: { zone } }: PetitionRules,
  { at, reason, to }: PetitionCommandOf<"prolong">,
  state: PetitionState,
): Decision => {
  const from = answerDue(zone, state);
  if (from !== null && overdueFrom(zone, to) <= overdueFrom(zone, from))
    return left({ code: "ProlongedNotLater", due: from, to });
  const late = lateBy(zone, state.deadlines.answer, at, "prolonged", from ?? undefined);
  return one(petitionEvent("PetitionProlonged", at, { reason, to, ...(from && { from }), ...flags(late) }));
};

const noteDeadline = (
  { calendar }: PetitionRules,
  command: PetitionCommandOf<"noteDeadline">,
  state: PetitionState,
): Decision =>
  pipe(
    notable(calendar.zone, petitionDeadlines(calendar)(state), state.noticed, command),
    map(({ due }) => [
      petitionEvent("PetitionDeadlineNoticed", command.at, { ...fieldsOf(command), due, noticedAt: command.at }),
    ]),
  );

const reopen = (
  { calendar, terms }: PetitionRules,
  command: PetitionCommandOf<"reopen">,
  { terms: kept }: PetitionState,
): Decision => {
  const pack = terms.find(({ id }) => id === kept);
  if (pack === undefined) return one(petitionEvent("PetitionReopened", command.at, fieldsOf(command)));
  return pipe(
    deadlinesFrom(calendar, pack, command.at),
    map((deadlines) => [
      petitionEvent("PetitionReopened", command.at, {
        ...fieldsOf(command),
        calendar: reckonedBy(calendar),
        deadlines,
      }),
    ]),
  );
};

const one = (event: PetitionEvent): Decision => right([event]);

const fieldsOf = <Command extends { readonly type: string; readonly at: Instant }>({
  type: _,
  at: __,
  ...fields
}: Command): Omit<Command, "type" | "at"> => fields;

const flags = (violations: ReadonlyArray<Violation>) => (violations.length > 0 ? { violations } : {});

const reckonedBy = ({ id, version }: WorkingCalendar) => ({ id, version });
