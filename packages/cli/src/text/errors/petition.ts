import type { PetitionStatus } from "@motcua/core";
import type { Language, Text } from "../text.js";
import type { SomeMessages } from "./messages.js";
import { dueText, instantText, list } from "./words.js";

const STATUSES: Readonly<Record<PetitionStatus, Text>> = {
  unknown: { en: "unknown", vi: "chưa rõ" },
  lodged: { en: "lodged", vi: "đã tiếp nhận" },
  awaitingSupplement: { en: "waiting for a supplement", vi: "chờ bổ sung" },
  answered: { en: "answered", vi: "đã trả lời" },
  refused: { en: "refused", vi: "từ chối" },
  passedOn: { en: "passed on", vi: "đã chuyển cơ quan khác" },
  withdrawn: { en: "withdrawn", vi: "đã rút" },
};

const statuses = (language: Language, some: ReadonlyArray<PetitionStatus>): string =>
  list(some.map((status) => STATUSES[status][language]));

/** Errors about petitions. */
export const petitionMessages = {
  PetitionNotPossibleNow: ({ command, status, possible }) => ({
    en: `${command} is not possible for a petition that is "${STATUSES[status].en}", only: ${statuses("en", possible)}. Do what leads there first.`,
    vi: `${command} không thực hiện được khi phản ánh ở trạng thái "${STATUSES[status].vi}", chỉ khi: ${statuses("vi", possible)}. Hãy thực hiện bước trước đó.`,
  }),
  PetitionTermsMissing: ({ date }) => ({
    en: `no terms for petitions are in force on ${date}. Check the date, or load the terms of that time.`,
    vi: `không có quy định thời hạn xử lý phản ánh vào ${date}. Hãy kiểm tra ngày, hoặc nạp quy định thời đó.`,
  }),
  ProlongedNotLater: ({ due, to }) => ({
    en: `${dueText(to)} is not later than ${dueText(due)}, which it takes the place of. Give a later date.`,
    vi: `${dueText(to)} không muộn hơn hạn cũ ${dueText(due)}. Hãy cho ngày muộn hơn.`,
  }),
  AnswerAlreadyPublished: ({ publishedAt }) => ({
    en: `this answer has been public since ${instantText(publishedAt)}. Give another answer before publishing again.`,
    vi: `câu trả lời này đã công khai từ ${instantText(publishedAt)}. Hãy trả lời lại trước khi công khai lần nữa.`,
  }),
} satisfies SomeMessages;
