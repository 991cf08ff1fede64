import {
  type Amount,
  type EpochDay,
  financeOf,
  type Instant,
  isWorkingDay,
  type LocalDate,
  type MoneyKind,
  type PaymentMethod,
  type PaymentReceipt,
  type Quarter,
  quarterDays,
  quartersBetween,
  type SettlementLine,
  startOfDay,
  toEpochDay,
  treasuryDecider,
  treasuryEvents,
  treasuryStream,
  VIETNAM,
} from "@motcua/core";
import { BEHAVIOUR } from "./behaviour.js";
import { CENTRE } from "./centre.js";
import type { Office, SimulatedDossier } from "./office.js";
import { daysAfter, withinHours } from "./office-hours.js";

/** The money of the units: taken in for dossiers, given back, remitted to the State, accounted for by the quarter. */
export interface CashBook {
  /** Assesses an amount for a dossier and takes it in. */
  readonly charge: (dossier: SimulatedDossier, at: Instant, amount: Amount, method: PaymentMethod) => PaymentReceipt;
  /** Gives back all that was paid for a dossier. */
  readonly refund: (dossier: SimulatedDossier, at: Instant) => void;
  /** Every unit remits what it has. */
  readonly remitAll: (at: Instant) => void;
  readonly settleQuarter: (at: Instant, quarter: Quarter) => void;
}

interface Till {
  collected: number;
  refunded: number;
  remitted: number;
  onHand: number;
}

const KINDS: ReadonlyArray<MoneyKind> = ["fee", "charge", "tax"];

export const openCashBook = (office: Office): CashBook => {
  const treasury = office.book({
    decider: treasuryDecider(VIETNAM.zone),
    streamOf: treasuryStream,
    events: treasuryEvents,
  });
  const tills = new Map<string, Record<MoneyKind, Till>>();
  const serials = new Map<string, number>();
  let vouchers = 0;

  const tillsOf = (unit: string): Record<MoneyKind, Till> => {
    const known = tills.get(unit) ?? { fee: emptyTill(), charge: emptyTill(), tax: emptyTill() };
    tills.set(unit, known);
    return known;
  };
  const nextReceipt = (unit: string, kind: MoneyKind): PaymentReceipt => {
    const serial = (serials.get(`${unit} ${kind}`) ?? 0) + 1;
    serials.set(`${unit} ${kind}`, serial);
    return { form: FORMS[kind], symbol: `BN-${unit.slice(0, 3)}`, serial: String(serial).padStart(7, "0") };
  };

  return {
    charge: (dossier, at, amount, method) => {
      const unit = dossier.unit.code;
      const { kind, minor, currency } = amount;
      office.ask(dossier, { type: "assessCharge", at, name: NAMES[kind], amount, unit, basis: "mô phỏng" });
      const charge = `charge-${dossier.state.ledger.charges.length}`;
      const receipt = nextReceipt(unit, kind);
      office.ask(dossier, { type: "collectPayment", at, charge, amount: { minor, currency }, method, unit, receipt });
      const till = tillsOf(unit)[kind];
      till.collected += minor;
      till.onHand += minor;
      if (!office.random.chance(BEHAVIOUR.receiptReplaced)) return receipt;
      const replacedBy = nextReceipt(unit, kind);
      office.ask(dossier, { type: "voidReceipt", at, receipt, reason: "viết sai", replacedBy });
      return replacedBy;
    },
    refund: (dossier, at) => {
      for (const { charge, kind, minor, currency, unit } of paidFor(dossier)) {
        office.ask(dossier, {
          type: "refundPayment",
          at,
          charge,
          amount: { minor, currency },
          unit,
          reason: "rút hồ sơ",
        });
        const till = tillsOf(unit)[kind];
        till.refunded += minor;
        till.onHand -= minor;
      }
    },
    remitAll: (at) => {
      for (const [unit, kinds] of tills)
        for (const kind of KINDS) {
          const till = kinds[kind];
          if (till.onHand <= 0) continue;
          const amount: Amount = { kind, minor: till.onHand, currency: "VND" };
          const voucher = `GNT-${String(++vouchers).padStart(6, "0")}`;
          treasury.ask(unit, { type: "remit", at, unit, centre: CENTRE, amount, voucher, onHand: till.onHand });
          till.remitted += till.onHand;
          till.onHand = 0;
        }
    },
    settleQuarter: (at, quarter) => {
      for (const [unit, kinds] of tills) {
        const lines = KINDS.map((kind): SettlementLine => ({ kind, currency: "VND", ...kinds[kind] }));
        treasury.ask(unit, { type: "settleQuarter", at, unit, centre: CENTRE, quarter, lines });
        for (const kind of KINDS) Object.assign(kinds[kind], { collected: 0, refunded: 0, remitted: 0 });
      }
    },
  };
};

const emptyTill = (): Till => ({ collected: 0, refunded: 0, remitted: 0, onHand: 0 });

/** Numbers of the paper forms of receipts; made up. */
const FORMS: Readonly<Record<MoneyKind, string>> = { fee: "01BLP", charge: "02BLL", tax: "C1-02" };
const NAMES: Readonly<Record<MoneyKind, string>> = { fee: "phí", charge: "lệ phí", tax: "thuế" };

/** What is still paid for a dossier, a line for each charge. */
const paidFor = ({ state, unit }: SimulatedDossier) =>
  financeOf(state).charges.flatMap(({ charge, kind, currency, collected, refunded }) => {
    const minor = collected - refunded;
    return minor > 0 ? [{ charge, kind, currency, minor, unit: unit.code }] : [];
  });

/** Plans the rounds of the year: remitted every week and on the last working day, settled once a quarter is over. */
export const planMoney = (office: Office, book: CashBook, year: number): void => {
  const [first, last] = [toEpochDay(`${year}-01-01` as LocalDate), toEpochDay(`${year}-12-31` as LocalDate)];
  const evening = (day: EpochDay) => office.plan(withinHours(day, office.random, 0.96, 1), book.remitAll);
  for (let day = daysAfter(first, 5); day <= last; day = daysAfter(day, 5)) evening(day);
  evening(lastWorkingDay(last));
  for (const quarter of quartersBetween(first, last + 1)) {
    const { end } = quarterDays(quarter);
    // At midnight: no money of the next quarter must get into the account.
    if (end <= last) office.plan(startOfDay(VIETNAM.zone, end), (at) => book.settleQuarter(at, quarter));
  }
};

const lastWorkingDay = (day: EpochDay): EpochDay => (isWorkingDay(VIETNAM, day) ? day : lastWorkingDay(day - 1));
