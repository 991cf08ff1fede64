import { createHash } from "node:crypto";
import {
  type DossierEvent,
  dossierEvents,
  dossierRows,
  indicatorsReport,
  numberEvents,
  petitionEvents,
  procedureEvents,
  treasuryEvents,
  unitEvents,
  VIETNAM,
} from "@motcua/core";
import { inMemoryEventStore, project } from "@motcua/event-store";
import { isLeft, isRight } from "fp-ts/lib/Either.js";
import { describe, expect, it } from "vitest";
import { populate, type SimulatedAppend, simulatedCentre, simulateYear } from "../src/index.js";

const year = (seed: number, dossiers = 600): ReadonlyArray<ReadonlyArray<SimulatedAppend>> => [
  ...simulateYear({ year: 2018, dossiers, seed }),
];

const digest = (batches: unknown): string => createHash("sha256").update(JSON.stringify(batches)).digest("hex");

describe("a simulated year", () => {
  it("is the same, byte for byte, for the same seed, and another for another", () => {
    expect(digest(year(1))).toBe(digest(year(1)));
    expect(digest(year(1))).not.toBe(digest(year(2)));
  });

  it("holds only events that pass their schemas, and lose nothing as JSON", () => {
    const catalog = {
      ...dossierEvents,
      ...numberEvents,
      ...petitionEvents,
      ...procedureEvents,
      ...treasuryEvents,
      ...unitEvents,
    };
    for (const { events } of year(3).flat()) {
      for (const event of events) {
        const decoded = catalog[event.type as DossierEvent["type"]].decode(event.data);
        expect(isRight(decoded), `${event.type} ${isLeft(decoded) ? decoded.left : ""}`).toBe(true);
        expect(JSON.parse(JSON.stringify(event.data))).toEqual(event.data);
      }
    }
  });

  it("names each stream at most once in a batch, at the version where it stands", () => {
    const versions = new Map<string, number>();
    for (const batch of year(4)) {
      expect(new Set(batch.map(({ stream }) => stream)).size).toBe(batch.length);
      for (const { stream, expected, events } of batch) {
        expect(expected).toBe(versions.get(stream) ?? 0);
        versions.set(stream, expected + events.length);
      }
    }
  });

  it("keeps to the order of time within a stream", () => {
    const last = new Map<string, number>();
    for (const { stream, events } of year(5).flat()) {
      for (const { occurredAt } of events) {
        expect(occurredAt).toBeGreaterThanOrEqual(last.get(stream) ?? 0);
        last.set(stream, occurredAt);
      }
    }
  });

  it("receives as many dossiers as were asked for, within the year", async () => {
    const store = inMemoryEventStore();
    expect(isRight(await populate(store, { year: 2018, dossiers: 2_000, seed: 6 })())).toBe(true);
    const rows = await project(store, dossierRows)();
    if (isLeft(rows)) throw new Error(rows.left.code);
    const { total } = indicatorsReport(rows.right, { zone: VIETNAM.zone, onTimeBy: "auto" });
    expect(total.received).toBe(2_000);
    expect(total.resolved.total + total.withdrawn + total.stopped + total.inProgress.total).toBe(2_000);
    expect(total.rates.onTimeOfResolved).toBeGreaterThan(0.88);
    expect(total.rates.onTimeOfResolved).toBeLessThan(0.95);
  });

  it("written twice is written once: what an interruption left out is made up for", async () => {
    const options = { year: 2018, dossiers: 300, seed: 7 };
    const [whole, interrupted] = [inMemoryEventStore(), inMemoryEventStore()];
    await populate(whole, options)();
    let batches = 0;
    for (const batch of simulateYear({ ...options, batch: 100 })) {
      if (++batches > 5) break;
      for (const { stream, events, expected } of batch) await interrupted.append(stream, events, expected)();
    }
    expect(isRight(await populate(interrupted, { ...options, batch: 100 })())).toBe(true);
    expect(isRight(await populate(interrupted, { ...options, batch: 100 })())).toBe(true);
    const [a, b] = [await whole.head(), await interrupted.head()];
    expect(isRight(b) && b.right.events).toBe(isRight(a) && a.right.events);
  });
});

describe("the simulated centre", () => {
  it("has the numbers of the report of 2018: 254 procedures, 15 agencies, 13 same-day, 69 shortened, 49 online, 19 wards", () => {
    const { procedures, agencies, wards } = simulatedCentre();
    const shortened = procedures.filter(({ committedTerm, sameDay }) => committedTerm !== null && !sameDay);
    expect([
      procedures.length,
      agencies.length,
      procedures.filter(({ sameDay }) => sameDay).length,
      shortened.length,
      procedures.filter(({ online }) => online).length,
      wards.length,
    ]).toEqual([254, 15, 13, 69, 49, 19]);
    for (const { committedTerm, legalTerm } of shortened) expect(committedTerm?.amount).toBeLessThan(legalTerm.amount);
  });
});
