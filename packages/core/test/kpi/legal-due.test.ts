import { anyHistory } from "@motcua/testkit";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { DossierRow, Due, LocalDate, Term } from "../../src/index.js";
import { rowsOf as rowsIn, VIETNAM } from "../../src/index.js";
import { legalDueOf, pausesOf } from "../../src/kpi/row-clock.js";
import { type History, happened, received, rowsOf } from "../support/figures.js";
import { days, hours } from "../support/procedures.js";
import { runs } from "../support/tier.js";
import { decider, dueBy, dueOn, vn } from "../support/vietnam.js";

const rowOf = (history: History): DossierRow => {
  const [row] = [...rowsIn(rowsOf(history))];
  if (row === undefined) throw new Error("no dossier");
  return row;
};

const END = vn("2018-12-31T00:00");
const legalDue = (history: History, until = END): Due | null => legalDueOf(VIETNAM)(rowOf(history), until);

/** Received on a Monday: promised for Thursday by the announced term, allowed until the Monday after by the legal one. */
const promised: LocalDate = "2018-07-05";
const under = (legalTerm: Term) => received("2018-07-02T09:00", dueOn(promised), { legalTerm, committedTerm: days(3) });

describe("until when the law had allowed for a dossier", () => {
  it("is its legal term, whatever shorter one was announced", () => {
    expect(legalDue([under(days(5))])).toEqual(dueOn("2018-07-09"));
    expect(legalDue([under(hours(8))])).toEqual(dueBy("2018-07-03T09:00"));
  });

  it("begins anew after a supplement, where the term does", () => {
    const asked = happened("SupplementRequested", "2018-07-03T09:00", { items: [] });
    const back = (clock: "restart" | "pause") => happened("SupplementReceived", "2018-07-10T09:00", { clock });
    expect(legalDue([under(days(5)), asked, back("restart")])).toEqual(dueOn("2018-07-17"));
    expect(legalDue([under(days(5)), asked, back("pause")])).toEqual(dueOn("2018-07-16"));
    expect(legalDue([under(days(5)), asked, back("restart")], vn("2018-07-05T00:00"))).toEqual(dueOn("2018-07-09"));
  });

  it("is later by what a payment was waited for, and by an extension", () => {
    const waited = [
      happened("FinancialObligationNotified", "2018-07-03T09:00", { amounts: [] }),
      happened("FinancialObligationSettled", "2018-07-05T09:00", {}),
    ];
    expect(legalDue([under(days(5)), ...waited])).toEqual(dueOn("2018-07-11"));
    const extended = happened("DeadlineExtended", "2018-07-03T09:00", {
      amount: 2,
      from: dueOn(promised),
      to: dueOn("2018-07-09"),
      reason: "complexity",
      basis: "Luật Đất đai",
    });
    expect(legalDue([under(days(5)), extended])).toEqual(dueOn("2018-07-11"));
    const anew = happened("SupplementReceived", "2018-07-10T09:00", { clock: "restart" });
    expect(legalDue([under(days(5)), extended, anew])).toEqual(dueOn("2018-07-17"));
  });

  it("is not known without a legal term, nor beyond the calendar", () => {
    expect(legalDue([received("2018-07-02T09:00")])).toBeNull();
    expect(legalDue([under(days(5_000))])).toBeNull();
  });

  it("is the date that the dossier's own clock leads to, where no shorter term was announced", () => {
    const histories = anyHistory(decider, { start: { from: vn("2018-01-02T00:00"), to: END } });
    let compared = 0;
    fc.assert(
      fc.property(histories, (history) => {
        const [reception] = history.filter(({ type }) => type === "DossierReceived");
        if (reception?.type !== "DossierReceived" || reception.data.committedTerm !== undefined) return;
        if (history.some(({ type }) => type === "FactCorrected")) return;
        const row = rowOf(history);
        const last = row.phases.at(-1);
        if (last === undefined || last.kind === "stopped" || last.stoodStillSince !== null) return;
        compared++;
        expect(legalDueOf(VIETNAM)(row, Number.POSITIVE_INFINITY)).toEqual(last.due);
      }),
      runs(4_000, 20_000),
    );
    expect(compared).toBeGreaterThan(200);
  });
});

describe("a dossier stands still", () => {
  it("for a supplement, a payment or a stop, each until it runs on", () => {
    const row = rowOf([
      under(days(5)),
      happened("SupplementRequested", "2018-07-03T09:00", { items: [] }),
      happened("SupplementReceived", "2018-07-04T09:00", { clock: "pause" }),
      happened("FinancialObligationNotified", "2018-07-05T09:00", { amounts: [] }),
      happened("FinancialObligationSettled", "2018-07-06T09:00", {}),
      happened("ProcessingStopped", "2018-07-09T09:00", { reason: "court" }),
      happened("ProcessingResumed", "2018-07-10T09:00", {}),
      happened("SupplementRequested", "2018-07-11T09:00", { items: [] }),
    ]);
    expect(pausesOf(row, END)).toEqual([
      { from: vn("2018-07-03T09:00"), to: vn("2018-07-04T09:00"), cause: "supplement" },
      { from: vn("2018-07-05T09:00"), to: vn("2018-07-06T09:00"), cause: "obligation" },
      { from: vn("2018-07-09T09:00"), to: vn("2018-07-10T09:00"), cause: "stopped" },
    ]);
  });
});
