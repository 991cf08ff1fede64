import { gzipSync } from "node:zlib";
import { isLeft } from "fp-ts/lib/Either.js";
import { describe, expect, it } from "vitest";
import { checkNdjson, type ImportFault, ndjsonFile } from "../src/index.js";
import { withFile } from "./support/reading.js";

const LINE = {
  stream: "note-1",
  version: 1,
  id: "01600f96-5a80-7ffe-bfff-ffe0ff400541",
  type: "Noted",
  schemaVersion: 1,
  occurredAt: "2018-01-02T00:40:07.000Z",
  recordedAt: "2018-01-02T00:40:08.125Z",
  data: { text: "một" },
  meta: {},
};
const NEXT = { ...LINE, version: 2, id: "01600f96-5a80-781d-8207-347a7ce13db5" };
const RECEIVED = { ...NEXT, stream: "dossier-1", version: 1, type: "DossierReceived" };

const text = (...lines: ReadonlyArray<object | string>): string =>
  lines.map((line) => `${typeof line === "string" ? line : JSON.stringify(line)}\n`).join("");
/** A good line, and one after it in which something else stands. */
const second = (change: object): string => text(LINE, { ...NEXT, ...change });
const without = (member: string): string =>
  text(LINE, Object.fromEntries(Object.entries(NEXT).filter(([name]) => name !== member)));
/** The second line with a text in place of another: what JSON.stringify would not write. */
const written = (from: string, to: string): string => text(LINE, JSON.stringify(NEXT).replace(from, to));
const nested = (depth: number): string => `${'{"a":'.repeat(depth)}0${"}".repeat(depth)}`;
const PACKED = gzipSync(text(LINE, NEXT));

const value = (column: string, more: Partial<ImportFault> = {}): Partial<ImportFault> => ({
  code: "ValueInvalid",
  line: 2,
  column,
  ...more,
});
const structure = (more: Partial<ImportFault>): Partial<ImportFault> => ({
  code: "StructureInvalid",
  line: 2,
  ...more,
});

type Broken = readonly [what: string, content: string | Uint8Array, fault: Partial<ImportFault>];

