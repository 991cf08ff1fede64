import { statusNames } from "../labels.js";
import type { SomeMessages } from "./messages.js";
import { dueText, instantText, list, statusList } from "./words.js";

const NO_DUE = { en: "it has no due date", vi: "hồ sơ không có ngày hẹn trả" };

const LOOK = {
  en: "Look at its state first: motcua dossier show.",
  vi: "Hãy xem trạng thái trước: motcua dossier show.",
};

const NOTHING_RECORDED = {
  en: "Nothing is recorded of it yet: check its id, or submit or receive it first.",
  vi: "Chưa có gì được ghi nhận: hãy kiểm tra mã định danh, hoặc nộp hay tiếp nhận trước.",
};

/** Errors about the course of a dossier. */
export const dossierMessages = {
  NotPossibleNow: ({ command, status, possible }) => ({
    en: `${command} is not possible for a dossier that is "${statusNames[status].en}", only: ${statusList("en", possible)}. ${status === "unknown" ? NOTHING_RECORDED.en : LOOK.en}`,
    vi: `${command} không thực hiện được khi hồ sơ ở trạng thái "${statusNames[status].vi}", chỉ khi: ${statusList("vi", possible)}. ${status === "unknown" ? NOTHING_RECORDED.vi : LOOK.vi}`,
  }),
  SupplementAlreadyRequested: ({ max, requestedAt }) => ({
    en: `a supplement may be asked for ${max} time(s)${requestedAt === null ? "" : `, and was at ${instantText(requestedAt)},`} by the rules it was received under. Decide on what is there.`,
    vi: `chỉ được yêu cầu bổ sung ${max} lần${requestedAt === null ? "" : `, đã yêu cầu lúc ${instantText(requestedAt)}`} theo quy định khi tiếp nhận. Hãy giải quyết theo hồ sơ hiện có.`,
  }),
  SupplementNotExpired: ({ until }) => ({
    en: `the applicant still has time to hand in what is missing, until ${dueText(until)}. Wait until it has passed.`,
    vi: `người nộp còn thời hạn bổ sung đến ${dueText(until)}. Hãy chờ đến khi hết hạn.`,
  }),
  AlreadyRescheduled: ({ max, due }) => ({
    en: `the date may be put off ${max} time(s) by the rules it was received under${due === null ? "" : `; it is now ${dueText(due)}`}. Keep that date.`,
    vi: `chỉ được hẹn lại ${max} lần theo quy định khi tiếp nhận${due === null ? "" : `; ngày hẹn hiện là ${dueText(due)}`}. Hãy giữ ngày hẹn đó.`,
  }),
  RescheduledNotLater: ({ due, to }) => ({
    en: `${dueText(to)} is not later than ${dueText(due)}, which it takes the place of. Give a later date.`,
    vi: `${dueText(to)} không muộn hơn ngày hẹn cũ ${dueText(due)}. Hãy cho ngày muộn hơn.`,
  }),
  NotOverdue: ({ due }) => ({
    en: `the dossier is not overdue: ${due === null ? NO_DUE.en : `it is due on ${dueText(due)}, or its clock stands still`}. There is nothing to note.`,
    vi: `hồ sơ chưa quá hạn: ${due === null ? NO_DUE.vi : `hẹn trả ${dueText(due)}, hoặc đang tạm dừng tính thời hạn`}. Không có gì phải ghi nhận.`,
  }),
  OverdueAlreadyNoticed: ({ due }) => ({
    en: `that ${dueText(due)} has passed is in the ledger already. Nothing more is to be done.`,
    vi: `việc quá hạn ${dueText(due)} đã được ghi nhận. Không phải làm gì thêm.`,
  }),
  DeadlineNotOpen: ({ deadline, of }) => ({
    en: `there is no open date of ${of ?? deadline}: it is done, or was never set. Look at the state: motcua dossier show.`,
    vi: `không có hạn nào đang mở của ${of ?? deadline}: đã xong hoặc chưa từng đặt. Hãy xem trạng thái: motcua dossier show.`,
  }),
  DeadlineStageRefused: ({ stage, due }) => ({
    en: `${stage} cannot be said of ${dueText(due)} now. Near is a date that has not passed, overdue one that has.`,
    vi: `lúc này không thể báo ${stage} cho hạn ${dueText(due)}. Sắp đến hạn là chưa qua hạn, quá hạn là đã qua hạn.`,
  }),
  DeadlineAlreadyNoticed: ({ stage, due }) => ({
    en: `${stage} of ${dueText(due)} has been told already. Nothing more is to be done.`,
    vi: `đã báo ${stage} cho hạn ${dueText(due)}. Không phải làm gì thêm.`,
  }),
  RatingOutOfScale: ({ score, scale }) => ({
    en: `${score} is no rating on a scale of ${scale}. Give a whole number from 1 to the scale, which has 2 steps or more.`,
    vi: `${score} không phải điểm trên thang ${scale}. Hãy cho số nguyên từ 1 đến mức cao nhất; thang có ít nhất 2 mức.`,
  }),
  NoDeadline: () => ({
    en: "the dossier has no due date, or no term to extend. Correct its term first: correctFact.",
    vi: "hồ sơ không có ngày hẹn trả, hoặc không có thời hạn để gia hạn. Hãy đính chính thời hạn trước: correctFact.",
  }),
  NoticeWithoutGround: ({ notice }) => ({
    en: `there is no ground for the notice ${notice}: nothing of the kind has happened. Look at the state: motcua dossier show.`,
    vi: `không có căn cứ cho thông báo ${notice}: chưa xảy ra việc đó. Hãy xem trạng thái: motcua dossier show.`,
  }),
  AlreadyNotified: ({ notice, about }) => ({
    en: `the applicant has had the notice ${notice} about ${about} already. Of each, it is given once.`,
    vi: `người nộp đã nhận thông báo ${notice} về ${about}. Mỗi việc chỉ thông báo một lần.`,
  }),
  OriginalsNotHeld: ({ items }) => ({
    en: `these originals are not with the dossier: ${list(items)}. Name them as they were handed in.`,
    vi: `hồ sơ không giữ các bản chính này: ${list(items)}. Hãy ghi tên như khi nộp.`,
  }),
  FactDiffers: ({ field }) => ({
    en: `the ledger does not say of ${field} what the correction takes to be recorded. Give in "from" what is recorded now.`,
    vi: `sổ không ghi ${field} như đính chính nêu. Hãy ghi vào "from" giá trị hiện đang có trong sổ.`,
  }),
  FactDerived: ({ field }) => ({
    en: `${field} follows from reception and term and is not rewritten. Correct receivedAt, legalTerm or committedTerm.`,
    vi: `${field} được suy ra từ tiếp nhận và thời hạn, không ghi đè. Hãy đính chính receivedAt, legalTerm hoặc committedTerm.`,
  }),
} satisfies SomeMessages;
