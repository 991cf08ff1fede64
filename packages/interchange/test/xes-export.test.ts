import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { checkCopies, inMemoryEventStore, type RecordedEvent } from "@motcua/event-store";
import * as fc from "fast-check";
import { isRight } from "fp-ts/lib/Either.js";
import { describe, expect, it, onTestFinished, type TestContext } from "vitest";
import { xmlName, xmlText } from "../src/export/xml.js";
import { exportXes, textSource } from "../src/index.js";
import { exportedText, logOfEvents, RECEPTION, type Told } from "./support/exporting.js";
import { imported, opened, reportOf } from "./support/importing.js";
import { program } from "./support/program.js";
import { ABSENT, readXesText, sharedData } from "./support/reading.js";

const xesOf = async (...events: ReadonlyArray<Told>): Promise<string> =>
  (await exportedText(exportXes(await logOfEvents(events)))).text;

/** What xmllint says of a text by the schema of the standard. */
const judged = (ctx: TestContext, text: string): string => {
  const schema = sharedData("schemas/xes-ns-wrapper.xsd");
  if (schema === null) return ctx.skip("needs the data ../shared/data");
  const folder = mkdtempSync(join(tmpdir(), "motcua-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  writeFileSync(join(folder, "log.xes"), text);
  return program(ctx, "xmllint", ["--noout", "--schema", schema, join(folder, "log.xes")]).printed.replaceAll(
    folder,
    "",
  );
};

/** What every event has beside its data. */
const RECORDED = {
  stream: "dossier-d",
  version: 1,
  id: "01600f96-5a80-7000-8000-000000000000",
  type: "Noted",
  schemaVersion: 1,
  occurredAt: 0,
  recordedAt: 0,
  meta: {},
};

const VALID = "/log.xes validates\n";

describe("a log as XES", () => {
  it("tells of each dossier what is known of it, and each event by the standard's extensions", async () => {
    const at = Date.UTC(2018, 2, 1, 1, 30);
    const text = await xesOf(
      { dossier: "d1", type: "DossierReceived", data: RECEPTION, occurredAt: at },
      { dossier: "d1", type: "SupplementRequested", data: { items: ["CMND", "sổ"] }, occurredAt: at + 60_000 },
    );
    expect(text.slice(text.indexOf("  <trace>"))).toBe(`  <trace>
    <string key="concept:name" value="d1"/>
    <string key="dossier:code" value="H05-1"/>
    <string key="dossier:status" value="awaitingSupplement"/>
    <string key="dossier:centre" value="H05"/>
    <string key="dossier:unit" value="Bộ phận một cửa"/>
    <string key="dossier:agency" value="Phòng Tư pháp"/>
    <string key="dossier:procedure" value="1.001"/>
    <string key="dossier:field" value="Hộ tịch"/>
    <string key="dossier:channel" value="inPerson"/>
    <string key="dossier:subject" value="subject-1"/>
    <date key="dossier:received" value="2018-03-01T01:30:00.000Z"/>
    <string key="dossier:promised" value="2018-03-08"/>
    <string key="dossier:due" value="2018-03-08"/>
    <event>
      <string key="concept:name" value="DossierReceived"/>
      <string key="lifecycle:transition" value="complete"/>
      <string key="org:resource" value="TN-1"/>
      <string key="org:group" value="Bộ phận một cửa"/>
      <date key="time:timestamp" value="2018-03-01T01:30:00.000Z"/>
      <string key="subjectRef" value="subject-1"/>
      <string key="centre" value="H05"/>
      <string key="unit" value="Bộ phận một cửa"/>
      <string key="agency" value="Phòng Tư pháp"/>
      <string key="procedure.code" value="1.001"/>
      <int key="procedure.version" value="1"/>
      <string key="procedure.field" value="Hộ tịch"/>
      <string key="channel" value="inPerson"/>
      <string key="code" value="H05-1"/>
      <string key="receivedBy" value="TN-1"/>
      <string key="promisedDue" value="2018-03-08"/>
    </event>
    <event>
      <string key="concept:name" value="SupplementRequested"/>
      <string key="lifecycle:transition" value="suspend"/>
      <date key="time:timestamp" value="2018-03-01T01:31:00.000Z"/>
      <string key="items" value="[&quot;CMND&quot;,&quot;sổ&quot;]"/>
    </event>
  </trace>
</log>
`);
  });

  it("has events by time, and those of one instant in the order of the log", async () => {
    const named = (activity: string, occurredAt: number) => ({ dossier: "d", type: activity, occurredAt });
    const text = await xesOf(named("C", 2), named("B", 1), named("A", 1));
    expect([...text.matchAll(/<event>\s*<string key="concept:name" value="(\w)"/g)].map(([, name]) => name)).toEqual([
      "B",
      "A",
      "C",
    ]);
  });

  it("leaves out what speaks of a person, wherever it stands", async () => {
    const sealed = { subject: "whom", sealed: "c2VhbGVk" };
    const open = { subject: "whom", open: "Nguyễn Văn A" };
    const text = await xesOf({ dossier: "d", type: "Noted", data: { sealed, open, in: { deep: open }, list: [open] } });
    expect(text).not.toMatch(/whom|c2VhbGVk|Nguyễn/);
  });

  it("is valid and reads back whatever the log holds", async (ctx) => {
    const text = fc.string({ unit: "binary-ascii", maxLength: 8 });
    const wild = fc.oneof(
      text,
      fc.string({ unit: "grapheme", maxLength: 8 }),
      fc.constantFrom("]]>", "&amp;", "\u0001<"),
    );
    const value = fc.oneof(
      wild,
      fc.double({ noNaN: true, noDefaultInfinity: true }),
      fc.boolean(),
      fc.maxSafeInteger(),
    );
    const data = fc.dictionary(wild, fc.oneof(value, fc.dictionary(wild, value, { maxKeys: 2 })), { maxKeys: 3 });
    const storable = ([attributes, activity]: readonly [object, string]) =>
      isRight(checkCopies([{ ...RECORDED, data: { attributes, activity } } as RecordedEvent]));
    const samples = fc.sample(fc.tuple(data, wild).filter(storable), { numRuns: 200, seed: 1849 });
    const written = await xesOf(
      ...samples.map(([given, activity], n) => ({
        dossier: `d${n % 7}`,
        type: "SourceEventRecorded",
        data: { log: "wild", ordinal: n, activity: `-${activity}`, attributes: given },
        meta: { source: "wild" },
        occurredAt: (n - 100) * 1e11,
      })),
    );
    const { fault, events } = await readXesText(written);
    expect([fault, events.length]).toEqual([null, samples.length]);
    expect(judged(ctx, written)).toBe(VALID);
  });

  it("gives two keys never one name, and each text back but for what XML cannot hold", () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: "grapheme" }), { minLength: 2, maxLength: 2 }), ([a = "", b = ""]) => {
        expect(xmlName(a) === xmlName(b)).toBe(a === b);
      }),
    );
    expect(xmlName("Unique Key")).toBe("Unique_x0020_Key");
    expect(xmlName("_x0020_")).not.toBe(xmlName(" "));
    expect(xmlName("1a")).toBe("_x0031_a");
    expect(xmlText('a<b>&"\u0001\n\ud800é')).toBe("a&lt;b&gt;&amp;&quot;&#10;é");
  });
});

