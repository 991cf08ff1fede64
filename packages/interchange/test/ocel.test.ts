import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type EventStore, inMemoryEventStore } from "@motcua/event-store";
import { populate } from "@motcua/simulator";
import { Ajv } from "ajv";
import addFormats from "ajv-formats";
import * as fc from "fast-check";
import { beforeAll, describe, expect, it, onTestFinished, type TestContext } from "vitest";
import { exportOcelJson, exportOcelXml } from "../src/index.js";
import { tableNames } from "../src/ocel/table-names.js";
import { exportedText, logOfEvents, RECEPTION } from "./support/exporting.js";
import { imported, opened, rightOf } from "./support/importing.js";
import { brokenConstraints } from "./support/ocel/constraints.js";
import { ocelDatabaseOf } from "./support/ocel/open-export.js";
import { program } from "./support/program.js";
import { ABSENT, sharedData } from "./support/reading.js";

interface Named {
  readonly id: string;
  readonly type: string;
  readonly attributes: ReadonlyArray<{ readonly name: string; readonly value: string; readonly time?: string }>;
  readonly relationships: ReadonlyArray<{ readonly objectId: string; readonly qualifier: string }>;
}

interface Ocel {
  readonly eventTypes: ReadonlyArray<{ readonly name: string; readonly attributes: ReadonlyArray<{ name: string }> }>;
  readonly objectTypes: Ocel["eventTypes"];
  readonly events: ReadonlyArray<Named & { readonly time: string }>;
  readonly objects: ReadonlyArray<Named>;
}

const ocelOf = async (store: EventStore): Promise<Ocel> => JSON.parse((await exportedText(exportOcelJson(store))).text);

/** What readers would drop without a word, or choke on. */
const faultsOf = ({ eventTypes, objectTypes, events, objects }: Ocel): ReadonlyArray<string> => {
  const types = new Map(
    [...eventTypes, ...objectTypes].map((type) => [type.name, new Set(type.attributes.map(({ name }) => name))]),
  );
  const known = new Set(objects.map(({ id }) => id));
  const faults: string[] = [];
  if (known.size < objects.length) faults.push("an object is there twice");
  if (new Set(events.map(({ id }) => id)).size < events.length) faults.push("an event is there twice");
  for (const { id, type, attributes, relationships } of [...events, ...objects]) {
    for (const { name } of attributes) if (!types.get(type)?.has(name)) faults.push(`${id}: ${name} is not declared`);
    for (const { objectId } of relationships) if (!known.has(objectId)) faults.push(`${id}: no object ${objectId}`);
    if (new Set(relationships.map(({ objectId }) => objectId)).size < relationships.length)
      faults.push(`${id}: two qualifiers for one object`);
  }
  for (const { id, relationships, time } of events) {
    if (!relationships.some(({ objectId }) => objectId.startsWith("dossier-"))) faults.push(`${id}: of no dossier`);
    if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(time)) faults.push(`${id}: ${time}`);
  }
  for (const { id, attributes } of objects) {
    const times = attributes.map(({ time = "" }) => time);
    if (times.join() !== times.toSorted((a, b) => Date.parse(a) - Date.parse(b)).join())
      faults.push(`${id}: values out of order`);
  }
  return faults;
};

const validate = (ctx: TestContext): ((ocel: unknown) => unknown) => {
  const schema = sharedData("schemas/schema_ocel2.json");
  if (schema === null) return ctx.skip(`needs the data ${ABSENT}`);
  const ajv = new Ajv();
  addFormats.default(ajv);
  const check = ajv.compile(JSON.parse(readFileSync(schema, "utf8")));
  return (ocel) => (check(ocel) ? "valid" : check.errors);
};

let simulated: EventStore;
beforeAll(async () => {
  simulated = inMemoryEventStore();
  rightOf(await populate(simulated, { year: 2018, dossiers: 300, seed: 5 })());
});

