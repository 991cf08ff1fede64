import { type Either, left, right } from "fp-ts/lib/Either.js";
import { isLocalDate, type LocalDate } from "../time/local-date.js";

/**
 * The two forms of a dossier code that are in use: with a unit of four parts, the smallest first (`000.00.01.H05`,
 * TT 01/2018/TT-VPCP, Đ19), and with the dotted levels of QĐ 20/2020/QĐ-TTg, the highest first (`H15.50.05.13`).
 */
export type CodeStyle = "TT-01-2018" | "QD-20-2020";

/** The greatest number of a day for which a code of that style has digits: four, and up to seven. */
export const greatestNumber: Readonly<Record<CodeStyle, number>> = { "TT-01-2018": 9_999, "QD-20-2020": 9_999_999 };

/** What a dossier code says. */
export interface DossierCodeParts {
  readonly style: CodeStyle;
  /** The receiving unit as it is written. */
  readonly unit: string;
  /** Its levels from the highest, a ministry or province, down: `["H05", "01", "00", "000"]`. */
  readonly levels: ReadonlyArray<string>;
  /** Local date of reception, in the years 2000 to 2099. */
  readonly date: LocalDate;
  /** Order within the unit and day. */
  readonly number: number;
  /** How many digits the number is written with, 4 to 7. */
  readonly digits: number;
}

/** The text is no dossier code: not of either form, or with a date that does not exist. */
export interface DossierCodeRefused {
  readonly code: "DossierCodeRefused";
  readonly detail: "form" | "date";
}

/**
 * The code of a dossier, printed on the appointment receipt (TT 01/2018/TT-VPCP, Đ19; NĐ 61/2018, Đ17.3). A number beyond
 * its digits makes it wider; that the form has room for it is seen to where the number is claimed.
 *
 * @param unit    code of the receiving unit, such as `000.00.01.H05`
 * @param date    local date of reception
 * @param number  order within the unit and day, from 1
 * @param digits  at least so many digits; ministries' portals write six or seven
 *
 * @example
 * dossierCode("000.00.01.H05", "2018-01-02", 7) // "000.00.01.H05-180102-0007"
 */
export const dossierCode = (unit: string, date: LocalDate, number: number, digits = 4): string =>
  `${unit}-${date.slice(2, 4)}${date.slice(5, 7)}${date.slice(8)}-${String(number).padStart(digits, "0")}`;

/**
 * Reads a dossier code of either form; the inverse of `dossierCode`.
 *
 * @returns its parts, or `DossierCodeRefused`
 *
 * @example
 * parseDossierCode("H56.14-240823-0001") // right: unit H56.14, date 2024-08-23, number 1
 */
export const parseDossierCode = (text: string): Either<DossierCodeRefused, DossierCodeParts> => {
  const [, unit, year, month, day, order] = CODE.exec(text) ?? [];
  if (unit === undefined || order === undefined) return left({ code: "DossierCodeRefused", detail: "form" });
  const style = unitStyle(unit);
  if (order.length > String(greatestNumber[style]).length) return left({ code: "DossierCodeRefused", detail: "form" });
  const date = `20${year}-${month}-${day}`;
  if (!isLocalDate(date)) return left({ code: "DossierCodeRefused", detail: "date" });
  const parts = unit.split(".");
  const levels = style === "TT-01-2018" ? parts.toReversed() : parts;
  return right({ style, unit, levels, date, number: Number(order), digits: order.length });
};

const CODE = /^(\d{3}\.\d{2}\.\d{2}\.[A-Y]\d{2}|[A-Y]\d{2}(?:\.\d{1,3}){0,4})-(\d{2})(\d{2})(\d{2})-(\d{4,7})$/;

/** Only the older form begins with a digit. */
const unitStyle = (unit: string): CodeStyle => (/^\d/.test(unit) ? "TT-01-2018" : "QD-20-2020");

/** Whether text is a dossier code of either form in use, with a date that exists (years 2000 to 2099). */
export const isDossierCode = (text: string): boolean => parseDossierCode(text)._tag === "Right";
