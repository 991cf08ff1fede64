import { type Either, isLeft, right } from "fp-ts/lib/Either.js";
import type { Instant } from "../time/instant.js";
import { breach, flags } from "./breach.js";
import type { Forward, Transfer } from "./command.js";
import type { DossierError } from "./error.js";
import { type DossierEvent, dossierEvent } from "./event.js";
import { onwardBy } from "./onward.js";
import type { Rules } from "./rules.js";
import type { DossierState } from "./state.js";
import { arrival, nextOnPaper } from "./sub-task.js";
import type { Violation } from "./vocabulary.js";

type Decision = Either<DossierError, ReadonlyArray<DossierEvent>>;

/** From a one-stop to the agency that decides (NĐ 61/2018, Đ18.1-3), with the vouchers that it came with (Đ22). */
export const forward = (rules: Rules, { at, to }: Forward, state: DossierState): Decision => {
  const opened = arrival(rules, state, to, at);
  if (isLeft(opened)) return opened;
  return right([
    dossierEvent("DossierForwarded", at, {
      from: state.holder ?? to,
      to,
      ...vouchersOf(state),
      ...flags([...lateHandOver(state, at), ...outOfOrder(state, to)]),
    }),
    ...opened.right,
  ]);
};

/**
 * From one agency to another; through the other's one-stop where that is said, which has to hand it over by the same
 * rule of 15:00 (NĐ 61/2018, Đ18.3). To another level it always goes through that level's one-stop (Đ19.7).
 */
export const transfer = (rules: Rules, command: Transfer, state: DossierState): Decision => {
  const { at, to, reason, via, level } = command;
  const opened = via === undefined ? arrival(rules, state, to, at) : right([]);
  if (isLeft(opened)) return opened;
  const deadline = via === undefined ? right(null) : onwardBy(rules, state, at);
  if (isLeft(deadline)) return deadline;
  return right([
    dossierEvent("DossierTransferred", at, {
      from: state.holder ?? to,
      to,
      ...(reason && { reason }),
      ...(via && { via }),
      ...(level && { level }),
      ...(deadline.right !== null && { handOverBy: deadline.right }),
      ...vouchersOf(state),
      ...flags([...lateHandOver(state, at), ...pastTheOtherOneStop(command, state), ...outOfOrder(state, to)]),
    }),
    ...opened.right,
  ]);
};

const vouchersOf = ({ vouchers }: DossierState) => vouchers.length > 0 && { vouchers };

const lateHandOver = (state: DossierState, at: Instant): ReadonlyArray<Violation> =>
  state.handOverBy !== null && at > state.handOverBy ? breach(state, "D18", "handed over after its deadline") : [];

const pastTheOtherOneStop = ({ level, via }: Transfer, state: DossierState): ReadonlyArray<Violation> =>
  level !== undefined && level !== "same" && via === undefined
    ? breach(state, "D19.7", "sent past the one-stop of the other level")
    : [];

/** On paper the order is that set by the one-stop (NĐ 61/2018, Đ19.6). */
const outOfOrder = (state: DossierState, to: string): ReadonlyArray<Violation> => {
  const next = nextOnPaper(state);
  return next === null || next === to ? [] : breach(state, "D19.6", `sent to ${to}, not to ${next} as set`);
};
