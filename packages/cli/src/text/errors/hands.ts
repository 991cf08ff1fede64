import type { SomeMessages } from "./messages.js";
import { dueText, list } from "./words.js";

const ROUTE = {
  tooFew: {
    en: "a route goes through two agencies or more. Name them all, or use transfer.",
    vi: "luồng liên thông phải có ít nhất hai cơ quan. Hãy ghi đủ, hoặc dùng transfer.",
  },
  agencyTwice: {
    en: "an agency stands twice in the route. Name each once.",
    vi: "một cơ quan có mặt hai lần trong luồng. Hãy ghi mỗi cơ quan một lần.",
  },
  leadMissing: {
    en: "the lead is none of the agencies of the route. Name one of them as lead.",
    vi: "cơ quan chủ trì không thuộc luồng. Hãy chọn một cơ quan trong luồng.",
  },
};

/** Errors about who does what with a dossier, among agencies and the one-stop. */
export const handsMessages = {
  RoleRefused: ({ command, role, allowed }) => ({
    en: `${command} is not for the role ${role}. Let one of these do it: ${list(allowed)}.`,
    vi: `vai trò ${role} không được thực hiện ${command}. Hãy để một trong các vai trò này làm: ${list(allowed)}.`,
  }),
  DutiesNotSeparate: ({ command, id }) => ({
    en: `${command}: ${id} already has the other duty, and both may not lie in one person's hands. Let somebody else do it.`,
    vi: `${command}: ${id} đã giữ nhiệm vụ kia; hai nhiệm vụ không được do một người làm. Hãy để người khác thực hiện.`,
  }),
  ContentMissing: ({ field }) => ({
    en: `${field} is empty, or says nothing new, and is needed. Fill it in.`,
    vi: `${field} để trống hoặc không có gì mới, trong khi bắt buộc phải có. Hãy điền vào.`,
  }),
  OpinionAlreadyRequested: ({ opinion }) => ({
    en: `an opinion named ${opinion} has been asked for already. Give this request another name.`,
    vi: `đã lấy ý kiến mang tên ${opinion}. Hãy đặt tên khác cho lần lấy ý kiến này.`,
  }),
  OpinionNotOpen: ({ opinion }) => ({
    en: `no opinion named ${opinion} is being waited for. Look at the state: motcua dossier show.`,
    vi: `không có ý kiến nào mang tên ${opinion} đang chờ. Hãy xem trạng thái: motcua dossier show.`,
  }),
  OpinionNotOverdue: ({ due }) => ({
    en: `the opinion is not overdue: it is due on ${dueText(due)}. Report it once that has passed.`,
    vi: `ý kiến chưa quá hạn: hạn là ${dueText(due)}. Hãy báo cáo sau khi quá hạn.`,
  }),
  OpinionAlreadyReported: ({ opinion }) => ({
    en: `that the opinion ${opinion} is overdue has been reported already. Nothing more is to be done.`,
    vi: `việc quá hạn cho ý kiến ${opinion} đã được báo cáo. Không phải làm gì thêm.`,
  }),
  RouteRefused: ({ detail }) => ROUTE[detail],
  SubTasksStillOpen: ({ agencies }) => ({
    en: `these agencies have not done their parts yet: ${list(agencies)}. Record that they have (completeSubTask) first.`,
    vi: `các cơ quan này chưa xong phần việc: ${list(agencies)}. Hãy ghi nhận hoàn thành (completeSubTask) trước.`,
  }),
  SubTaskNotOpen: ({ agency }) => ({
    en: `${agency} has no open part of the dossier. Name an agency whose part is open: motcua dossier show.`,
    vi: `${agency} không có phần việc nào đang mở. Hãy chọn cơ quan có phần việc đang mở: motcua dossier show.`,
  }),
  VoucherAlreadyAttached: ({ voucher }) => ({
    en: `the voucher ${voucher} is with the dossier already. Check its number.`,
    vi: `chứng từ ${voucher} đã có trong hồ sơ. Hãy kiểm tra lại số chứng từ.`,
  }),
} satisfies SomeMessages;
