import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type RecordRefusal, recordSplitter } from "../src/csv/records.js";
import { readCsv } from "../src/index.js";
import { CSV_HEADER, CSV_ROW, csvLog } from "./support/made-logs.js";
import { inPieces, readAll, readCsvText } from "./support/reading.js";

describe("a CSV log", () => {
  it("has an event in each row; columns of the case lose their prefix; an empty field is no value", async () => {
    const { cases, fault } = await readCsvText(
      "case:concept:name,case:enddate,case:channel,concept:name,time:timestamp,org:group\n" +
        "c1,2024-01-05 09:00:00+07:00,Desk,Receive,2024-01-02 08:00:00+07:00,\n" +
        "c1,2024-01-05 09:00:00+07:00,Desk,Decide,2024-01-03 08:00:00+07:00,G2\n" +
        "c2,,Desk,Receive,2024-01-04 08:00:00+07:00,G1\n",
    );
    expect(fault).toBeNull();
    expect(cases.map(({ id, line, attributes }) => [id, line, Object.fromEntries(attributes)])).toEqual([
      [
        "c1",
        2,
        {
          "concept:name": "c1",
          enddate: { date: Date.parse("2024-01-05T02:00:00Z"), text: "2024-01-05 09:00:00+07:00" },
          channel: "Desk",
        },
      ],
      ["c2", 4, { "concept:name": "c2", channel: "Desk" }],
    ]);
    expect(cases.map(({ events }) => events.map((event) => [event.ordinal, event.line, event.activity]))).toEqual([
      [
        [1, 2, "Receive"],
        [2, 3, "Decide"],
      ],
      [[3, 4, "Receive"]],
    ]);
    expect(cases[0]?.events[0]?.attributes.has("org:group")).toBe(false);
    expect(cases[0]?.events[1]?.attributes.get("org:group")).toBe("G2");
  });

  it("may come back to a case: its later rows are another part", async () => {
    const row = (id: string): string => `${id},Receive,2024-01-02 08:00:00Z,Lan`;
    const { cases } = await readCsvText(csvLog(row("c1"), row("c2"), row("c1"), row("c1")));
    expect(cases.map(({ id, events }) => [id, events.map(({ ordinal }) => ordinal)])).toEqual([
      ["c1", [1]],
      ["c2", [2]],
      ["c1", [3, 4]],
    ]);
  });

  it("that contradicts itself about a case gives a part for each claim", async () => {
    const { cases } = await readCsvText(
      "case:concept:name,case:channel,concept:name,time:timestamp\n" +
        "c1,Desk,Receive,2024-01-02 08:00:00Z\nc1,Post,Decide,2024-01-03 08:00:00Z\n",
    );
    expect(cases.map(({ attributes }) => attributes.get("channel"))).toEqual(["Desk", "Post"]);
  });

  it("may have other names, another delimiter, an index without a name, and a zone", async () => {
    const { cases, fault } = await readCsvText(
      ";Mã hồ sơ;Bước;Lúc\n0;HS-1;Tiếp nhận;2024-01-02 08:00:00\n\n1;HS-1;Trả;2024-01-03 08:00\n",
      {
        delimiter: ";",
        caseId: "Mã hồ sơ",
        activity: "Bước",
        timestamp: "Lúc",
        timeZone: "Asia/Ho_Chi_Minh",
      },
    );
    expect(fault).toBeNull();
    expect(cases).toMatchObject([{ id: "HS-1", events: [{ activity: "Tiếp nhận" }, { activity: "Trả", line: 4 }] }]);
    expect([...(cases[0]?.attributes.keys() ?? [])]).toEqual(["Mã hồ sơ"]);
    expect(cases[0]?.events[0]?.at).toBe(Date.parse("2024-01-02T01:00:00Z"));
  });

  it("gives the same cases however its text is cut, and the lines on which rows begin", async () => {
    const text = csvLog(
      CSV_ROW,
      'c1,"Decide, ""at last""\r\nand sign",2024-01-02 09:00:00Z,',
      `c2${CSV_ROW.slice(2)}`,
    ).replaceAll(/(?<!\r)\n/g, "\r\n");
    const whole = await readCsvText(text);
    expect(whole.fault).toBeNull();
    expect(whole.events.map(({ line, activity }) => [line, activity])).toEqual([
      [2, "Receive"],
      [3, 'Decide, "at last"\r\nand sign'],
      [5, "Receive"],
    ]);
    await fc.assert(
      fc.asyncProperty(fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 1 }), async (lengths) => {
        expect(await readAll(readCsv(inPieces(text, lengths)))).toEqual(whole);
      }),
    );
  });

  it("gives a very long case in parts", async () => {
    const { cases } = await readCsvText(csvLog(...Array.from({ length: 5_000 }, () => CSV_ROW)));
    expect(cases.map(({ events }) => events.length)).toEqual([2_000, 2_000, 1_000]);
  });
});

type Split = {
  readonly records: ReadonlyArray<readonly [line: number, fields: ReadonlyArray<string>]>;
  readonly refusal: RecordRefusal | null;
};

