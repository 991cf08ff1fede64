import { anyEvents, anyHistory } from "@motcua/testkit";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type DossierEvent,
  type Instant,
  type RecordedFact,
  type RevisionQuery,
  type RevisionReport,
  revisionCutOf,
  revisionReport,
  revisionView,
  VIETNAM,
} from "../../src/index.js";
import { asked } from "../support/commands.js";
import { figures, happened, period, received, resolved } from "../support/figures.js";
import { historyOf } from "../support/history.js";
import { days } from "../support/procedures.js";
import { runs } from "../support/tier.js";
import { decider, dueOn, vn } from "../support/vietnam.js";

const year = { from: vn("2018-01-02T00:00"), to: vn("2018-12-31T00:00") };

interface Recorded {
  readonly event: DossierEvent;
  readonly recordedAt: Instant;
}

/** Learned of when it happened, unless another time is given. */
const known = (event: DossierEvent, time?: string): Recorded => ({
  event,
  recordedAt: time === undefined ? event.occurredAt : vn(time),
});

const query: RevisionQuery = {
  zone: VIETNAM.zone,
  onTimeBy: "auto",
  from: "2018-07-01",
  to: "2018-08-01",
  asOf: vn("2026-01-01T00:00"),
  knownThen: vn("2018-08-02T09:00"),
  atMost: 10,
};

const factsOf = (lives: ReadonlyArray<ReadonlyArray<Recorded>>): ReadonlyArray<RecordedFact> =>
  lives.flatMap((life, n) =>
    life.map(({ event, recordedAt }, m) => ({ ...event, stream: `dossier-${n + 1}`, version: m + 1, recordedAt })),
  );

const report = (lives: ReadonlyArray<ReadonlyArray<Recorded>>, asked: Partial<RevisionQuery> = {}): RevisionReport => {
  const whole = { ...query, ...asked };
  const { step, empty } = revisionView(revisionCutOf(whole));
  return revisionReport(factsOf(lives).reduce(step, empty()), whole);
};

describe("a period as it was known then, and as it is known now", () => {
  const inTime = [known(received("2018-07-02T09:00")), known(resolved("2018-07-06T09:00"))];
  const toldLate = [known(received("2018-07-02T09:00")), known(resolved("2018-07-20T09:00"), "2018-08-10T09:00")];
  const afterwards = [known(received("2018-07-02T09:00")), known(resolved("2018-08-20T09:00"))];

  it("differs by what was told of it late, not by what happened after it", () => {
    const { asKnownThen, asKnownNow, difference, redated, revised } = report([inTime, toldLate, afterwards]);
    expect(asKnownThen).toMatchObject({ resolved: { total: 1 }, inProgress: { overdue: 2 } });
    expect(asKnownNow).toMatchObject({ resolved: { total: 2, late: 1 }, inProgress: { overdue: 1 } });
    expect(difference).toMatchObject({ received: 0, resolved: { late: 1 }, inProgress: { overdue: -1 } });
    expect(difference.rates.onTimeOfResolved).toBe(-0.5);
    expect(redated).toBe(0);
    expect(revised).toMatchObject({ dossiers: 1, events: 1 });
    expect(revised.first).toEqual([
      {
        stream: "dossier-2",
        figures: expect.arrayContaining(["resolved.late", "inProgress.overdue", "throughputDays.median"]),
        events: {
          count: 1,
          first: [
            {
              stream: "dossier-2",
              version: 2,
              type: "DossierResolved",
              occurredAt: vn("2018-07-20T09:00"),
              recordedAt: vn("2018-08-10T09:00"),
            },
          ],
        },
      },
    ]);
  });

  it("counts the dossiers that were re-dated after the fact, whenever that was", () => {
    const life = historyOf(
      asked("receive", "2018-07-02T09:00", { legalTerm: days(5) }),
      asked("resolve", "2018-07-11T09:00"),
      asked("correctFact", "2018-09-03T09:00", {
        correction: { field: "resolvedAt", from: vn("2018-07-11T09:00"), to: vn("2018-07-09T09:00") },
      }),
    ).map((event) => known(event));
    const ofAgency = historyOf(asked("receive", "2018-07-02T09:00"), asked("correctFact", "2018-09-03T09:00")).map(
      (event) => known(event),
    );
    const { asKnownThen, asKnownNow, redated, revised } = report([life, ofAgency]);
    expect([asKnownThen.resolved.late, asKnownNow.resolved.late, redated]).toEqual([1, 0, 1]);
    expect(revised.first).toMatchObject([{ stream: "dossier-1", events: { first: [{ type: "FactCorrected" }] } }]);
    expect(report([life], { from: "2018-08-01", to: "2018-08-15" }).redated).toBe(0);
  });

  it("counts a date that was put off again, whenever that was told", () => {
    const putOff = (time: string) =>
      happened("DueDateRescheduled", time, { from: dueOn("2018-07-09"), to: dueOn("2018-10-01"), reason: "a storm" });
    const life = [
      known(received("2018-07-02T09:00")),
      known(putOff("2018-07-09T09:00")),
      known(putOff("2018-08-20T09:00")),
    ];
    const { difference, revised } = report([life]);
    expect(difference.rescheduled.dossiers).toBe(-1);
    expect(revised.first).toMatchObject([{ figures: ["rescheduled.dossiers"], events: { count: 1 } }]);
  });

  it("lists at most so many, and says how many there are", () => {
    const { revised } = report([toldLate, toldLate, toldLate], { atMost: 2 });
    expect(revised).toMatchObject({ dossiers: 3, events: 3, first: [{}, {}] });
    expect(revised.first).toHaveLength(2);
  });

  it("knows of dossiers that nobody had told of then", () => {
    const unheard = inTime.map(({ event }) => known(event, "2018-08-10T09:00"));
    const { difference, revised } = report([unheard]);
    expect(difference).toMatchObject({ received: 1, resolved: { onTime: 0, early: 1 } });
    expect(revised).toMatchObject({ dossiers: 1, events: 2 });
  });
});

