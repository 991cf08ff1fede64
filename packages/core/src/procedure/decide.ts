import { type Either, left, right } from "fp-ts/lib/Either.js";
import type { WorkingCalendar } from "../calendar/working-calendar.js";
import { isLocalDate } from "../time/local-date.js";
import { InstantCodec } from "../time/term.js";
import { isShorter, termRefused } from "../time/term-refused.js";
import type { ProcedureCommand, ShortenTerm } from "./command.js";
import type { ProcedureError } from "./error.js";
import { type ProcedureEvent, procedureEvent } from "./event.js";
import { inOrder } from "./on-spot.js";
import { procedureOn } from "./procedure-on.js";
import { publishVersion } from "./publish-version.js";
import { notInForce } from "./reception-under.js";
import type { ProcedureState } from "./state.js";
import { OnlineLevel } from "./vocabulary.js";

type Decision = Either<ProcedureError, ReadonlyArray<ProcedureEvent>>;

/** What decisions about procedures are made by: a calendar, for how many hours a working day has. */
export interface ProcedureRules {
  readonly calendar: WorkingCalendar;
}

/** What a command makes happen, or why it may not. Facts may be told in any order; only versions follow one another. */
export const decide =
  ({ calendar }: ProcedureRules) =>
  (command: ProcedureCommand, state: ProcedureState): Decision => {
    const { at, effectiveFrom } = command;
    if (!InstantCodec.is(at)) return left({ code: "InstantRefused", at });
    if (!isLocalDate(effectiveFrom)) return left({ code: "EffectiveDateRefused", effectiveFrom });
    const { dayLength } = calendar.index;
    if (command.type === "publishVersion") return publishVersion(dayLength, command, state);
    return state.code === null ? left({ code: "ProcedureUnknown" }) : decideKnown(dayLength, command, state);
  };

const decideKnown = (
  dayLength: number,
  command: Exclude<ProcedureCommand, { readonly type: "publishVersion" }>,
  state: ProcedureState,
): Decision => {
  const { at, effectiveFrom, basis } = command;
  const dated = { effectiveFrom, basis };
  switch (command.type) {
    case "shortenTerm":
      return shortenTerm(dayLength, command, state);
    case "declareSameDay":
      return right([procedureEvent("SameDayDeclared", at, dated)]);
    case "liftSameDay":
      return right([procedureEvent("SameDayLifted", at, dated)]);
    case "setOnlineLevel": {
      const { level } = command;
      return OnlineLevel.is(level)
        ? right([procedureEvent("OnlineLevelSet", at, { level, ...dated })])
        : left({ code: "OnlineLevelRefused", level });
    }
    case "designateOnSpot":
      return right([procedureEvent("OnSpotDesignated", at, { steps: inOrder(command.steps), ...dated })]);
    case "repeal":
      return procedureOn(state, effectiveFrom).standing === "inForce"
        ? right([procedureEvent("ProcedureRepealed", at, dated)])
        : left(notInForce(state, effectiveFrom));
  }
};

/** The legal term that is shortened is the one of the day from which the shorter term holds. */
const shortenTerm = (
  dayLength: number,
  { at, committedTerm, effectiveFrom, basis }: ShortenTerm,
  state: ProcedureState,
): Decision => {
  const dated = { effectiveFrom, basis };
  if (committedTerm === null) return right([procedureEvent("TermShorteningLifted", at, dated)]);
  const { standing, legalTerm } = procedureOn(state, effectiveFrom);
  if (standing !== "inForce" || legalTerm === null) return left(notInForce(state, effectiveFrom));
  const refused = termRefused(dayLength, legalTerm, committedTerm);
  if (refused !== undefined) return left(refused);
  return isShorter(dayLength, legalTerm, committedTerm)
    ? right([procedureEvent("TermShortened", at, { from: legalTerm, to: committedTerm, ...dated })])
    : left({ code: "TermNotShortened", legalTerm, committedTerm });
};
