import type { Amount, Instant } from "@motcua/core";
import { BEHAVIOUR } from "../behaviour.js";
import type { SimulatedDossier } from "../office.js";
import { dayOf, daysAfter, hoursAfter, withinHours } from "../office-hours.js";
import { askOpinion, interlink } from "./coordination.js";
import { planEnd } from "./ending.js";
import type { Way } from "./way.js";

/** The agency has it: what happens next is drawn by chance. */
export const assign = (way: Way, dossier: SimulatedDossier, at: Instant): void => {
  const { office } = way;
  const { random } = office;
  office.ask(dossier, { type: "assignHandler", at, handler: handlerOf(way, dossier) });
  const soon = (days: number) => Math.max(hoursAfter(at, 0.2), withinHours(daysAfter(dayOf(at), days), random));
  const plan = (days: number, step: typeof withdraw) => office.plan(soon(days), (when) => step(way, dossier, when));
  if (random.chance(BEHAVIOUR.withdrawn)) plan(1, withdraw);
  else if (random.chance(BEHAVIOUR.supplementAsked))
    plan(random.chance(BEHAVIOUR.supplementAskedLate) ? random.between(4, 6) : 1, askSupplement);
  else if (dossier.procedure.obligation && random.chance(BEHAVIOUR.obligation))
    plan(random.between(1, 3), notifyObligation);
  else if (dossier.procedure.legalTerm.amount >= 7 && random.chance(BEHAVIOUR.interlinked)) plan(0, interlink);
  else if (dossier.procedure.legalTerm.amount >= 7 && random.chance(BEHAVIOUR.opinionAsked)) plan(1, askOpinion);
  else if (random.chance(BEHAVIOUR.transferred)) plan(1, transfer);
  else planEnd(way, dossier, at);
};

const handlerOf = ({ office: { random } }: Way, { procedure, state }: SimulatedDossier): string =>
  `${state.agency ?? procedure.agency}/CV-${random.between(1, 8)}`;

const withdraw = ({ office, cashBook }: Way, dossier: SimulatedDossier, at: Instant): void => {
  office.ask(dossier, { type: "withdraw", at, reason: "applicant" });
  if (office.random.chance(BEHAVIOUR.refunded)) cashBook.refund(dossier, at + 60_000);
};

const transfer = (way: Way, dossier: SimulatedDossier, at: Instant): void => {
  const { office } = way;
  const to = office.random.pick(["Phòng Tài nguyên và Môi trường", "Phòng Quản lý đô thị", "Phòng Tư pháp"]);
  office.ask(dossier, { type: "transfer", at, to });
  office.plan(hoursAfter(at, 2), (when) => takeOver(way, dossier, when));
};

const takeOver = (way: Way, dossier: SimulatedDossier, at: Instant): void => {
  way.office.ask(dossier, { type: "assignHandler", at, handler: handlerOf(way, dossier) });
  planEnd(way, dossier, at);
};

const askSupplement = (way: Way, dossier: SimulatedDossier, at: Instant): void => {
  const { office } = way;
  office.ask(dossier, { type: "requestSupplement", at, items: ["missingDocument"], through: "oneStop" });
  const never = office.random.chance(BEHAVIOUR.supplementNever);
  const wait = never ? 30 : 1 + Math.min(25, Math.floor(office.random.exponential(4)));
  office.plan(withinHours(daysAfter(dayOf(at), wait), office.random), (when) =>
    never ? office.ask(dossier, { type: "expireSupplement", at: when }) : getSupplement(way, dossier, when),
  );
};

const getSupplement = (way: Way, dossier: SimulatedDossier, at: Instant): void => {
  way.office.ask(dossier, { type: "receiveSupplement", at });
  planEnd(way, dossier, at);
};

const notifyObligation = (way: Way, dossier: SimulatedDossier, at: Instant): void => {
  const { office } = way;
  const { random } = office;
  const fee: Amount = { kind: "fee", minor: 5_000 * random.between(2, 60), currency: "VND" };
  // Spread evenly from a fifth of the mean to nine fifths of it.
  const tax: Amount = {
    kind: "tax",
    minor: Math.round((BEHAVIOUR.meanTax * (0.2 + 1.6 * random.fraction())) / 10_000) * 10_000,
    currency: "VND",
  };
  const amounts = random.chance(BEHAVIOUR.taxed) ? [fee, tax] : [fee];
  office.ask(dossier, { type: "notifyObligation", at, amounts });
  const wait = 1 + Math.min(10, Math.floor(random.exponential(2)));
  office.plan(withinHours(daysAfter(dayOf(at), wait), random), (when) => settle(way, dossier, amounts, when));
};

/** Fees and taxes at one point: the applicant pays at the centre, and the clock runs again. */
const settle = (way: Way, dossier: SimulatedDossier, amounts: ReadonlyArray<Amount>, at: Instant): void => {
  const { office, cashBook } = way;
  const receipts = amounts.map((amount) =>
    cashBook.charge(dossier, at, amount, amount.kind === "tax" ? "transfer" : "cash"),
  );
  const last = receipts.at(-1);
  office.ask(dossier, { type: "settleObligation", at, ...(last && { receipt: `${last.symbol}/${last.serial}` }) });
  planEnd(way, dossier, at);
};
