import { dossierEvent, type Instant } from "@motcua/core";
import type { Anomaly, Fact } from "../legacy/preset.js";
import type { SourceEvent } from "../source-case.js";
import { type CaseReader, textOf } from "./case-reader.js";
import type { ChargeRule, PaymentRule } from "./mapping.js";

/** What a rule about money makes of the source. */
export interface MoneyFacts {
  readonly facts: ReadonlyArray<Fact>;
  readonly anomalies: ReadonlyArray<Anomaly>;
}

const NOTHING: MoneyFacts = { facts: [], anomalies: [] };

/** Who the money of a dossier counts for. */
export interface Account {
  readonly unit: string;
  readonly centre: string;
}

/** What is owed, by an attribute of the case. Nothing is owed where there is none, or zero. */
export const chargeFacts = (
  rule: ChargeRule,
  amountOf: CaseReader["amount"],
  attributes: SourceEvent["attributes"],
  at: Instant,
  { unit, centre }: Account,
): MoneyFacts => {
  const { charge, kind, currency, name, basis = "" } = rule;
  const amount = amountOf(attributes, rule.amount, rule.digits);
  if (amount === "notExact") return { facts: [], anomalies: ["amountNotExact"] };
  if (amount === null || amount.minor === 0) return NOTHING;
  const data = { charge, name, amount: { kind, minor: amount.minor, currency }, unit, basis, centre };
  return {
    facts: [{ key: `charge/${charge}`, about: "case", event: dossierEvent("ChargeAssessed", at, data) }],
    anomalies: amount.minor < 0 ? ["amountNegative"] : [],
  };
};

/** A payment, by an event; its place in the file stands for the serial of a receipt that the source does not have. */
export const paymentFacts = (
  rule: PaymentRule,
  amountOf: CaseReader["amount"],
  { activity, attributes, at, ordinal }: SourceEvent,
  { unit, centre }: Account,
  log: string,
): MoneyFacts => {
  if (!rule.activity.includes(activity)) return NOTHING;
  const { charge, kind, currency, method = "cash" } = rule;
  const amount = amountOf(attributes, rule.amount, rule.digits);
  if (amount === "notExact") return { facts: [], anomalies: ["amountNotExact"] };
  if (amount === null || amount.minor === 0) return NOTHING;
  const said = rule.receipt === undefined ? "" : textOf(attributes.get(rule.receipt));
  const receipt = { form: log, symbol: "", serial: said === "" ? `event/${ordinal}` : said };
  const data = { charge, amount: { kind, minor: amount.minor, currency }, unit, method, receipt, centre };
  return {
    facts: [{ key: `payment/${charge}/${ordinal}`, about: "event", event: dossierEvent("PaymentCollected", at, data) }],
    anomalies: amount.minor < 0 ? ["amountNegative"] : [],
  };
};

/**
 * Checks what the source says has been paid so far: between two neighbouring payments of a part of a case, the total must
 * grow by the second. The first has nothing before it to be compared with.
 */
export const wrongTotals = (
  rule: PaymentRule,
  amountOf: CaseReader["amount"],
  events: ReadonlyArray<SourceEvent>,
): ReadonlyArray<Anomaly> => {
  const { total } = rule;
  if (total === undefined) return [];
  const wrong: Anomaly[] = [];
  let before: number | null = null;
  for (const { activity, attributes } of events) {
    if (!rule.activity.includes(activity)) continue;
    const [paid, sum] = [amountOf(attributes, rule.amount, rule.digits), amountOf(attributes, total, rule.digits)];
    const known = paid !== null && paid !== "notExact" && sum !== null && sum !== "notExact";
    if (known && before !== null && before + paid.minor !== sum.minor) wrong.push("runningTotalDiffers");
    before = known ? sum.minor : null;
  }
  return wrong;
};
