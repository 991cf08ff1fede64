import { inMemoryEventStore } from "@motcua/event-store";
import { populate } from "@motcua/simulator";
import { parse } from "csv-parse/sync";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { exportCsv, type TableRows } from "../src/index.js";
import { exportedText, logOfEvents, RECEPTION, type Told } from "./support/exporting.js";
import { rightOf } from "./support/importing.js";

type Row = Readonly<Record<string, string>>;

const rowsOf = (text: string): ReadonlyArray<Row> => parse(text, { columns: true, record_delimiter: "\r\n" });

const table = async (rows: TableRows, ...events: ReadonlyArray<Told>): Promise<ReadonlyArray<Row>> =>
  rowsOf((await exportedText(exportCsv(await logOfEvents(events), rows))).text);

describe("a log as CSV", () => {
  it("has a row for each event, with what is asked most in columns of its own", async () => {
    const occurredAt = Date.UTC(2018, 2, 1, 1, 30);
    const [row] = await table("events", { dossier: "d1", type: "DossierReceived", data: RECEPTION, occurredAt });
    expect(row).toMatchObject({
      stream: "dossier-d1",
      version: "1",
      dossier: "d1",
      activity: "DossierReceived",
      occurred_at: "2018-03-01T01:30:00.000Z",
      resource: "TN-1",
      unit: "Bộ phận một cửa",
      field: "Hộ tịch",
      due_date: "2018-03-08",
      due_at: "",
      data: JSON.stringify(RECEPTION),
    });
  });

  it("has a row for each dossier as it stands, corrections in it", async () => {
    const correction = { field: "receivedAt", from: 1, to: Date.UTC(2018, 1, 28) };
    const by = { role: "headOfCentre", id: "LD-1" };
    const corrected = { correction, reason: "r", basis: "b", by, approvedBy: by };
    const [row] = await table(
      "dossiers",
      { dossier: "d1", type: "DossierReceived", data: RECEPTION },
      { dossier: "d1", type: "SupplementRequested", data: { items: [] } },
      { dossier: "d1", type: "FactCorrected", data: corrected },
    );
    expect(row).toMatchObject({
      dossier: "d1",
      code: "H05-1",
      status: "awaitingSupplement",
      received_at: "2018-02-28T00:00:00.000Z",
      promised_date: "2018-03-08",
      supplements: "1",
      events: "3",
    });
  });

  it("of a simulated year has every event, and every dossier once", async () => {
    const store = inMemoryEventStore();
    rightOf(await populate(store, { year: 2018, dossiers: 120, seed: 3 })());
    const { text, ...counts } = await exportedText(exportCsv(store));
    expect(rowsOf(text)).toHaveLength(counts.events);
    expect(rightOf(await store.head()).events).toBe(counts.events);
    const dossiers = await exportedText(exportCsv(store, "dossiers"));
    expect(rowsOf(dossiers.text)).toHaveLength(counts.dossiers);
    expect(new Set(rowsOf(dossiers.text).map(({ dossier }) => dossier)).size).toBe(counts.dossiers);
  });

  it("gives a spreadsheet no formula, and a reader each text as it was", async () => {
    const hostile = fc.oneof(
      fc.string({ unit: "grapheme", maxLength: 6 }),
      fc.constantFrom(
        "=1+1",
        "+1",
        "-1",
        "@SUM(A1)",
        "\t=1",
        "\r=1",
        "\n=1",
        "＝1",
        "＋1",
        "－1",
        "＠1",
        '"=1',
        "a,b",
        'a"b',
      ),
    );
    await fc.assert(
      fc.asyncProperty(hostile, async (agency) => {
        fc.pre(agency !== "" && agency.isWellFormed() && !agency.includes("\0"));
        const [row] = await table("events", { dossier: "d", type: "Noted", data: { agency } });
        expect(row?.["agency"]).not.toMatch(/^[=+\-@\t\r\n＝＋－＠]/);
        expect([agency, `'${agency}`]).toContain(row?.["agency"]);
      }),
    );
  });

  it("leaves out what speaks of a person", async () => {
    const note = { subject: "whom", sealed: "c2VhbGVk" };
    const { text } = await exportedText(
      exportCsv(await logOfEvents([{ dossier: "d", type: "DossierWithdrawn", data: { note, list: [note] } }])),
    );
    expect(text).toContain("DossierWithdrawn");
    expect(text).not.toMatch(/whom|c2VhbGVk/);
  });
});