const BROKEN: ReadonlyArray<Broken> = [
  // the file and its bytes
  ["an empty file", "", { code: "NotAnEventLog", line: null, found: "an empty file" }],
  ["a file of empty lines", "\n\r\n \n", { code: "NotAnEventLog", found: "an empty file" }],
  ["gzip that is cut", PACKED.subarray(0, PACKED.length - 12), { code: "GzipDamaged" }],
  ["a SQLite database", Buffer.from("SQLite format 3\0"), { code: "NotUtf8", found: "an SQLite database" }],
  ["UTF-16", Buffer.from(`\uFEFF${text(LINE)}`, "utf16le"), { code: "NotUtf8", found: "UTF-16 text" }],
  [
    "Latin-1",
    Buffer.concat([Buffer.from(text(LINE)), Buffer.from('{"a":"é"}', "latin1")]),
    { code: "NotUtf8", line: 2 },
  ],
  ["a NUL byte", text(LINE, JSON.stringify(NEXT).replace("Noted", "No\0ted")), { code: "NotUtf8", line: 2 }],

  // JSON
  ["XML", "<log/>\n", { code: "Malformed", line: 1, found: '"<log/>"' }],
  ["CSV", "stream,version\nnote-1,1\n", { code: "Malformed", line: 1 }],
  ["a line that is cut", text(LINE, NEXT).slice(0, -20), { code: "Malformed", line: 2, found: "the end of the line" }],
  ["an event over several lines", JSON.stringify(LINE, null, 2), { code: "Malformed", line: 1 }],
  ["two events on one line", `${JSON.stringify(LINE)}${JSON.stringify(NEXT)}`, { code: "Malformed", line: 1 }],
  ["all events in one list", JSON.stringify([LINE, NEXT]), { code: "StructureInvalid", line: 1, found: "a list" }],
  ["a comma after each line", `${JSON.stringify(LINE)},\n`, { code: "Malformed", line: 1 }],
  [
    "single quotes",
    written('"Noted"', "'Noted'"),
    { code: "Malformed", line: 2, found: expect.stringContaining("'No") },
  ],
  ["NaN", written('"version":2', '"version":NaN'), { code: "Malformed", line: 2 }],
  ["a line that is a text", text(LINE, '"event"'), structure({ found: "a text" })],
  ["a line that is null", text(LINE, "null"), structure({ found: "null" })],
  ["a line without an end", `{"data":"${"x".repeat(2_000_000)}`, { code: "LimitExceeded", line: 1 }],

  // the members
  ...Object.keys(LINE).map(
    (member): Broken => [`no ${member}`, without(member), structure({ column: member, found: "no such member" })],
  ),
  ["a member that is misspelt", second({ occuredAt: LINE.occurredAt }), structure({ found: '"occuredAt"' })],
  ["a stream that is a number", second({ stream: 1 }), value("stream", { expected: "text", found: "1" })],
  ["a stream without a name", second({ stream: "" }), value("stream")],
  ["a stream with a tab in its name", second({ stream: "a\t" }), value("stream")],
  ["a stream of the server's", second({ stream: "$all" }), value("stream")],
  ["a name of 401 characters", second({ type: "x".repeat(401) }), value("type")],
  ["a version that is a text", second({ version: "2" }), value("version", { expected: "a number" })],
  ["version 0", second({ stream: "note-2", version: 0 }), value("version", { found: "0" })],
  ["half a version", second({ version: 1.5 }), value("version", { found: "1.5" })],
  ["a schema version below 1", second({ schemaVersion: -1 }), value("schemaVersion")],
  ["an id that is no UUID", second({ id: "42" }), value("id", { expected: "a UUID in lower case", found: '"42"' })],
  ["an id in upper case", second({ id: NEXT.id.toUpperCase() }), value("id")],
  ["a date that does not exist", second({ occurredAt: "2018-02-30T00:00:00.000Z" }), value("occurredAt")],
  ["an instant as a number", second({ occurredAt: 1514853607000 }), value("occurredAt", { found: "1514853607000" })],
  ["an instant in local time", second({ recordedAt: "2018-01-02T00:40:08.125" }), value("recordedAt")],
  ["an instant with an offset", second({ recordedAt: "2018-01-02T07:40:08.125+07:00" }), value("recordedAt")],
  ["microseconds", second({ recordedAt: "2018-01-02T00:40:08.125999Z" }), value("recordedAt")],
  ["data that is a text", second({ data: "{}" }), value("data", { expected: "an object", found: '"{}"' })],
  ["meta that is a list", second({ meta: [] }), value("meta", { found: "a list" })],
  ["an integer beyond 2^53", written('"một"', "9007199254740993"), value("data.text")],
  ["a number beyond all", written('"một"', "1e999"), value("data.text")],
  ["a member __proto__", written('"text"', '"__proto__"'), value("data.__proto__")],
  ["half a character", written("một", "\\ud800"), value("data.text")],
  ["U+0000", written("một", "\\u0000"), value("data.text")],
  ["data 65 deep", written('{"text":"một"}', nested(65)), { code: "LimitExceeded", line: 2 }],
  [
    "an event above 256 KiB",
    second({ data: { a: "x".repeat(262_144) } }),
    { code: "LimitExceeded", line: 2, column: "data" },
  ],

  // one line beside the others
  ["a version that is left out", second({ version: 3 }), structure({ column: "version", found: "version 3" })],
  ["a version twice", second({ version: 1 }), structure({ column: "version", found: "version 1" })],
  ["a stream without its beginning", second({ stream: "note-2" }), structure({ column: "version" })],
  ["a line twice", text(LINE, LINE), structure({ column: "version" })],
  ["an id twice", second({ id: LINE.id }), structure({ column: "id", found: `"${LINE.id}"` })],

  // what motcua keeps in streams of its own
  [
    "a dossier's event that nobody knows",
    text(LINE, { ...RECEIVED, type: "Received" }),
    value("type", { found: '"Received"' }),
  ],
  ["a reception without its data", text(LINE, RECEIVED), value("data", { expected: "the data of DossierReceived" })],
  [
    "a reception of a later release",
    text(LINE, { ...RECEIVED, schemaVersion: 99 }),
    value("data", { found: expect.stringContaining("newer") }),
  ],
];

describe("a broken log is refused by a value that names the line, and nothing of it is imported", () => {
  it.each(BROKEN)("%s", async (_, content, expected) => {
    await withFile("log.ndjson", content, async (file) => {
      const checked = await checkNdjson(ndjsonFile(file))();
      const fault = isLeft(checked) ? checked.left : undefined;
      expect(fault).toMatchObject({ file, ...expected });
      expect(fault?.expected).not.toBe("");
      expect(fault?.found).not.toBe("");
      expect(fault?.found.length).toBeLessThan(300);
    });
  });

  it("a file that is missing", async () => {
    expect(await checkNdjson(ndjsonFile("nowhere.ndjson"))()).toMatchObject({
      left: { code: "FileUnreadable", line: null, found: "no such file" },
    });
  });
});

describe("a log that is written in another way, and says the same, is read", () => {
  it.each([
    ["Windows line ends", text(LINE, NEXT).replaceAll("\n", "\r\n")],
    ["no line end at the end", text(LINE, NEXT).trimEnd()],
    ["empty lines", text(LINE, "", NEXT, "", "")],
    ["a byte-order mark", `\uFEFF${text(LINE, NEXT)}`],
    [
      "white space, and the members in another order",
      text(LINE, JSON.stringify(NEXT, Object.keys(NEXT).toReversed(), 1).replaceAll("\n", " ")),
    ],
    ["escapes for all but ASCII", text(LINE, NEXT).replaceAll("ộ", "\\u1ed9")],
    ["gzip", PACKED],
  ])("%s", async (_, content) => {
    await withFile("log.ndjson", content, async (file) => {
      expect(await checkNdjson(ndjsonFile(file))()).toMatchObject({ right: { events: 2, dossiers: 0 } });
    });
  });
});
