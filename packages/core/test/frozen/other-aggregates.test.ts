import { readFileSync } from "node:fs";
import { right } from "fp-ts/lib/Either.js";
import { describe, expect, it } from "vitest";
import {
  calendarEvents,
  messageEvents,
  numberEvents,
  petitionEvents,
  procedureEvents,
  type Schema,
  treasuryEvents,
  unitEvents,
} from "../../src/index.js";

interface Sample {
  readonly stream: string;
  readonly type: string;
  readonly schemaVersion: number;
  readonly data: object;
}

const schemas: Readonly<Record<string, Schema>> = {
  ...calendarEvents,
  ...messageEvents,
  ...numberEvents,
  ...petitionEvents,
  ...procedureEvents,
  ...treasuryEvents,
  ...unitEvents,
};

/** As for dossiers: added to, never changed. */
const samples: ReadonlyArray<Sample> = readFileSync(new URL("other-events.v1.jsonl", import.meta.url), "utf8")
  .trimEnd()
  .split("\n")
  .map((line) => JSON.parse(line));

it("every type of event beside those of dossiers has a sample, and none a type that is no longer known", () => {
  expect([...new Set(samples.map(({ type }) => type))].toSorted()).toEqual(Object.keys(schemas).toSorted());
});

describe("what was written is still read as it was", () => {
  it.each(samples.map((sample) => [sample.type, sample.stream, sample] as const))("%s of %s", (type, _, sample) => {
    expect(sample.schemaVersion).toBeLessThanOrEqual(schemas[type]?.schemaVersion ?? 0);
    expect(schemas[type]?.decode(sample.data)).toEqual(right(sample.data));
  });
});
