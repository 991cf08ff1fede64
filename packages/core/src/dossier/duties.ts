import { type Either, left, right } from "fp-ts/lib/Either.js";
import type { Instant } from "../time/instant.js";
import { localDayOf, type TimeZone } from "../time/time-zone.js";
import type { DossierCommand } from "./command.js";
import type { DutiesNotSeparate, RoleRefused } from "./error.js";
import type { Role } from "./role.js";
import type { Rules } from "./rules.js";
import type { DossierState } from "./state.js";

const oneStop: ReadonlyArray<Role> = ["receptionOfficer", "wardOfficer", "headOfCentre"];
const agency: ReadonlyArray<Role> = ["handler", "appraiser", "agencyHead"];
const person: ReadonlyArray<Role> = ["applicant", "submitter"];
const cashiers: ReadonlyArray<Role> = ["cashier", ...oneStop, "postalCarrier"];

/**
 * Which role usually asks for what. A portal may offer commands by it; the decider refuses only what the law reserves
 * (see `checkDuties`), since who did something is a fact like any other. From general knowledge where no article says it.
 */
export const mayAsk: Readonly<Record<DossierCommand["type"], ReadonlyArray<Role>>> = {
  submit: person,
  requestIntakeSupplement: oneStop,
  refuseIntake: oneStop,
  receive: [...oneStop, "postalCarrier"],
  forward: oneStop,
  transfer: [...oneStop, ...agency, "clerk"],
  assignHandler: ["agencyHead", "headOfCentre"],
  requestSupplement: [...agency, ...oneStop],
  receiveSupplement: oneStop,
  expireSupplement: [...oneStop, "systemTimer"],
  notifyObligation: [...agency, ...oneStop, "taxOfficer"],
  settleObligation: ["cashier", "taxOfficer", ...person],
  withdraw: [...person, ...oneStop],
  stop: agency,
  resume: agency,
  resolve: [...agency, "approver", ...oneStop],
  noteOverdue: ["systemTimer", ...oneStop],
  noteDeadline: ["systemTimer", ...oneStop],
  apologiseAndReschedule: [...agency, ...oneStop],
  returnResult: ["returningOfficer", ...oneStop, "postalCarrier"],
  rateSatisfaction: person,
  recordVerification: agency,
  requestOpinion: agency,
  recordOpinion: [...agency, "coordinator"],
  reportOpinionOverdue: [...agency, "systemTimer"],
  openSubTasks: [...oneStop, "agencyHead"],
  completeSubTask: [...agency, "coordinator"],
  approve: ["approver", "agencyHead"],
  handOverResult: [...agency, "clerk"],
  urgeAgency: oneStop,
  attachVoucher: ["cashier", ...oneStop, "postalCarrier"],
  notifyApplicant: [...oneStop, "returningOfficer", "systemTimer"],
  correctResult: agency,
  reportLoss: [...oneStop, ...agency, "postalCarrier", "inspector"],
  returnOriginals: ["returningOfficer", ...oneStop],
  correctFact: [...oneStop, ...agency, "inspector"],
  extendDeadline: ["agencyHead", "approver"],
  assessCharge: [...oneStop, ...agency, "taxOfficer"],
  collectPayment: cashiers,
  refundPayment: cashiers,
  voidReceipt: cashiers,
};

/**
 * Who approves must hold that power, and is not who received the dossier; for a procedure whose decision was given to the
 * one-stop's staff, one of them may do both on the day of reception (NĐ 61/2018, Đ17.5). That the two are otherwise apart,
 * and that nobody approves their own correction, is proposed: no article was read that says so.
 */
export const checkDuties = (
  { calendar }: Rules,
  command: DossierCommand,
  state: DossierState,
): Either<RoleRefused | DutiesNotSeparate, void> => {
  const { type, at } = command;
  if (type === "correctFact")
    return command.by.id === command.approvedBy.id
      ? left({ code: "DutiesNotSeparate", command: type, id: command.by.id })
      : right(undefined);
  if (type !== "approve") return right(undefined);
  const { role, id } = command.by;
  const delegated = decidesToday(calendar.zone, state, at);
  const allowed = [...mayAsk.approve, ...(delegated ? oneStop : [])];
  if (!allowed.includes(role)) return left({ code: "RoleRefused", command: type, role, allowed });
  return id === state.receivedBy && !delegated
    ? left({ code: "DutiesNotSeparate", command: type, id })
    : right(undefined);
};

/** Whether the one-stop's own staff may decide it now: it was given to them, and this is the day of reception. */
export const decidesToday = (zone: TimeZone, { delegated, receivedAt }: DossierState, at: Instant): boolean =>
  delegated && receivedAt !== null && localDayOf(zone, receivedAt) === localDayOf(zone, at);
