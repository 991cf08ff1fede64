import { describe, expect, it } from "vitest";
import { figures, happened, july, period, received, resolved } from "../support/figures.js";
import { dueOn, vn } from "../support/vietnam.js";

describe("resolved dossiers are held against the due date", () => {
  it("early, on time, late, and without a deadline", () => {
    const { resolved: counts, rates } = figures([
      [received("2018-07-02T09:00"), resolved("2018-07-06T09:00")],
      [received("2018-07-02T09:00"), resolved("2018-07-09T17:01")],
      [received("2018-07-02T09:00"), resolved("2018-07-10T09:00")],
      [received("2018-07-02T09:00", null), resolved("2018-07-31T09:00")],
    ]);
    expect(counts).toEqual({ total: 4, early: 1, onTime: 1, late: 1, noDeadline: 1 });
    expect(rates.onTimeOfResolved).toBe(0.666667);
  });

  it("a refusal after appraisal is resolved like any other", () => {
    const refused = happened("DossierResolved", "2018-07-06T09:00", { outcome: "refused", reasons: ["disputed"] });
    expect(figures([[received("2018-07-02T09:00"), refused]]).resolved).toMatchObject({ total: 1, early: 1 });
  });

  it("a dossier that was not taken in counts nowhere", () => {
    const { rates: _, ...counts } = figures([
      [
        happened("DossierSubmitted", "2018-07-02T09:00", {
          subjectRef: "s",
          procedure: "p",
          centre: "c",
          channel: "online",
        }),
        happened("IntakeRefused", "2018-07-03T09:00", { reasons: ["not ours"] }),
      ],
    ]);
    expect(counts).toMatchObject({ received: 0, carriedOver: 0, resolved: { total: 0 }, inProgress: { total: 0 } });
  });

  it("withdrawn and stopped dossiers are counted apart, in no rate of resolved ones", () => {
    const counts = figures([
      [received("2018-07-02T09:00"), happened("DossierWithdrawn", "2018-07-20T09:00", {})],
      [received("2018-07-02T09:00"), happened("ProcessingStopped", "2018-07-20T09:00", { reason: "court" })],
      [received("2018-07-02T09:00"), happened("SupplementExpired", "2018-07-20T09:00", {})],
    ]);
    expect(counts).toMatchObject({
      received: 3,
      withdrawn: 1,
      stopped: 2,
      resolved: { total: 0 },
      inProgress: { total: 0 },
      rates: { onTimeOfResolved: null, onTimeOfReceived: 0, onTimeOfHandled: null },
    });
  });

  it("the date that the clock moved is the one that counts", () => {
    const restarted = happened("SupplementReceived", "2018-07-16T09:00", {
      clock: "restart",
      due: dueOn("2018-07-23"),
    });
    const waited = [
      received("2018-07-02T09:00"),
      happened("SupplementRequested", "2018-07-04T09:00", { items: ["map"] }),
      restarted,
    ];
    expect(figures([[...waited, resolved("2018-07-23T09:00")]]).resolved).toMatchObject({ onTime: 1 });
    expect(figures([[...waited, resolved("2018-07-24T09:00")]]).resolved).toMatchObject({ late: 1 });
  });

  it("it is returned whenever it is returned: only the decision is held against the date", () => {
    const returned = happened("ResultReturned", "2018-07-30T09:00", { method: "counter" });
    expect(figures([[received("2018-07-02T09:00"), resolved("2018-07-06T09:00"), returned]]).resolved.early).toBe(1);
  });
});

describe("in which period", () => {
  const history = [received("2018-06-29T09:00", dueOn("2018-07-09")), resolved("2018-07-31T23:59:59.999")];

  it("received in one, resolved in the next: carried over there", () => {
    expect(figures([history], period("2018-06-01", "2018-07-01"))).toMatchObject({
      received: 1,
      inProgress: { total: 1 },
    });
    expect(figures([history])).toMatchObject({ received: 0, carriedOver: 1, resolved: { late: 1 } });
    expect(figures([history], period("2018-08-01", "2018-09-01"))).toMatchObject({
      carriedOver: 0,
      resolved: { total: 0 },
    });
  });

  it("its first instant belongs to it, its end to the next", () => {
    const atEnds = ["2018-06-30T23:59:59.999", "2018-07-01T00:00", "2018-07-31T23:59:59.999", "2018-08-01T00:00"];
    expect(figures(atEnds.map((time) => [received(time)]))).toMatchObject({ received: 2, carriedOver: 1 });
  });

  it("as of an instant nothing later is known", () => {
    const asOf = (time: string) => figures([history], { ...july, asOf: vn(time) });
    expect(asOf("2018-07-31T23:59:59.998")).toMatchObject({ resolved: { total: 0 }, inProgress: { overdue: 1 } });
    expect(asOf("2018-07-31T23:59:59.999")).toMatchObject({ resolved: { late: 1 }, inProgress: { total: 0 } });
    expect(asOf("2018-06-28T09:00")).toMatchObject({ received: 0, carriedOver: 0 });
  });
});

describe("how long it took", () => {
  const tookDays = (...days: ReadonlyArray<number>) =>
    figures(
      days.map((n) => {
        const receivedAt = received("2018-07-02T09:00", null);
        return [receivedAt, { ...resolved("2018-07-02T09:00"), occurredAt: receivedAt.occurredAt + n * 86_400_000 }];
      }),
    ).throughputDays;

  it("the median is the middle, or the mean of the two middle ones", () => {
    expect(tookDays(1, 9, 2).median).toBe(2);
    expect(tookDays(9, 1, 2, 4).median).toBe(3);
  });

  it("the 90th percentile is the nearest rank: an observed value that nine of ten do not exceed", () => {
    expect(tookDays(10, 9, 8, 7, 6, 5, 4, 3, 2, 1).p90).toBe(9);
    expect(tookDays(11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1).p90).toBe(10);
    expect(tookDays(3).p90).toBe(3);
  });

  it("in days of 24 hours, of those with and without a deadline; of none it is unknown", () => {
    expect(tookDays(0.5)).toEqual({ median: 0.5, p90: 0.5 });
    expect(tookDays(1 / 3)).toEqual({ median: 0.333333, p90: 0.333333 });
    expect(tookDays()).toEqual({ median: null, p90: null });
  });

  it("numbers, not texts, are put in order", () => {
    expect(tookDays(10, 9, 2).median).toBe(9);
  });
});
