import type { LocalDate } from "../time/local-date.js";
import type { Term } from "../time/term.js";
import { factOn, valueOn } from "../time/valid-time.js";
import type { ProcedureVersion } from "./event.js";
import { type OnlineService, onlineServiceOn } from "./online-service.js";
import type { ProcedureState, Shortening } from "./state.js";
import type { OnlineLevel, OnSpotStep } from "./vocabulary.js";

/** Whether dossiers can be received under a procedure: before its first version, while it is in force, after its repeal. */
export type ProcedureStanding = "unknown" | "notYet" | "inForce" | "repealed";

/** A procedure as it stands on one local date. */
export interface ProcedureOn {
  readonly standing: ProcedureStanding;
  /** The version in force, or the last one that was; `null` before the first. */
  readonly version: ProcedureVersion | null;
  readonly legalTerm: Term | null;
  /** The shorter term that is announced; `null` where there is none, or where the legal term is no longer than it by now. */
  readonly committedTerm: Term | null;
  readonly sameDay: boolean;
  /** `null` where none was ever set. */
  readonly onlineLevel: OnlineLevel | null;
  /** What the level is called on that date, since the levels have other names. */
  readonly onlineService: OnlineService | null;
  readonly onSpot: ReadonlyArray<OnSpotStep>;
}

/**
 * What holds for a procedure on a local date, by all facts that are known, in whatever order they were recorded.
 *
 * @example
 * procedureOn(state, "2018-07-01").committedTerm // of a term shortened on 1 July: from that day on
 */
export const procedureOn = (state: ProcedureState, date: LocalDate): ProcedureOn => {
  const version = state.versions.findLast(({ effectiveFrom, value }) => value !== null && effectiveFrom <= date)?.value;
  const legalTerm = version?.legalTerm ?? null;
  const onlineLevel = valueOn(state.onlineLevels, date, null);
  return {
    standing: standingOn(state, date),
    version: version ?? null,
    legalTerm,
    committedTerm: legalTerm && stillShorter(legalTerm, valueOn(state.shortenings, date, null)),
    sameDay: valueOn(state.sameDay, date, false),
    onlineLevel,
    onlineService: onlineLevel && onlineServiceOn(onlineLevel, date),
    onSpot: valueOn(state.onSpot, date, []),
  };
};

const standingOn = ({ versions }: ProcedureState, date: LocalDate): ProcedureStanding => {
  if (!versions.some(({ value }) => value !== null)) return "unknown";
  const last = factOn(versions, date);
  if (last !== undefined && last.value !== null) return "inForce";
  const began = versions.some(({ value, effectiveFrom }) => value !== null && effectiveFrom <= date);
  return began ? "repealed" : "notYet";
};

/**
 * An announced term stands as long as the law's is longer: a new version may have shortened that too. Hours that were
 * announced for days stand under any legal term at least as long as the one they were held against.
 */
const stillShorter = (legal: Term, shortening: Shortening | null): Term | null => {
  if (shortening === null || shortening.from.unit !== legal.unit) return null;
  const { from, to } = shortening;
  const stands = to.unit === legal.unit ? to.amount < legal.amount : from.amount <= legal.amount;
  return stands ? to : null;
};
