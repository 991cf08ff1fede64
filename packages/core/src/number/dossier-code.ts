import { type Either, left, right } from "fp-ts/lib/Either.js";
import * as t from "io-ts/lib/index.js";
import { schemasOf } from "../event/schema.js";
import type { Instant } from "../time/instant.js";
import { isLocalDate, type LocalDate } from "../time/local-date.js";
import { WholeNumber } from "../time/term.js";

/**
 * The numbers of one unit's dossiers of one day. Each is claimed for a dossier before that is received with it: two
 * appends without a joint transaction. A number that was claimed and not used stays visible.
 */
export type NumberClaimed = {
  readonly type: "NumberClaimed";
  readonly occurredAt: Instant;
  readonly data: { readonly dossier: string; readonly number: number };
};

export interface ClaimNumber {
  readonly type: "claimNumber";
  readonly at: Instant;
  readonly dossier: string;
}

/** The four digits of the day are used up. The code must not wrap round. */
export interface NumbersExhausted {
  readonly code: "NumbersExhausted";
  readonly last: number;
}

/** The greatest number of a day that the code has room for (TT 01/2018/TT-VPCP, Đ19: four digits). */
export const MAX_NUMBER = 9_999;

/**
 * Gives out the next number of the day. Handle the claim with the dossier's id as its command id: then asking twice for
 * one dossier gives the same number.
 */
export const numberDecider = {
  /** The last number that was claimed. */
  initial: 0,
  decide: ({ at, dossier }: ClaimNumber, last: number): Either<NumbersExhausted, ReadonlyArray<NumberClaimed>> =>
    last >= MAX_NUMBER
      ? left({ code: "NumbersExhausted", last })
      : right([{ type: "NumberClaimed", occurredAt: at, data: { dossier, number: last + 1 } }]),
  evolve: (last: number, { data }: NumberClaimed): number => Math.max(last, data.number),
};

const NumberClaimedData = t.readonly(t.type({ dossier: t.string, number: WholeNumber }));

/** The schema by which an event store reads and writes claimed numbers. */
export const numberEvents = schemasOf({ NumberClaimed: NumberClaimedData });

/** The stream in which the numbers of a unit and a day are claimed. */
export const numberStream = (unit: string, date: LocalDate): string => `dossierNumbers-${unit}.${date}`;

/**
 * The code of a dossier, printed on the appointment receipt (TT 01/2018/TT-VPCP, Đ19; NĐ 61/2018, Đ17.3).
 *
 * @param unit    code of the receiving unit, such as `000.00.01.H05`
 * @param date    local date of reception
 * @param number  order within the unit and day, from 1
 *
 * @example
 * dossierCode("000.00.01.H05", "2018-01-02", 7) // "000.00.01.H05-180102-0007"
 */
export const dossierCode = (unit: string, date: LocalDate, number: number): string =>
  `${unit}-${date.slice(2, 4)}${date.slice(5, 7)}${date.slice(8)}-${String(number).padStart(4, "0")}`;

const CODE = /^(?:\d{3}\.\d{2}\.\d{2}\.[A-Y]\d{2}|[A-Y]\d{2}(?:\.\d{1,3}){0,4})-(\d{2})(\d{2})(\d{2})-\d{4,7}$/;

/** Whether text is a dossier code of either form in use, with a date that exists (years 2000 to 2099). */
export const isDossierCode = (text: string): boolean => {
  const match = CODE.exec(text);
  return match !== null && isLocalDate(`20${match[1]}-${match[2]}-${match[3]}`);
};
