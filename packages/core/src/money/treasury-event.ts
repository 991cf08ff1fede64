import * as t from "io-ts/lib/index.js";
import { Violation } from "../dossier/vocabulary.js";
import { type AnyEventOf, type DataOf, type EventOf, eventMaker, typesOf } from "../event/family.js";
import { schemasOf } from "../event/schema.js";
import { shape } from "../event/shape.js";
import { isQuarter, type Quarter } from "../time/quarter.js";
import { WholeNumber } from "../time/term.js";
import { Amount, MoneyKind } from "./amount.js";

/** Named, since the compiler writes the four members of the type out in an order of its own. */
export interface QuarterC extends t.Type<Quarter> {}

export const QuarterCodec: QuarterC = new t.Type<Quarter>(
  "Quarter",
  (u): u is Quarter => typeof u === "string" && isQuarter(u),
  (u, context) =>
    typeof u === "string" && isQuarter(u)
      ? t.success(u)
      : t.failure(u, context, "must be a quarter, YYYY-Q1 to YYYY-Q4"),
  t.identity,
);

/** What a unit's own books say of one kind of money and one currency over a quarter, in minor units. */
export const SettlementLine = t.readonly(
  t.type({
    kind: MoneyKind,
    currency: t.string,
    /** On receipts that were valid at the end of the quarter, less those of earlier quarters voided in it. */
    collected: WholeNumber,
    refunded: WholeNumber,
    remitted: WholeNumber,
    /** At the end of the quarter. */
    onHand: WholeNumber,
  }),
);
export type SettlementLine = t.TypeOf<typeof SettlementLine>;

const violations = { violations: t.readonlyArray(Violation) };

/** Paid in to the State budget, on this voucher. */
const AmountRemitted = shape(
  { unit: t.string, centre: t.string, amount: Amount, voucher: t.string },
  { /** What the unit's cash book had before, in minor units. */ onHand: WholeNumber, ...violations },
);

/** The unit's account of a quarter (quyết toán phí, NĐ 61/2018, Đ12.9), as it was given. */
const QuarterSettled = shape(
  { unit: t.string, centre: t.string, quarter: QuarterCodec, lines: t.readonlyArray(SettlementLine) },
  violations,
);

const treasuryEventData = { AmountRemitted, QuarterSettled } as const;

export type TreasuryEventType = keyof typeof treasuryEventData;

/** The data of one type of event. */
export type TreasuryEventData<Type extends TreasuryEventType> = DataOf<typeof treasuryEventData, Type>;

/** One event of a given type. */
export type TreasuryEventOf<Type extends TreasuryEventType> = EventOf<typeof treasuryEventData, Type>;

/** Something that happened to the money that a unit holds for the State, in the world, at `occurredAt`. */
export type TreasuryEvent = AnyEventOf<typeof treasuryEventData>;

export const TREASURY_EVENT_TYPES = typesOf(treasuryEventData);

/** Makes an event; the type decides which data it takes. */
export const treasuryEvent = eventMaker<typeof treasuryEventData>();

/** The schemas by which an event store reads and writes the events of a treasury. */
export const treasuryEvents = schemasOf(treasuryEventData);
