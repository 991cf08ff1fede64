import { inMemoryEventStore } from "@motcua/event-store";
import { populate } from "@motcua/simulator";
import { Ajv, type ValidateFunction } from "ajv";
import addFormats from "ajv-formats";
import * as fc from "fast-check";
import { isRight } from "fp-ts/lib/Either.js";
import { describe, expect, it } from "vitest";
import { exportCloudEvents, exportNdjson } from "../src/index.js";
import { exportedText } from "./support/exporting.js";
import { rightOf } from "./support/importing.js";
import { arbitraryOf, STRANGE } from "./support/schemas/arbitrary.js";
import { CATALOGS, codecOf } from "./support/schemas/catalogs.js";
import { asyncApi, eventsSchema, eventTypes } from "./support/schemas/documents.js";

const DOCUMENTS = new URL("../../../docs/reference/schemas/", import.meta.url);

const ajv = new Ajv({ strict: false });
addFormats.default(ajv);
ajv.addSchema(eventsSchema(), "events.schema.json");

const validator = (name: string): ValidateFunction => {
  const found = ajv.getSchema(name);
  if (found === undefined) throw new Error(`${name} is not there`);
  return found;
};

const pretty = (document: object): string => `${JSON.stringify(document, null, 2)}\n`;

/** By night many, from a new seed that fast-check prints when one fails. */
const RUNS = process.env["MOTCUA_TIER"] === "nightly" ? { numRuns: 3_000 } : { numRuns: 60, seed: 20180621 };

describe("the schemas in docs/reference/schemas", () => {
  // After a change of a codec: `vitest run packages/interchange/test/schemas.test.ts -u`.
  it.each([
    ["events.schema.json", () => pretty(eventsSchema())],
    ["events.d.ts", eventTypes],
    ["asyncapi.json", () => pretty(asyncApi())],
  ])("%s is written from the codecs as they are", async (name, document) => {
    await expect(document()).toMatchFileSnapshot(new URL(name, DOCUMENTS).pathname);
  });

  it("tell each type of event once, so that its name is enough", () => {
    const types = CATALOGS.flatMap(({ events }) => Object.keys(events));
    expect(new Set(types).size).toBe(types.length);
  });

  const types = CATALOGS.flatMap(({ events }) => Object.entries(events));
  it.each(types)("take of %s what its codec takes, and refuse what it refuses", (type, schema) => {
    const validate = validator(`events.schema.json#/definitions/${type}`);
    const valid = arbitraryOf(codecOf(schema));
    fc.assert(
      fc.property(valid, fc.nat(), STRANGE, (data, place, strange) => {
        expect([isRight(schema.decode(data)), validate(data)]).toEqual([true, true]);
        for (const changed of [without(data, place), withOther(data, place, strange), strange])
          expect([changed, validate(changed)]).toEqual([changed, isRight(schema.decode(changed))]);
      }),
      RUNS,
    );
  });

  it("take every line of a simulated year, and no line whose data belongs to another type", async () => {
    const store = inMemoryEventStore();
    rightOf(await populate(store, { year: 2018, dossiers: 60, seed: 9 })());
    const validate = validator("events.schema.json");
    const lines = (await exportedText(exportNdjson(store))).text
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(lines.filter((line) => !validate(line))).toEqual([]);
    const received = lines.find(({ type }) => type === "DossierReceived");
    expect(validate({ ...received, data: {} })).toBe(false);
    expect(validate({ ...received, type: "UnitMoved" })).toBe(false);
    expect(validate({ ...received, stream: "note-1", type: "Noted", data: {} })).toBe(true);
  });

  it("say of a CloudEvent what is written", async () => {
    const store = inMemoryEventStore();
    rightOf(await populate(store, { year: 2018, dossiers: 20, seed: 9 })());
    const local = JSON.parse(JSON.stringify(asyncApi()).replaceAll("./events.schema.json", "events.schema.json"));
    ajv.addSchema(local, "asyncapi.json");
    for (const line of (await exportedText(exportCloudEvents(store))).text.trim().split("\n")) {
      const event = JSON.parse(line);
      const validate = validator(`asyncapi.json#/components/messages/${event.type.slice("motcua.".length)}/payload`);
      expect([validate(event), validate.errors]).toEqual([true, null]);
      expect(validate({ ...event, sequence: "1" })).toBe(false);
    }
  });
});

type Path = ReadonlyArray<string>;

/** Every place in a value, deep ones too. */
const pathsIn = (value: unknown, path: Path = []): ReadonlyArray<Path> =>
  typeof value === "object" && value !== null
    ? Object.entries(value).flatMap(([key, member]) => [[...path, key], ...pathsIn(member, [...path, key])])
    : [];

const changedAt = (
  data: unknown,
  place: number,
  change: (owner: Record<string, unknown>, key: string) => void,
): unknown => {
  const paths = pathsIn(data);
  const path = paths[place % Math.max(1, paths.length)];
  if (path === undefined) return data;
  const copy = structuredClone(data);
  let owner = copy as Record<string, unknown>;
  for (const key of path.slice(0, -1)) owner = owner[key] as Record<string, unknown>;
  change(owner, path.at(-1) ?? "");
  return copy;
};

const without = (data: unknown, place: number): unknown =>
  changedAt(data, place, (owner, key) => {
    if (Array.isArray(owner)) owner.splice(Number(key), 1);
    else delete owner[key];
  });

const withOther = (data: unknown, place: number, other: unknown): unknown =>
  changedAt(data, place, (owner, key) => {
    owner[key] = other;
  });
