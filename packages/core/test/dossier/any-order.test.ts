import { describe, expect, it } from "vitest";
import { type DossierEvent, noDossier } from "../../src/index.js";
import { happened, received, resolved } from "../support/figures.js";
import { decider, vn } from "../support/vietnam.js";

const fold = (...events: ReadonlyArray<DossierEvent>) => events.reduce(decider.evolve, noDossier);
const assigned = happened("HandlerAssigned", "2018-07-03T09:00", { handler: "handler-1", agency: "land office" });

describe("a log may tell of things in any order", () => {
  it("of the end before the beginning: the end stays", () => {
    expect(fold(resolved("2018-07-05T09:00"), received("2018-07-02T09:00"))).toMatchObject({
      status: "resolved",
      receivedAt: vn("2018-07-02T09:00"),
    });
  });

  it("of a handler after the end: it is known, and nothing is opened again", () => {
    expect(fold(received("2018-07-02T09:00"), resolved("2018-07-05T09:00"), assigned)).toMatchObject({
      status: "resolved",
      handler: "handler-1",
    });
  });

  it("of a supplement before the reception: there is no clock to stop", () => {
    const asked = happened("SupplementRequested", "2018-07-01T09:00", { items: [] });
    expect(fold(asked)).toMatchObject({ status: "awaitingSupplement", clock: null, supplements: 1 });
  });

  it("of a reception without a term: there is no clock and no promise", () => {
    expect(fold(received("2018-07-02T09:00", null))).toMatchObject({ status: "received", clock: null, due: null });
  });

  it("of an agency's part that ends before it begins: the end is not held against what comes", () => {
    const done = happened("SubTaskCompleted", "2018-07-03T09:00", { agency: "tax office" });
    const route = happened("InterlinkedRouteSet", "2018-07-02T10:00", {
      route: "paper",
      lead: "land office",
      agencies: [{ agency: "tax office", term: { unit: "workingDay", amount: 2 } }],
    });
    expect(fold(route, done).subTasks).toMatchObject([{ agency: "tax office", due: null, completedAt: null }]);
    expect(fold(done).subTasks).toEqual([]);
  });

  it("of a correction before what it corrects: nothing is made up", () => {
    const actor = { role: "handler" as const, id: "staff-1" };
    const corrected = happened("FactCorrected", "2018-07-01T09:00", {
      correction: { field: "receivedAt", from: 0, to: 1 },
      reason: "r",
      basis: "b",
      by: actor,
      approvedBy: actor,
    });
    expect(fold(corrected)).toMatchObject({ receivedAt: null, clock: null, due: null, corrections: 1 });
  });

  it("of lines that have no name here: they say who had it", () => {
    const line = happened("SourceEventRecorded", "2018-07-02T10:00", {
      log: "receipt",
      ordinal: 1,
      activity: "T02",
      attributes: {},
      handler: "handler-2",
      unit: "experts",
    });
    expect(fold(received("2018-07-02T09:00"), line)).toMatchObject({
      status: "received",
      handler: "handler-2",
      holder: "experts",
    });
  });
});
