import { type Either, left, right } from "fp-ts/lib/Either.js";
import { isPast } from "../calendar/due.js";
import { approve, handOverResult } from "./approval.js";
import { bindingDue } from "./binding-due.js";
import type { AttachVoucher, CoordinationCommand, RecordVerification, UrgeAgency } from "./coordination-command.js";
import type { DossierError } from "./error.js";
import { type DossierEvent, dossierEvent } from "./event.js";
import { recordOpinion, reportOpinionOverdue, requestOpinion } from "./opinion.js";
import type { Rules } from "./rules.js";
import type { DossierState } from "./state.js";
import { completeSubTask, openSubTasks } from "./sub-task.js";

type Decision = Either<DossierError, ReadonlyArray<DossierEvent>>;

/** What the one-stop and the agencies ask of each other while a dossier is on its way. */
export const coordinate = (rules: Rules, command: CoordinationCommand, state: DossierState): Decision => {
  switch (command.type) {
    case "recordVerification":
      return recordVerification(command, state);
    case "requestOpinion":
      return requestOpinion(rules, command, state);
    case "recordOpinion":
      return recordOpinion(rules, command, state);
    case "reportOpinionOverdue":
      return reportOpinionOverdue(rules, command, state);
    case "openSubTasks":
      return openSubTasks(rules, command, state);
    case "completeSubTask":
      return completeSubTask(rules, command, state);
    case "approve":
      return approve(rules, command, state);
    case "handOverResult":
      return handOverResult(command, state);
    case "urgeAgency":
      return urgeAgency(rules, command, state);
    case "attachVoucher":
      return attachVoucher(command, state);
  }
};

/** What was verified has to be a file of the dossier (NĐ 61/2018, Đ19.3b). */
const recordVerification = ({ at, by, file, agency, note }: RecordVerification, state: DossierState): Decision =>
  file.trim() === ""
    ? left({ code: "ContentMissing", field: "file" })
    : right([
        dossierEvent("VerificationRecorded", at, {
          file,
          agency: agency ?? state.agency ?? "",
          ...(note && { note }),
          ...(by && { by }),
        }),
      ]);

/** About a part of its own where the agency has one, else about the dossier (NĐ 61/2018, Đ8.2b). */
const urgeAgency = ({ calendar }: Rules, { at, by, agency, channel }: UrgeAgency, state: DossierState): Decision => {
  const urged = agency ?? state.agency;
  if (urged === null) return left({ code: "ContentMissing", field: "agency" });
  const part = state.subTasks.find((task) => task.agency === urged && task.completedAt === null);
  const due = part?.due ?? bindingDue(calendar, state);
  if (due === null) return left({ code: "NoDeadline" });
  const about = isPast(calendar.zone, due, at) ? "overdue" : "dueSoon";
  return right([
    dossierEvent("AgencyUrged", at, { agency: urged, about, due, ...(channel && { channel }), ...(by && { by }) }),
  ]);
};

/** NĐ 61/2018, Đ22. */
const attachVoucher = ({ at, by, voucher, route }: AttachVoucher, { vouchers }: DossierState): Decision =>
  vouchers.includes(voucher)
    ? left({ code: "VoucherAlreadyAttached", voucher })
    : right([dossierEvent("VoucherAttached", at, { voucher, route, ...(by && { by }) })]);