const split = async (pieces: ReadonlyArray<string>): Promise<Split> => {
  const records: (readonly [number, ReadonlyArray<string>])[] = [];
  const splitter = recordSplitter(",", (fields, line) => {
    records.push([line, fields]);
    return null;
  });
  for (const piece of pieces) {
    const refusal = await splitter.write(piece);
    if (refusal !== null) return { records, refusal };
  }
  return { records, refusal: await splitter.end() };
};
const cutAt = (text: string, at: number): ReadonlyArray<string> => [text.slice(0, at), text.slice(at)];

describe("CSV records", () => {
  it("are those of every table that is written by the rules, on the lines where it has them", async () => {
    const field = fc.oneof(
      fc.constantFrom("", "a", "Huế", '"', "\n", "\r\n", "\r", ",", " "),
      fc.string({ unit: "grapheme" }),
    );
    const quote = (text: string): string => `"${text.replaceAll('"', '""')}"`;
    const bare = (text: string): string => (/[",\r\n]/.test(text) ? quote(text) : text);
    const written = fc.tuple(field, fc.boolean()).map(([text, always]) => [text, always ? quote(text) : bare(text)]);
    const row = fc.record({
      fields: fc.array(written, { minLength: 2, maxLength: 5 }),
      end: fc.constantFrom("\n", "\r\n"),
      emptyAfter: fc.nat(2),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(row, { maxLength: 6 }), fc.nat(80), async (rows, cut) => {
        const expected: (readonly [number, ReadonlyArray<string | undefined>])[] = [];
        let text = "";
        for (const { fields, end, emptyAfter } of rows) {
          expected.push([text.split("\n").length, fields.map(([plain]) => plain)]);
          text += fields.map(([, asWritten]) => asWritten).join(",") + end + end.repeat(emptyAfter);
        }
        const at = (text.codePointAt(cut - 1) ?? 0) > 0xffff ? cut + 1 : cut;
        expect(await split(cutAt(text, at))).toEqual({ records: expected, refusal: null });
      }),
      { numRuns: 1000 },
    );
  });

  it("are the same, or refused for the same reason, however any text is cut", async () => {
    const text = fc.string({ unit: fc.constantFrom('"', ",", "\n", "\r", "\r\n", "a", "é"), maxLength: 14 });
    await fc.assert(
      fc.asyncProperty(text, fc.nat(14), async (some, cut) => {
        expect(await split(cutAt(some, cut))).toEqual(await split([some]));
      }),
      { numRuns: 2000 },
    );
  });

  it.each([
    ["a CR between quotes stands for itself", 'a,"b\rc"\n', null],
    ["a CR alone after a row", "a,b\nc,d\re,f\n", { line: 2, found: "a CR alone" }],
    ["a CR alone at the end of the file", "a,b\r", { line: 1, found: "a CR alone" }],
    ["a CRLF between quotes is one line end", 'a,"\r\n\r\n"\nc,d"\n', { line: 4, found: "a quote inside" }],
    ["a quote that opens on a later line", 'a,"\n\n","b\n', { line: 3, found: "the end of the file" }],
    ["text after a quote on a later line", 'a,"\n","b"c\n', { line: 2, found: "more text" }],
    ["an empty line before", '\n\r\na,b\n\n"c"d', { line: 5, found: "more text" }],
  ])("are told by the rules: %s", async (_what, text, expected) => {
    const { refusal } = await split([text]);
    if (expected === null) expect(refusal).toBeNull();
    else expect(refusal).toMatchObject({ code: "Malformed", ...expected });
  });

  it("are bounded: in characters, separators included", async () => {
    const commas = ",".repeat(65_536);
    const endless = await split(Array.from({ length: 1000 }, () => commas));
    expect(endless.refusal).toMatchObject({ code: "LimitExceeded", line: 1 });
    expect((await split([`${"x".repeat(1_048_573)},y\n`])).refusal).toBeNull();
    expect((await split([`a\n${"x".repeat(1_048_574)},y\n`])).refusal).toMatchObject({
      code: "LimitExceeded",
      line: 2,
    });
  });

  it("stop at the first that is refused", async () => {
    const seen: string[] = [];
    const no = { code: "ValueInvalid", line: 7, expected: "b", found: "c" } as const;
    const splitter = recordSplitter(",", ([first = ""]) => {
      seen.push(first);
      return first === "c" ? no : null;
    });
    expect(await splitter.write('a,1\nc,2\nd,3\n"x"y')).toEqual(no);
    expect(seen).toEqual(["a", "c"]);
  });
});

describe("text in memory", () => {
  it.each(["", "\n\r\n"])("%j is no log", async (text) => {
    expect((await readCsvText(text)).fault).toMatchObject({ code: "NotAnEventLog", line: null });
  });

  it("is not cut inside a character", async () => {
    const filler = "x".repeat(65_535 - CSV_HEADER.length - 1 - CSV_ROW.length);
    const { events } = await readCsvText(csvLog(`${CSV_ROW}${filler}🏛🏛`));
    expect(events[0]?.attributes.get("org:resource")).toBe(`Lan${filler}🏛🏛`);
  });
});
