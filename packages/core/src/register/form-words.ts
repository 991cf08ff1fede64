import type { Channel, DeliveryMethod, Violation } from "../dossier/vocabulary.js";
import type { Punctuality } from "../kpi/punctuality.js";
import { type Instant, MINUTE } from "../time/instant.js";
import type { LocalDate } from "../time/local-date.js";
import type { Due, Term } from "../time/term.js";
import { localDateOf, type TimeZone, timeOfDay } from "../time/time-zone.js";
import { type FormText, text } from "./form-text.js";

/** How instants, dates and the domain's words are written on paper. */

export const dateWords = (date: LocalDate): FormText => {
  const [year, month, day] = date.split("-");
  return text(`${day}/${month}/${year}`, date);
};

export const instantWords = (zone: TimeZone, instant: Instant): FormText => {
  const minutes = Math.floor(timeOfDay(zone, instant) / MINUTE);
  const [hour, minute] = [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, "0"));
  const date = dateWords(localDateOf(zone, instant));
  return text(`${hour} giờ ${minute} phút, ngày ${date.vi}`, `${date.en} ${hour}:${minute}`);
};

export const dueWords = (zone: TimeZone, due: Due): FormText => {
  if (due.kind === "instant") return instantWords(zone, due.instant);
  const date = dateWords(due.date);
  return text(`ngày ${date.vi}`, date.en);
};

/** A due date where the column already says that it is a day. */
export const dueDayWords = (zone: TimeZone, due: Due): FormText =>
  due.kind === "date" ? dateWords(due.date) : instantWords(zone, due.instant);

export const termWords = ({ unit, amount }: Term): FormText => {
  const [vi, en] = TERM_UNITS[unit];
  return text(`${amount} ${vi}`, `${amount} ${en}${amount === 1 ? "" : "s"}`);
};

const TERM_UNITS: Readonly<Record<Term["unit"], readonly [vi: string, en: string]>> = {
  workingDay: ["ngày làm việc", "working day"],
  calendarDay: ["ngày", "calendar day"],
  workingHour: ["giờ làm việc", "working hour"],
};

export const channelWords: Readonly<Record<Channel, FormText>> = {
  inPerson: text("Trực tiếp", "in person"),
  online: text("Trực tuyến", "online"),
  postal: text("Bưu chính công ích", "by the public postal service"),
  other: text("Khác", "otherwise"),
};

export const deliveryWords: Readonly<Record<DeliveryMethod, FormText>> = {
  counter: text("Tại chỗ", "at the counter"),
  postal: text("Qua dịch vụ bưu chính công ích", "by the public postal service"),
  online: text("Trực tuyến", "online"),
};

export const punctualityWords: Readonly<Record<Punctuality, FormText>> = {
  early: text("Trước hạn", "early"),
  onTime: text("Đúng hạn", "on time"),
  late: text("Quá hạn", "late"),
};

/** Which rules were not kept, as one note; `null` where none was broken. */
export const violationsNote = (violations: ReadonlyArray<Violation>): FormText | null => {
  if (violations.length === 0) return null;
  const rules = violations.map(({ rule }) => rule).join("; ");
  return text(`Không đúng quy định: ${rules}`, `not kept: ${rules}`);
};