describe("a log as OCEL 2.0", () => {
  it("binds each event to its dossier, and to whom and what else it is about", async () => {
    const store = await logOfEvents([
      { dossier: "d1", type: "DossierReceived", data: RECEPTION },
      { dossier: "d1", type: "DossierForwarded", data: { from: "Bộ phận một cửa", to: "Phòng Tư pháp" } },
    ]);
    const { events, objects } = await ocelOf(store);
    expect(
      events.map(({ type, relationships }) => [
        type,
        relationships.map(({ objectId, qualifier }) => `${qualifier}: ${objectId}`),
      ]),
    ).toEqual([
      [
        "DossierReceived",
        [
          "dossier: dossier-d1",
          "applicant: applicant-subject-1",
          "procedure: procedure-1.001",
          "by: official-TN-1",
          "at: unit-Bộ phận một cửa",
          "agency: unit-Phòng Tư pháp",
        ],
      ],
      ["DossierForwarded", ["dossier: dossier-d1", "at: unit-Bộ phận một cửa", "to: unit-Phòng Tư pháp"]],
    ]);
    expect(objects.find(({ id }) => id === "dossier-d1")?.relationships.map(({ objectId }) => objectId)).toEqual([
      "applicant-subject-1",
      "procedure-1.001",
      "unit-Phòng Tư pháp",
    ]);
  });

  it("keeps what each attribute of a dossier was at first, and since when it has been another", async () => {
    const [received, later] = [Date.UTC(2018, 2, 1), Date.UTC(2018, 2, 5)];
    const due = { kind: "date", date: "2018-03-12" };
    const { objects } = await ocelOf(
      await logOfEvents([
        { dossier: "d", type: "DossierReceived", data: RECEPTION, occurredAt: received },
        { dossier: "d", type: "SupplementRequested", data: { items: [] }, occurredAt: received + 1 },
        { dossier: "d", type: "SupplementReceived", data: { clock: "extend", due }, occurredAt: later },
      ]),
    );
    const values = objects.find(({ id }) => id === "dossier-d")?.attributes ?? [];
    expect(values.filter(({ name }) => name === "due" || name === "status")).toEqual([
      { name: "status", value: "received", time: "1970-01-01T00:00:00Z" },
      { name: "due", value: "2018-03-08", time: "1970-01-01T00:00:00Z" },
      { name: "status", value: "awaitingSupplement", time: "2018-03-01T00:00:00.001Z" },
      { name: "status", value: "processing", time: "2018-03-05T00:00:00.000Z" },
      { name: "due", value: "2018-03-12", time: "2018-03-05T00:00:00.000Z" },
    ]);
  });

  it("of a simulated year is valid by the official schema, with no link that leads nowhere", async (ctx) => {
    const ocel = await ocelOf(simulated);
    expect(faultsOf(ocel)).toEqual([]);
    expect(ocel.events.length).toBeGreaterThan(2_000);
    expect(validate(ctx)(ocel)).toBe("valid");
  });

  it("leaves out what speaks of a person", async () => {
    const data = { note: { subject: "whom", sealed: "c2VhbGVk" } };
    const store = await logOfEvents([{ dossier: "d", type: "DossierWithdrawn", data: { ...data, reason: "r" } }]);
    for (const text of [exportOcelJson, exportOcelXml]) {
      const written = (await exportedText(text(store))).text;
      expect(written).toContain('"reason"');
      expect(written).not.toMatch(/whom|c2VhbGVk/);
    }
  });
});