describe("whatever happened and whenever it was learned of", () => {
  const lives = fc.array(
    fc
      .oneof(anyHistory(decider, { start: year }), anyEvents(10, year))
      .chain((events) =>
        fc.tuple(
          ...events.map((event) =>
            fc
              .oneof(fc.constant(0), fc.integer({ min: 0, max: 200 * 86_400_000 }))
              .map((later) => ({ event, recordedAt: event.occurredAt + later })),
          ),
        ),
      ),
    { maxLength: 6 },
  );
  const instants = fc.integer({ min: year.from, max: vn("2019-06-01T00:00") });
  const over = { from: "2018-04-01", to: "2018-10-01" } as const;

  it("each side is the report of what was known", () => {
    fc.assert(
      fc.property(lives, instants, (drawn, knownThen) => {
        const { asKnownThen, asKnownNow } = report(drawn, { ...over, knownThen });
        const seen = (until: Instant) =>
          drawn.map((life) => life.filter(({ recordedAt }) => recordedAt <= until).map(({ event }) => event));
        expect(asKnownThen).toEqual(figures(seen(knownThen), period(over.from, over.to)));
        expect(asKnownNow).toEqual(figures(seen(Number.POSITIVE_INFINITY), period(over.from, over.to)));
      }),
      runs(200),
    );
  });

  it("the dossiers that are listed explain every difference: without them there is none", () => {
    let explained = 0;
    fc.assert(
      fc.property(lives, instants, (drawn, knownThen) => {
        const asked = { ...over, knownThen, atMost: 100 };
        const { revised } = report(drawn, asked);
        const listed = new Set(revised.first.map(({ stream }) => stream));
        const others = drawn.filter((_, n) => !listed.has(`dossier-${n + 1}`));
        const rest = report(others, asked);
        expect(rest.asKnownNow).toEqual(rest.asKnownThen);
        expect(revised.first.every(({ events }) => events.count > 0)).toBe(true);
        explained += listed.size;
      }),
      runs(300),
    );
    expect(explained).toBeGreaterThan(100);
  });

  it("known then as now, nothing differs", () => {
    fc.assert(
      fc.property(lives, (drawn) => {
        const { asKnownThen, asKnownNow, difference, revised, redated } = report(drawn, {
          ...over,
          knownThen: vn("2030-01-01T00:00"),
        });
        expect(asKnownNow).toEqual(asKnownThen);
        expect(JSON.stringify(difference)).not.toMatch(/:-?[1-9]/);
        expect([revised.dossiers, redated]).toEqual([0, 0]);
      }),
      runs(100),
    );
  });
});
