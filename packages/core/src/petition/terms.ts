import type { LocalDate } from "../time/local-date.js";
import type { Term } from "../time/term.js";

/** What an office does with a petition by a date: the first four within a term from lodging, the last from the answer. */
export type PetitionStep = "refuse" | "askSupplement" | "forward" | "answer" | "publish";

/** A term and the regulation that sets it, named as in a `Violation`. */
export interface CitedTerm {
  readonly term: Term;
  readonly rule: string;
}

/**
 * The terms for handling petitions under one regime, as data with its citations. A petition keeps those under which it
 * was lodged.
 *
 * A step without a term has no due date: it can be neither on time nor late. An office with terms of its own brings a
 * pack of its own.
 */
export interface PetitionTerms {
  readonly id: string;
  /** First local date on which petitions are lodged under them. */
  readonly effectiveFrom: LocalDate;
  readonly terms: Readonly<Partial<Record<PetitionStep, CitedTerm>>>;
  /** What the term for the answer does when a supplement has come: it begins anew, or the waiting is added. */
  readonly clock: "restart" | "extend";
  readonly basis: ReadonlyArray<string>;
}

const workingDays = (amount: number, rule: string): CitedTerm => ({ term: { unit: "workingDay", amount }, rule });

/**
 * Decree 20/2008/NĐ-CP on receiving petitions about administrative rules: forwarded within five working days.
 *
 * No other term of it was read, so an answer under it has no due date. The day it came into force and the clock that
 * waits for a supplement are from general knowledge.
 */
export const ND_20_2008: PetitionTerms = {
  id: "ND-20-2008",
  effectiveFrom: "2008-03-15",
  terms: { forward: workingDays(5, "ND-20-2008") },
  clock: "extend",
  basis: ["NĐ 20/2008/NĐ-CP"],
};

/**
 * Decision 766/QĐ-TTg, whose index counts petitions refused within two working days, supplements asked for within five,
 * answers within fifteen, and answers published within two; forwarding stays under Decree 20/2008.
 *
 * Its date (23 June 2022) and the clock that waits for a supplement are from general knowledge.
 */
export const QD_766_2022: PetitionTerms = {
  id: "QD-766-2022",
  effectiveFrom: "2022-06-23",
  terms: {
    refuse: workingDays(2, "QD-766-2022"),
    askSupplement: workingDays(5, "QD-766-2022"),
    forward: workingDays(5, "ND-20-2008"),
    answer: workingDays(15, "QD-766-2022"),
    publish: workingDays(2, "QD-766-2022"),
  },
  clock: "extend",
  basis: ["QĐ 766/QĐ-TTg", "NĐ 20/2008/NĐ-CP"],
};

/** The terms for petitions in Vietnam that are loaded. */
export const VIETNAM_PETITION_TERMS: ReadonlyArray<PetitionTerms> = [ND_20_2008, QD_766_2022];