describe("OCEL 2.0 as a database", () => {
  it("satisfies all 24 constraints, and holds what the JSON holds", async () => {
    const database = await ocelDatabaseOf(simulated);
    expect(brokenConstraints(database)).toEqual([]);
    const { events, objects, eventTypes } = await ocelOf(simulated);
    const count = (table: string) => database.prepare(`SELECT count(*) FROM "${table}"`).pluck().get();
    const links = (all: ReadonlyArray<Named>) => all.reduce((sum, { relationships }) => sum + relationships.length, 0);
    expect([count("event"), count("object"), count("event_object"), count("object_object")]).toEqual([
      events.length,
      objects.length,
      links(events),
      links(objects),
    ]);
    for (const { name } of eventTypes)
      expect(count(`event_${name}`)).toBe(events.filter(({ type }) => type === name).length);
    expect(database.pragma("foreign_key_check")).toEqual([]);
  });

  it("says which constraint is broken", async () => {
    const database = await ocelDatabaseOf(simulated);
    const copy = new (database.constructor as new (file: Buffer) => typeof database)(database.serialize());
    copy.exec('ALTER TABLE "event_DossierResolved" RENAME COLUMN ocel_time TO moment');
    expect(brokenConstraints(copy)).toEqual(["13: ocel_time of event types"]);
    copy.exec('DROP TABLE "event_DossierResolved"');
    expect(brokenConstraints(copy)).toContain("3: tables of event types are those of the map");
    copy.close();
  });

  it("gives types whose names differ only in marks or case tables of their own", async () => {
    const names = ["Hồ sơ", "Hộ sở", "HỒ SƠ", "ho so", "object", "map_type", "Đã", "da", "—", "…"];
    const store = await logOfEvents(
      names.map((activity, n) => ({
        dossier: "d",
        type: "SourceEventRecorded",
        data: { log: "l", ordinal: n, activity, attributes: { Nhóm: "a", nhóm: "b", ocel_id: "c", [`k${n}`]: n } },
      })),
    );
    const database = await ocelDatabaseOf(store);
    expect(brokenConstraints(database)).toEqual([]);
    const map = database.prepare("SELECT ocel_type, ocel_type_map FROM event_map_type").all() as ReadonlyArray<{
      readonly ocel_type: string;
      readonly ocel_type_map: string;
    }>;
    expect(map.map(({ ocel_type }) => ocel_type).toSorted()).toEqual(names.toSorted());
    for (const { ocel_type_map } of map)
      expect(database.prepare(`SELECT * FROM event_${ocel_type_map}`).all()).toHaveLength(1);
    expect(database.prepare("SELECT * FROM event_object").all()).toHaveLength(names.length);
  });

  it("names tables so that no two types ever share one", () => {
    const type = fc.oneof(fc.constantFrom("Hồ sơ", "ho so", "HO_SO", "ho_so_2"), fc.string({ unit: "grapheme" }));
    fc.assert(
      fc.property(fc.uniqueArray(type), (types) => {
        const tables = [...tableNames(types).values()];
        expect(new Set(tables.map((table) => table.toLowerCase())).size).toBe(types.length);
        for (const table of tables) expect(table).toMatch(/^[A-Za-z0-9_]+$/);
      }),
    );
  });
});

describe("OCEL 2.0 as XML", () => {
  it("is the specification's; with its links written as the schema has them, the schema's too", async (ctx) => {
    const schema = sharedData("schemas/ocel2-validation.xsd");
    if (schema === null) return ctx.skip(`needs the data ${ABSENT}`);
    const { text } = await exportedText(exportOcelXml(simulated));
    const folder = mkdtempSync(join(tmpdir(), "motcua-"));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    const file = join(folder, "log.xml");
    writeFileSync(file, text.replaceAll("<relationship ", '<object type="" '));
    // Two of its references can be kept by no log in which two types have an attribute of one name.
    const unkept = /<xs:keyref name="(object|event)AttributeRef".*?<\/xs:keyref>/gs;
    writeFileSync(join(folder, "ocel.xsd"), readFileSync(schema, "utf8").replace(unkept, ""));
    const { printed } = program(ctx, "xmllint", ["--noout", "--schema", join(folder, "ocel.xsd"), file]);
    expect(printed).toBe(`${file} validates\n`);
    expect(text.match(/<relationship object-id="dossier-/g)?.length).toBe(text.match(/<event id=/g)?.length);
  });
});

it("1,434 real permit dossiers as OCEL 2.0 are 8,577 events, valid and whole", async (ctx) => {
  const original = sharedData("receipt/receipt.xes.gz");
  if (original === null) return ctx.skip(`needs the data ${ABSENT}`);
  const store = inMemoryEventStore();
  await imported(store, await opened(original));
  const ocel = await ocelOf(store);
  expect(ocel.events).toHaveLength(8577);
  expect(ocel.objects.filter(({ type }) => type === "dossier")).toHaveLength(1434);
  expect(new Set(ocel.events.map(({ type }) => type)).size).toBe(27);
  expect(ocel.objects.filter(({ type }) => type === "official")).toHaveLength(48);
  expect(faultsOf(ocel)).toEqual([]);
  expect(validate(ctx)(ocel)).toBe("valid");
  expect(brokenConstraints(await ocelDatabaseOf(store))).toEqual([]);
});
