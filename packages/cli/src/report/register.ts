import { type Due, formatInstant, type RegisterBook, type TimeZone } from "@motcua/core";
import type { Context } from "../context.js";
import { csv } from "../output/csv.js";
import { json } from "../output/format.js";
import { withIsoInstants } from "../output/iso.js";
import { table } from "../output/table.js";

/** A register in every format but the form that prints. */
export const registerText = ({ format, language, zone }: Context, book: RegisterBook): string => {
  if (format === "json") return json(withIsoInstants(zone, book));
  const rows = book.lines.map((line) => ({
    ...line,
    receivedAt: formatInstant(zone, line.receivedAt),
    returnedAt: line.returnedAt === null ? null : formatInstant(zone, line.returnedAt),
    promisedDue: dueText(zone, line.promisedDue),
    movedDue: dueText(zone, line.movedDue),
  }));
  if (format === "csv") return csv([MEMBERS, ...rows.map((row) => MEMBERS.map((member) => row[member]))]);
  const t = WORDS[language];
  return `${t.title} ${book.unit}, ${book.year} (${t.asOf} ${minutes(book.asOf)})\n\n${table(
    [t.number, t.code, t.procedure, t.received, t.promised, t.moved, t.returned].map((title) => ({ title })),
    rows.map(({ number, code, procedure, receivedAt, promisedDue, movedDue, returnedAt }) => [
      number,
      code ?? "–",
      procedure ?? "–",
      minutes(receivedAt),
      promisedDue ?? "–",
      movedDue ?? "",
      returnedAt === null ? "" : minutes(returnedAt),
    ]),
  )}`;
};

const MEMBERS = [
  "number",
  "code",
  "procedure",
  "subjectRef",
  "receivedAt",
  "promisedDue",
  "movedDue",
  "stands",
  "returnedAt",
  "method",
] as const;

const minutes = (instant: string): string => instant.slice(0, 16).replace("T", " ");

const dueText = (zone: TimeZone, due: Due | null): string | null => {
  if (due === null) return null;
  return due.kind === "date" ? due.date : formatInstant(zone, due.instant);
};

const WORDS = {
  en: {
    title: "Register of",
    asOf: "as of",
    number: "no.",
    code: "code",
    procedure: "procedure",
    received: "received",
    promised: "promised by",
    moved: "moved to",
    returned: "returned",
  },
  vi: {
    title: "Sổ theo dõi hồ sơ của",
    asOf: "tính đến",
    number: "STT",
    code: "mã hồ sơ",
    procedure: "thủ tục",
    received: "tiếp nhận",
    promised: "hẹn trả",
    moved: "hẹn lại",
    returned: "đã trả",
  },
} as const;
