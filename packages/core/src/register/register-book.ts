import type { DeliveryMethod } from "../dossier/vocabulary.js";
import { headOf, type ReportHead } from "../kpi/span.js";
import type { Instant } from "../time/instant.js";
import { type LocalDate, toEpochDay } from "../time/local-date.js";
import type { Due } from "../time/term.js";
import { localDateOf, type TimeZone } from "../time/time-zone.js";
import type { DossierRegister, RegisterEntry, RegisterTurn } from "./dossier-register.js";

/** Which book: that of a unit and a year. */
export interface RegisterQuery {
  readonly zone: TimeZone;
  readonly unit: string;
  readonly year: number;
  /** Default: the last event. */
  readonly asOf?: Instant;
}

/** A line of the book as it stood. */
export interface RegisterLine {
  /** `"01"`, `"02"`, … without a gap through the year. */
  readonly number: string;
  readonly stream: string;
  readonly code: string | null;
  readonly procedure: string | null;
  readonly subjectRef: string | null;
  readonly receivedAt: Instant;
  /** The promise, which is never overwritten, and the date in force where it has moved. */
  readonly promisedDue: Due | null;
  readonly movedDue: Due | null;
  readonly stands: RegisterTurn;
  readonly returnedAt: Instant | null;
  readonly method: DeliveryMethod | null;
}

/** The register of a unit and a year, as of an instant. */
export interface RegisterBook extends ReportHead {
  readonly unit: string;
  readonly year: number;
  readonly lines: ReadonlyArray<RegisterLine>;
}

/**
 * The book of a unit and a year: its dossiers by the order of their reception, numbered from 01 through the year
 * (TT 01/2018, Đ10). Two that were received at the same instant stand by their codes, so every store gives the same book.
 */
export const registerOf = (
  { entries, lastOccurredAt }: DossierRegister,
  { zone, unit, year, ...query }: RegisterQuery,
): RegisterBook => {
  const asOf = query.asOf ?? lastOccurredAt ?? 0;
  const own = [...entries.values()]
    .filter((entry): entry is ReceivedEntry => entry.receivedAt !== null && entry.receivedAt <= asOf)
    .filter((entry) => entry.unit === unit && yearIn(zone, entry.receivedAt) === year)
    .toSorted(byReception);
  const span = { first: toEpochDay(newYear(year)), end: toEpochDay(newYear(year + 1)), asOf };
  return { ...headOf(zone, span), unit, year, lines: own.map((entry, n) => lineOf(entry, n + 1, asOf)) };
};

/** The books that there are: a unit and a year each, by unit and then year. */
export const registerBooks = (
  { entries }: DossierRegister,
  zone: TimeZone,
): ReadonlyArray<{ readonly unit: string; readonly year: number; readonly dossiers: number }> => {
  const books = new Map<string, { unit: string; year: number; dossiers: number }>();
  for (const { receivedAt, unit } of entries.values()) {
    if (receivedAt === null || unit === null) continue;
    const year = yearIn(zone, receivedAt);
    const book = books.get(`${year} ${unit}`) ?? { unit, year, dossiers: 0 };
    books.set(`${year} ${unit}`, { ...book, dossiers: book.dossiers + 1 });
  }
  return [...books.values()].toSorted((a, b) => compared(a.unit, b.unit) || a.year - b.year);
};

type ReceivedEntry = RegisterEntry & { readonly receivedAt: Instant };

const lineOf = (entry: ReceivedEntry, number: number, asOf: Instant): RegisterLine => {
  const { stream, code, procedure, subjectRef, receivedAt, promisedDue } = entry;
  const returned = entry.returned !== null && entry.returned.at <= asOf ? entry.returned : null;
  return {
    number: String(number).padStart(2, "0"),
    stream,
    code,
    procedure,
    subjectRef,
    receivedAt,
    promisedDue,
    movedDue: entry.laterDues.findLast(({ at }) => at <= asOf)?.due ?? null,
    stands: entry.turns.findLast(({ at }) => at <= asOf)?.to ?? "open",
    returnedAt: returned?.at ?? null,
    method: returned?.method ?? null,
  };
};

const byReception = (a: ReceivedEntry, b: ReceivedEntry): number =>
  a.receivedAt - b.receivedAt || compared(a.code ?? "", b.code ?? "") || compared(a.stream, b.stream);

/** By code unit, in which every engine agrees. */
const compared = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const yearIn = (zone: TimeZone, instant: Instant): number => Number(localDateOf(zone, instant).slice(0, 4));

const newYear = (year: number): LocalDate => `${String(year).padStart(4, "0")}-01-01` as LocalDate;
