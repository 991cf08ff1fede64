import { type EventStore, inMemoryEventStore } from "@motcua/event-store";
import { populate } from "@motcua/simulator";
import { openSqliteEventStore } from "@motcua/sqlite";
import * as fc from "fast-check";
import { isRight } from "fp-ts/lib/Either.js";
import { describe, expect, it } from "vitest";
import { exportCloudEvents } from "../src/index.js";
import { exportedText } from "./support/exporting.js";
import { folderOfTest } from "./support/folder.js";
import { rightOf } from "./support/importing.js";
import { logs } from "./support/logs.js";
import { importingNdjson, logOf, ndjsonSource } from "./support/ndjson.js";

const cloudEventsOf = async (store: EventStore): Promise<string> => (await exportedText(exportCloudEvents(store))).text;

const EVENT = {
  stream: "note-ộ",
  version: 12,
  id: "01600f96-5a80-7ffe-bfff-ffe0ff400541",
  type: "Noted",
  schemaVersion: 2,
  occurredAt: Date.UTC(2018, 0, 2, 0, 40, 7),
  recordedAt: Date.UTC(2018, 0, 2, 0, 40, 8, 125),
  data: { b: [1] },
  meta: { correlationId: "c", causationId: "k", actor: { role: "handler", id: "CV-7" } },
};

/** A log whose only event is this one, whatever came before it. */
const logOfOne = (event: typeof EVENT): Pick<EventStore, "readAll"> => ({
  readAll: () => async () => ({
    _tag: "Right",
    right: { events: [event], cursor: "" as never, atEnd: true },
  }),
});

const lineOf = async (event = EVENT): Promise<string> => (await exportedText(exportCloudEvents(logOfOne(event)))).text;

describe("a log as CloudEvents", () => {
  it("has the attributes of the specification and of its extensions, names in lower case without any mark", async () => {
    const event = JSON.parse(await lineOf());
    expect(event).toEqual({
      specversion: "1.0",
      id: EVENT.id,
      source: "urn:motcua:note-%E1%BB%99",
      type: "motcua.Noted",
      subject: "note-ộ",
      time: "2018-01-02T00:40:07.000Z",
      recordedtime: "2018-01-02T00:40:08.125Z",
      sequence: "0000000000000012",
      schemaversion: 2,
      correlationid: "c",
      causationid: "k",
      authtype: "user",
      authid: "CV-7",
      meta: JSON.stringify(EVENT.meta),
      datacontenttype: "application/json",
      data: { b: [1] },
    });
    for (const [name, value] of Object.entries(event)) {
      expect(name).toMatch(/^[a-z0-9]{1,20}$/);
      if (name !== "data") expect(["string", "number"]).toContain(typeof value);
    }
  });

  it("reads back as the same log, whatever a store may hold", async () => {
    await fc.assert(
      fc.asyncProperty(logs, async (events) => {
        const original = inMemoryEventStore();
        fc.pre(isRight(await original.restore(events)()));
        const text = await cloudEventsOf(original);
        const copy = inMemoryEventStore();
        rightOf(await importingNdjson(copy, ndjsonSource(text))());
        expect(await logOf(copy)).toEqual(await logOf(original));
        expect(await cloudEventsOf(copy)).toBe(text);
      }),
    );
  });

  it("of any simulated log reads back into a store of another kind", async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(1_000), async (seed) => {
        const original = inMemoryEventStore();
        rightOf(await populate(original, { year: 2018, dossiers: 12, seed })());
        const copy = rightOf(await openSqliteEventStore({ file: `${folderOfTest()}/${seed}.db` })());
        rightOf(await importingNdjson(copy, ndjsonSource(await cloudEventsOf(original)))());
        expect(await logOf(copy)).toEqual(await logOf(original));
        await copy.close();
      }),
      { numRuns: 5 },
    );
  });

  it.each([
    ['"specversion":"1.0"', '"specversion":"0.3"', "specversion"],
    ['"type":"motcua.Noted"', '"type":"Noted"', "type"],
    ['"type":"motcua.Noted"', '"type":7', "type"],
    ['"subject":"note-ộ"', '"subject":"note-2"', "source"],
    ['"subject":"note-ộ",', "", "subject"],
    ['"subject":"note-ộ"', '"subject":"note-\\ud800"', "subject"],
    ['"sequence":"0000000000000012"', '"sequence":"12"', "sequence"],
    ['"correlationid":"c"', '"correlationid":"d"', "correlationid"],
    ['"authid":"CV-7"', '"authid":"CV-8"', "authid"],
    ['"authtype":"user",', "", "authtype"],
    ['"meta":"{', '"meta":"[', "meta"],
    ['"meta":"{', '"metas":"{', "correlationid"],
    ['"schemaversion":2', '"schemaversion":"2"', "schemaVersion"],
    ['"time":"2018-01-02T00:40:07.000Z"', '"time":"2018-01-02T07:40:07+07:00"', "occurredAt"],
    ['"recordedtime":"2018-01-02T00:40:08.125Z",', "", "recordedAt"],
    ['"datacontenttype":"application/json"', '"datacontenttype":"text/xml"', "datacontenttype"],
    ['"data":{"b":[1]}', '"data":[1]', "data"],
    ['"data":{"b":[1]}', '"data_base64":"e30="', "data_base64"],
    ['"id":"01600f96', '"id":"0160', "id"],
    ['"data":{', '"more":1,"data":{', "more"],
  ])("with %s as %s is refused, and the attribute named", async (from, to, column) => {
    const line = await lineOf({ ...EVENT, version: 1 });
    const text = line.replace("0000000000000001", "0000000000000012");
    const broken = text.replace(from, to).replace('"0000000000000012"', '"0000000000000001"');
    expect(broken).not.toBe(line);
    expect(await importingNdjson(inMemoryEventStore(), ndjsonSource(broken))()).toMatchObject({
      left: { file: "log.ndjson", line: 1, column },
    });
  });
});
