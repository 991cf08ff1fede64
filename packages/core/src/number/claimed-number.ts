import { type Either, left, right } from "fp-ts/lib/Either.js";
import * as t from "io-ts/lib/index.js";
import { schemasOf } from "../event/schema.js";
import type { Instant } from "../time/instant.js";
import type { LocalDate } from "../time/local-date.js";
import { WholeNumber } from "../time/term.js";
import { type CodeStyle, greatestNumber } from "./dossier-code.js";

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

/** The digits that the code has for the numbers of a day are used up. The code must not wrap round. */
export interface NumbersExhausted {
  readonly code: "NumbersExhausted";
  readonly last: number;
}

/**
 * Gives out the next number of the day, up to the greatest that a code of this style has room for. Handle the claim with
 * the dossier's id as its command id: then asking twice for one dossier gives the same number.
 *
 * @example
 * numberDeciderFor("QD-20-2020").decide({ type: "claimNumber", at, dossier }, 9_999) // right: number 10000
 */
export const numberDeciderFor = (style: CodeStyle) => ({
  /** The last number that was claimed. */
  initial: 0,
  decide: ({ at, dossier }: ClaimNumber, last: number): Either<NumbersExhausted, ReadonlyArray<NumberClaimed>> =>
    last >= greatestNumber[style]
      ? left({ code: "NumbersExhausted", last })
      : right([{ type: "NumberClaimed", occurredAt: at, data: { dossier, number: last + 1 } }]),
  evolve: (last: number, { data }: NumberClaimed): number => Math.max(last, data.number),
});

/** The numbers of the codes of TT 01/2018/TT-VPCP: the 10,000th of a day is refused. */
export const numberDecider = numberDeciderFor("TT-01-2018");

const NumberClaimedData = t.readonly(t.type({ dossier: t.string, number: WholeNumber }));

/** The schema by which an event store reads and writes claimed numbers. */
export const numberEvents = schemasOf({ NumberClaimed: NumberClaimedData });

/** The stream in which the numbers of a unit and a day are claimed. */
export const numberStream = (unit: string, date: LocalDate): string => `dossierNumbers-${unit}.${date}`;