describe("1,434 real permit dossiers as XES", () => {
  it("are valid, are the log that came in, and give the same report again", async (ctx) => {
    const original = sharedData("receipt/receipt.xes.gz");
    if (original === null) return ctx.skip(`needs the data ${ABSENT}`);
    const store = inMemoryEventStore();
    await imported(store, await opened(original));
    const { text, ...counts } = await exportedText(exportXes(store));
    expect(counts).toEqual({ dossiers: 1434, events: 8577 });
    expect(judged(ctx, text)).toBe(VALID);

    const { cases, events } = await readXesText(text);
    const distinct = (values: ReadonlyArray<unknown>) => new Set(values).size;
    expect({
      traces: cases.length,
      events: events.length,
      activities: distinct(events.map(({ activity }) => activity)),
      resources: distinct(events.map(({ attributes }) => attributes.get("org:resource"))),
      variants: distinct(cases.map((one) => one.events.map(({ activity }) => activity).join("\n"))),
      last: new Date(Math.max(...events.map(({ at }) => at))).toISOString(),
    }).toEqual({
      traces: 1434,
      events: 8577,
      activities: 27,
      resources: 48,
      variants: 116,
      last: "2012-01-23T14:42:54.644Z",
    });

    const again = inMemoryEventStore();
    const source = textSource("again.xes", text);
    await imported(again, { ...source, format: "xes" });
    const query = { by: ["agency", "channel", "handler", "unit"] } as const;
    expect(JSON.stringify(await reportOf(again, query))).toBe(JSON.stringify(await reportOf(store, query)));
    expect((await exportedText(exportXes(again))).text).toBe(text);
  });
});
