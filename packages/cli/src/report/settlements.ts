import type { MoneyKind, QuarterSettlement, QuarterSums } from "@motcua/core";
import type { Language, Text } from "../text/text.js";
import { written } from "./figure.js";
import type { FurtherTable } from "./sheet.js";

/**
 * The quarters of the units against the ledger: how many stand how, and line by line those that are over and do not agree,
 * each with what was given where that is another sum. A city has hundreds of lines; all of them are in JSON.
 */
export const settlementsTable = (settlements: ReadonlyArray<QuarterSettlement>, language: Language): FurtherTable => {
  const t = WORDS[language];
  const counted = STATUSES.map((status) => {
    const quarters = settlements.filter((settlement) => settlement.status === status).length;
    return `${STATUS_NAMES[status][language]} ${written(quarters, "count", language)}`;
  });
  return {
    title: `${t.title}: ${counted.join(", ")}`,
    columns: [t.unit, t.quarter, t.status, t.kind, t.collected, t.refunded, t.remitted, t.onHand],
    rows: settlements
      .filter(({ status }) => status === "differs" || status === "open")
      .flatMap(({ unit, quarter, status, lines }) =>
        lines.map(({ kind, booked, given }) => [
          unit,
          quarter,
          STATUS_NAMES[status][language],
          KINDS[kind][language],
          ...SUMS.map((sum) => sums(booked[sum], given?.[sum] ?? null, language)),
        ]),
      ),
  };
};

const STATUSES = ["agrees", "differs", "open", "notOver"] as const satisfies ReadonlyArray<QuarterSettlement["status"]>;

const SUMS = ["collected", "refunded", "remitted", "onHand"] as const satisfies ReadonlyArray<keyof QuarterSums>;

const sums = (booked: number, given: number | null, language: Language): string => {
  const ledger = written(booked, "money", language);
  return given === null || given === booked
    ? ledger
    : `${ledger} (${WORDS[language].given} ${written(given, "money", language)})`;
};

const STATUS_NAMES: Readonly<Record<QuarterSettlement["status"], Text>> = {
  agrees: { en: "agree", vi: "khớp" },
  differs: { en: "differ", vi: "lệch" },
  open: { en: "not settled", vi: "chưa quyết toán" },
  notOver: { en: "not over", vi: "chưa hết quý" },
};

const KINDS: Readonly<Record<MoneyKind, Text>> = {
  fee: { en: "fee", vi: "phí" },
  charge: { en: "charge", vi: "lệ phí" },
  tax: { en: "tax", vi: "thuế" },
};

const WORDS = {
  en: {
    title: "Quarters of the units",
    unit: "unit",
    quarter: "quarter",
    status: "account",
    kind: "kind",
    collected: "collected",
    refunded: "refunded",
    remitted: "paid in",
    onHand: "on hand",
    given: "given:",
  },
  vi: {
    title: "Quyết toán quý của đơn vị",
    unit: "đơn vị",
    quarter: "quý",
    status: "quyết toán",
    kind: "loại",
    collected: "đã thu",
    refunded: "hoàn trả",
    remitted: "nộp ngân sách",
    onHand: "tồn",
    given: "đơn vị báo:",
  },
} as const;
