import { type Either, left, right } from "fp-ts/lib/Either.js";
import type { DossierCommand } from "./command.js";
import type { NotPossibleNow } from "./error.js";
import type { DossierState, DossierStatus } from "./state.js";

const inHand: ReadonlyArray<DossierStatus> = ["received", "processing"];
const open: ReadonlyArray<DossierStatus> = [...inHand, "awaitingSupplement", "awaitingPayment"];
/** Money may be owed until the result is out, and come in or go back after the end. */
const owing: ReadonlyArray<DossierStatus> = ["submitted", ...open, "stopped", "resolved"];
const settling: ReadonlyArray<DossierStatus> = [...owing, "returned", "withdrawn", "intakeRefused"];
const decided: ReadonlyArray<DossierStatus> = ["resolved", "returned"];
/** Once it has been received, whatever has become of it. */
const taken: ReadonlyArray<DossierStatus> = [...open, "stopped", "withdrawn", ...decided];

/** From where each command may be given: the life cycle, as a table. */
export const possibleFrom: Readonly<Record<DossierCommand["type"], ReadonlyArray<DossierStatus>>> = {
  submit: ["unknown"],
  requestIntakeSupplement: ["submitted"],
  refuseIntake: ["unknown", "submitted"],
  receive: ["unknown", "submitted"],
  forward: inHand,
  transfer: inHand,
  assignHandler: inHand,
  requestSupplement: inHand,
  receiveSupplement: ["awaitingSupplement"],
  expireSupplement: ["awaitingSupplement"],
  notifyObligation: inHand,
  settleObligation: ["awaitingPayment"],
  withdraw: ["submitted", ...open],
  stop: open,
  resume: ["stopped"],
  resolve: inHand,
  noteOverdue: open,
  noteDeadline: open,
  apologiseAndReschedule: open,
  returnResult: ["resolved"],
  assessCharge: owing,
  collectPayment: [...owing, "returned"],
  refundPayment: settling,
  voidReceipt: settling,
  rateSatisfaction: decided,
  recordVerification: inHand,
  requestOpinion: inHand,
  recordOpinion: [...open, "stopped"],
  reportOpinionOverdue: open,
  openSubTasks: inHand,
  completeSubTask: open,
  approve: inHand,
  handOverResult: ["resolved"],
  urgeAgency: open,
  attachVoucher: open,
  notifyApplicant: [...open, "resolved"],
  correctResult: decided,
  reportLoss: taken,
  returnOriginals: taken,
  correctFact: taken,
  extendDeadline: open,
};

/** Refuses a command that has no meaning for a dossier that stands so. */
export const checkPossible = (command: DossierCommand, { status }: DossierState): Either<NotPossibleNow, void> => {
  const possible = possibleFrom[command.type];
  return possible.includes(status)
    ? right(undefined)
    : left({ code: "NotPossibleNow", command: command.type, status, possible });
};
