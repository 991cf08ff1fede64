import * as t from "io-ts/lib/index.js";
import type { Instant } from "./instant.js";
import { isLocalDate, type LocalDate } from "./local-date.js";

/**
 * A length of time that the law or an office sets.
 *
 * Terms in days leave out the day they start on and end with their last day (Civil Code 2015, art. 147.2, 148.1); terms
 * in hours run from the instant itself (art. 147.1). Some systems count days from the instant too, to the same minute of
 * a later day: `countFrom: "instant"` says so.
 */
export type Term =
  | { readonly unit: "workingDay" | "calendarDay"; readonly amount: number; readonly countFrom?: "nextDay" | "instant" }
  | { readonly unit: "workingHour"; readonly amount: number };

/**
 * Until when a dossier is on time: through the whole of a local date, or up to and including an instant.
 *
 * A date is never turned into an instant to be compared: 24:00 of it already belongs to the next date.
 */
export type Due =
  | { readonly kind: "date"; readonly date: LocalDate }
  | { readonly kind: "instant"; readonly instant: Instant };

/** A whole number that JSON keeps exactly. */
export const WholeNumber = new t.Type<number>(
  "WholeNumber",
  (u): u is number => Number.isSafeInteger(u),
  (u, context) => (Number.isSafeInteger(u) ? t.success(u as number) : t.failure(u, context, "must be a whole number")),
  t.identity,
);

/** First and last instant whose date can be written YYYY-MM-DD in every zone. */
const EARLIEST = Date.parse("0001-01-02T00:00Z");
const LATEST = Date.parse("9999-12-31T00:00Z") - 1;

const isInstant = (u: unknown): u is Instant => Number.isSafeInteger(u) && Number(u) >= EARLIEST && Number(u) <= LATEST;

export const InstantCodec = new t.Type<Instant>(
  "Instant",
  isInstant,
  (u, context) =>
    isInstant(u) ? t.success(u) : t.failure(u, context, "must be whole milliseconds, from year 1 to 9999"),
  t.identity,
);

export const LocalDateCodec = new t.Type<LocalDate>(
  "LocalDate",
  (u): u is LocalDate => typeof u === "string" && isLocalDate(u),
  (u, context) =>
    typeof u === "string" && isLocalDate(u)
      ? t.success(u)
      : t.failure(u, context, "must be a date that exists, YYYY-MM-DD"),
  t.identity,
);

export const TermCodec: t.Type<Term> = t.union([
  t.intersection([
    t.type({ unit: t.union([t.literal("workingDay"), t.literal("calendarDay")]), amount: WholeNumber }),
    t.partial({ countFrom: t.union([t.literal("nextDay"), t.literal("instant")]) }),
  ]),
  t.type({ unit: t.literal("workingHour"), amount: t.number }),
]) as t.Type<Term>;

export const DueCodec: t.Type<Due> = t.union([
  t.type({ kind: t.literal("date"), date: LocalDateCodec }),
  t.type({ kind: t.literal("instant"), instant: InstantCodec }),
]);

/** Reads `5wd` (working days), `20cd` (calendar days) or `8wh` (working hours). */
export const parseTerm = (text: string): Term | undefined => {
  const match = /^(\d{1,4})(wd|cd|wh)$/.exec(text);
  if (match === null) return undefined;
  const amount = Number(match[1]);
  if (match[2] === "wh") return { unit: "workingHour", amount };
  return { unit: match[2] === "wd" ? "workingDay" : "calendarDay", amount };
};

/** The inverse of `parseTerm`. */
export const formatTerm = ({ unit, amount }: Term): string =>
  `${amount}${unit === "workingDay" ? "wd" : unit === "calendarDay" ? "cd" : "wh"}`;
