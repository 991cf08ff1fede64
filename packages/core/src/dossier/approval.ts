import { type Either, left, right } from "fp-ts/lib/Either.js";
import { breach, flags } from "./breach.js";
import type { Approve, HandOverResult } from "./coordination-command.js";
import { decidesToday } from "./duties.js";
import type { DossierError } from "./error.js";
import { type DossierEvent, dossierEvent } from "./event.js";
import type { Rules } from "./rules.js";
import type { DossierState } from "./state.js";

type Decision = Either<DossierError, ReadonlyArray<DossierEvent>>;

/** Who may approve has been checked before (see `checkDuties`); that it was by delegation is said (NĐ 61/2018, Đ17.5). */
export const approve = ({ calendar }: Rules, { at, by, document }: Approve, state: DossierState): Decision =>
  right([
    dossierEvent("ResultApproved", at, {
      by,
      ...(document && { document }),
      ...(decidesToday(calendar.zone, state, at) && { delegated: true }),
    }),
  ]);

/** The result returns to the one-stop that received the dossier, or to the one it was to be had from (Đ19.7). */
export const handOverResult = ({ at, to }: HandOverResult, state: DossierState): Decision => {
  const { receivingUnit, deliveringUnit, agency, holder } = state;
  const unit = to ?? deliveringUnit ?? receivingUnit;
  if (unit === null) return left({ code: "ContentMissing", field: "to" });
  const elsewhere = unit !== receivingUnit && unit !== deliveringUnit;
  return right([
    dossierEvent("ResultHandedOver", at, {
      from: agency ?? holder ?? unit,
      to: unit,
      ...flags(elsewhere ? breach(state, "D19.7", `result sent to ${unit}, not to ${receivingUnit}`) : []),
    }),
  ]);
};
