import { mkdir, mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import type { CsvOptions, ImportFault } from "../src/index.js";
import { faultOf } from "../src/text/bytes.js";
import { CSV_HEADER, CSV_ROW, csvLog, xesEvent, xesLog, xesTrace } from "./support/made-logs.js";
import { readCsvText, readFileWhole, readXesText, withFile } from "./support/reading.js";

const bytes = (...parts: ReadonlyArray<string | ReadonlyArray<number>>): Buffer =>
  Buffer.concat(parts.map((part) => (typeof part === "string" ? Buffer.from(part) : Buffer.from(part))));
const damaged = (packed: Buffer, fromEnd: number): Buffer => {
  const copy = Buffer.from(packed);
  copy[copy.length - fromEnd] = (copy[copy.length - fromEnd] ?? 0) ^ 0x55;
  return copy;
};

const GOOD_XES = xesLog(xesTrace(xesEvent()));
const GOOD_CSV = csvLog(CSV_ROW);
const PACKED = gzipSync(GOOD_XES);
const nested = (depth: number): string => '<string key="k" value="v">'.repeat(depth) + "</string>".repeat(depth);
const row = (time: string): string => csvLog(CSV_ROW, `c1,Decide,${time},Lan`);

type Broken = readonly [
  what: string,
  name: string,
  content: string | Buffer,
  fault: Partial<ImportFault>,
  options?: CsvOptions,
];

const BROKEN: ReadonlyArray<Broken> = [
  // the file and its bytes
  ["an empty file", "a.xes", "", { code: "NotAnEventLog", found: "an empty file" }],
  ["a file of white space", "a.csv", " \n\n ", { code: "NotAnEventLog", found: "an empty file" }],
  ["a byte-order mark alone", "a.csv", "\uFEFF", { code: "NotAnEventLog", found: "an empty file" }],
  ["gzip of nothing", "a.csv", gzipSync(""), { code: "NotAnEventLog", found: "an empty file" }],
  ["gzip that is cut", "a.xes.gz", PACKED.subarray(0, PACKED.length - 20), { code: "GzipDamaged" }],
  ["gzip that is only its first bytes", "a.gz", PACKED.subarray(0, 5), { code: "GzipDamaged" }],
  [
    "gzip whose checksum is wrong",
    "a.xes.gz",
    damaged(PACKED, 6),
    { code: "GzipDamaged", found: "incorrect data check" },
  ],
  [
    "gzip whose length is wrong",
    "a.xes.gz",
    damaged(PACKED, 2),
    { code: "GzipDamaged", found: "incorrect length check" },
  ],
  ["gzip followed by something else", "a.gz", bytes([...PACKED], "more"), { code: "GzipDamaged" }],
  ["gzip in gzip", "a.xes.gz", gzipSync(PACKED), { code: "NotUtf8", found: "a gzip file inside the gzip file" }],
  [
    "a binary file",
    "a.csv",
    bytes([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 3]),
    { code: "NotUtf8", found: "the byte 0x89 at byte offset 0" },
  ],
  [
    "an Office file",
    "a.csv",
    bytes([0x50, 0x4b, 3, 4, 0, 0]),
    { code: "NotUtf8", found: "a ZIP archive or an Office file" },
  ],
  [
    "UTF-16 with its mark",
    "a.xes",
    Buffer.from(`\uFEFF${GOOD_XES}`, "utf16le"),
    { code: "NotUtf8", found: "UTF-16 text" },
  ],
  ["UTF-16 without its mark", "a.xes", Buffer.from(GOOD_XES, "utf16le"), { code: "NotUtf8", found: "UTF-16 text" }],
  [
    "Latin-1",
    "a.csv",
    Buffer.from(csvLog("c1,Ré,2024-01-02T08:00:00Z,Lan"), "latin1"),
    { code: "NotUtf8", line: 2, found: `the byte 0xE9 at byte offset ${CSV_HEADER.length + 5}` },
  ],
  [
    "a wrong byte after a right U+FFFD",
    "a.csv",
    bytes(`${CSV_HEADER}\nc1,\uFFFD`, [0xff]),
    { code: "NotUtf8", line: 2, found: `the byte 0xFF at byte offset ${CSV_HEADER.length + 7}` },
  ],
  ["a character that is cut at the end", "a.csv", bytes(GOOD_CSV, [0xe1, 0xbb]), { code: "NotUtf8", line: 3 }],
  ["a NUL byte in CSV", "a.csv", csvLog(CSV_ROW, "c1,De\0cide,2024-01-02T08:00:00Z,Lan"), { code: "NotUtf8", line: 3 }],
  ["a NUL byte in XES", "a.xes", GOOD_XES.replace("Receive", "Re\0ceive"), { code: "NotUtf8", line: 3 }],
  [
    "XML that declares another encoding",
    "a.xes",
    GOOD_XES.replace("UTF-8", "ISO-8859-1"),
    { code: "NotUtf8", line: 1, found: 'encoding="ISO-8859-1"' },
  ],

  // XML
  ["XML that is cut in a tag", "a.xes", GOOD_XES.slice(0, -40), { code: "Malformed" }],
  [
    "XML that is cut between tags",
    "a.xes",
    GOOD_XES.replace("</log>", ""),
    { code: "Malformed", found: "unclosed tag: log" },
  ],
  [
    "a tag that is closed by another",
    "a.xes",
    GOOD_XES.replace("</event>", "</events>"),
    { code: "Malformed", line: 3 },
  ],
  [
    "an attribute twice in a tag",
    "a.xes",
    xesLog('<string key="a" key="b" value="c"/>'),
    { code: "Malformed", line: 3, found: "duplicate attribute: key" },
  ],
  ["two roots", "a.xes", `${GOOD_XES}<log/>`, { code: "Malformed", line: 5 }],
  [
    "a control character by number",
    "a.xes",
    xesLog(xesTrace(xesEvent('<string key="a" value="&#1;"/>'))),
    { code: "Malformed", line: 3 },
  ],
  [
    "an unknown entity",
    "a.xes",
    xesLog(xesTrace(xesEvent('<string key="a" value="&lol;"/>'))),
    { code: "Malformed", found: "undefined entity" },
  ],
  [
    "a DOCTYPE",
    "a.xes",
    GOOD_XES.replace("<log", '<!DOCTYPE log SYSTEM "log.dtd">\n<log'),
    { code: "Forbidden", line: 2 },
  ],
  [
    "entities that multiply",
    "a.xes",
    GOOD_XES.replace("<log", '<!DOCTYPE log [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>\n<log'),
    { code: "Forbidden", line: 2 },
  ],
  ["a DOCTYPE that never ends", "a.xes", `<!DOCTYPE log [${"<!-- -->".repeat(300_000)}`, { code: "LimitExceeded" }],
  [
    "a comment of 2 MiB",
    "a.xes",
    GOOD_XES.replace("<trace>", `<!--${" ".repeat(2_097_152)}--><trace>`),
    { code: "LimitExceeded" },
  ],
  [
    "a value of 10 MB",
    "a.xes",
    xesLog(xesTrace(xesEvent(`<string key="a" value="${"x".repeat(10_000_000)}"/>`))),
    { code: "LimitExceeded", line: 3 },
  ],
  [
    "a value of one byte too many",
    "a.xes",
    xesLog(xesTrace(xesEvent(`<string key="a" value="${"x".repeat(1_048_577)}"/>`))),
    { code: "LimitExceeded", line: 3, column: "a" },
  ],
  [
    "an event with endless attributes",
    "a.xes",
    xesLog(xesTrace(xesEvent(`<string key="a" value="${"x".repeat(900_000)}"/>`.repeat(6)))),
    { code: "LimitExceeded", column: "a" },
  ],
  ["elements 33 deep", "a.xes", xesLog(nested(32)), { code: "LimitExceeded", line: 3 }],

  // XES
  ["XML that is not XES", "a.xml", "<html><body/></html>", { code: "NotAnEventLog", line: 1, found: "<html>" }],
  [
    "a log of another namespace",
    "a.xes",
    xesLog("", ' xmlns="urn:other"'),
    { code: "NotAnEventLog", line: 2, found: 'xmlns="urn:other"' },
  ],
  ["no XML under a name of XES", "a.xes", GOOD_CSV, { code: "Malformed" }],
  [
    "an event outside a trace",
    "a.xes",
    xesLog(xesEvent()),
    { code: "StructureInvalid", line: 3, expected: "<event> inside a <trace>" },
  ],
  [
    "an event in an event",
    "a.xes",
    xesLog(xesTrace(xesEvent(xesEvent()))),
    { code: "StructureInvalid", line: 3, found: "<event>" },
  ],
  [
    "an event in an attribute of a trace",
    "a.xes",
    xesLog(xesTrace(`<string key="a" value="b">${xesEvent()}</string>`)),
    { code: "StructureInvalid", line: 3, found: "<event>" },
  ],
  ["a trace in an aside", "a.xes", xesLog(`<own>${xesTrace("")}</own>`), { code: "StructureInvalid", line: 3 }],
  ["a trace in a trace", "a.xes", xesLog(xesTrace(xesTrace(""))), { code: "StructureInvalid", found: "<trace>" }],
  [
    "text between elements",
    "a.xes",
    xesLog(xesTrace(`${xesEvent()}lost`)),
    { code: "StructureInvalid", found: '"lost"' },
  ],
  [
    "an attribute of an unknown type",
    "a.xes",
    xesLog(xesTrace(xesEvent('<money key="fee" value="1"/>'))),
    { code: "StructureInvalid", found: "<money>" },
  ],
  [
    "an attribute without a key",
    "a.xes",
    xesLog(xesTrace(xesEvent('<string value="1"/>'))),
    { code: "StructureInvalid" },
  ],
  [
    "an attribute without a value",
    "a.xes",
    xesLog(xesTrace(xesEvent('<string key="a"/>'))),
    { code: "ValueInvalid", column: "a" },
  ],
  [
    "a trace without a name",
    "a.xes",
    xesLog(`<trace>\n${xesEvent()}\n</trace>`),
    { code: "ValueInvalid", line: 5, column: "concept:name", expected: "a name of the trace", found: "nothing" },
  ],
  [
    "a trace with an empty name",
    "a.xes",
    xesLog(xesTrace(xesEvent(), "")),
    { code: "ValueInvalid", column: "concept:name", found: "an empty text" },
  ],
  [
    "an event without a name",
    "a.xes",
    xesLog(xesTrace('<event><date key="time:timestamp" value="2024-01-02T08:00:00Z"/></event>')),
    { code: "ValueInvalid", column: "concept:name", expected: "a name of the event" },
  ],
  [
    "an event without a time",
    "a.xes",
    xesLog(xesTrace('<event><string key="concept:name" value="a"/></event>')),
    { code: "ValueInvalid", column: "time:timestamp", found: "nothing" },
  ],
  [
    "a time that is no <date>",
    "a.xes",
    xesLog(
      xesTrace(
        '<event><string key="concept:name" value="a"/><string key="time:timestamp" value="2024-01-02T08:00:00Z"/></event>',
      ),
    ),
    { code: "ValueInvalid", column: "time:timestamp", found: "a string" },
  ],
  [
    "a date that does not exist",
    "a.xes",
    xesLog(xesTrace(xesEvent("", "2011-02-30T08:00:00Z"))),
    { code: "ValueInvalid", line: 3, column: "time:timestamp", found: '"2011-02-30T08:00:00Z"' },
  ],
  [
    "a date without an offset",
    "a.xes",
    xesLog(xesTrace(xesEvent("", "2011-02-03T08:00:00"))),
    { code: "ValueInvalid", column: "time:timestamp" },
  ],
  [
    "an int that is none",
    "a.xes",
    xesLog(xesTrace(xesEvent('<int key="n" value="1.5"/>'))),
    { code: "ValueInvalid", column: "n", expected: "an integer" },
  ],
  [
    "a float that is none",
    "a.xes",
    xesLog(xesTrace(xesEvent('<float key="n" value="0x10"/>'))),
    { code: "ValueInvalid", column: "n" },
  ],
  [
    "a boolean that is none",
    "a.xes",
    xesLog(xesTrace(xesEvent('<boolean key="n" value="yes"/>'))),
    { code: "ValueInvalid", column: "n" },
  ],

  // CSV
  [
    "a missing column",
    "a.csv",
    "case:concept:name,time:timestamp\nc1,x\n",
    {
      code: "StructureInvalid",
      line: 1,
      column: "concept:name",
      found: 'the columns "case:concept:name", "time:timestamp"',
    },
  ],
  [
    "a column twice",
    "a.csv",
    `${CSV_HEADER},org:resource\n`,
    { code: "StructureInvalid", line: 1, column: "org:resource" },
  ],
  [
    "a field too few",
    "a.csv",
    csvLog(CSV_ROW, "c1,Decide,2024-01-02T08:00:00Z"),
    { code: "StructureInvalid", line: 3, expected: "4 fields, as in the header", found: "3 fields" },
  ],
  [
    "a field too many",
    "a.csv",
    csvLog(CSV_ROW, `${CSV_ROW},more`),
    { code: "StructureInvalid", line: 3, found: "5 fields" },
  ],
  [
    "a quote that is not closed",
    "a.csv",
    csvLog(CSV_ROW, 'c1,"Decide,2024-01-02T08:00:00Z,Lan', CSV_ROW),
    { code: "Malformed", line: 3, expected: "a closing quote" },
  ],
  ["a quote inside a field", "a.csv", csvLog('c1,De"cide,2024-01-02T08:00:00Z,Lan'), { code: "Malformed", line: 2 }],
  [
    "text after a closing quote",
    "a.csv",
    csvLog('c1,"De"cide,2024-01-02T08:00:00Z,Lan'),
    { code: "Malformed", line: 2 },
  ],
  ["a CR alone", "a.csv", GOOD_CSV.replaceAll("\n", "\r"), { code: "Malformed", line: 1, found: "a CR alone" }],
  [
    "a record of 2 MiB",
    "a.csv",
    csvLog(`c1,${"x".repeat(2_097_152)},2024-01-02T08:00:00Z,Lan`),
    { code: "LimitExceeded", line: 2 },
  ],
  [
    "a quote that swallows the file",
    "a.csv",
    csvLog('c1,"x', ...Array.from({ length: 40_000 }, () => CSV_ROW)),
    { code: "LimitExceeded", line: 2 },
  ],
  [
    "an empty case id",
    "a.csv",
    csvLog(CSV_ROW, CSV_ROW.replace("c1", "")),
    { code: "ValueInvalid", line: 3, column: "case:concept:name" },
  ],
  [
    "an empty activity",
    "a.csv",
    csvLog(CSV_ROW.replace("Receive", "")),
    { code: "ValueInvalid", line: 2, column: "concept:name" },
  ],
  [
    "an empty time",
    "a.csv",
    row(""),
    { code: "ValueInvalid", line: 3, column: "time:timestamp", found: "an empty field" },
  ],
  [
    "an impossible date in CSV",
    "a.csv",
    row("2011-02-30 08:00:00Z"),
    { code: "ValueInvalid", line: 3, column: "time:timestamp", found: '"2011-02-30 08:00:00Z"' },
  ],
  [
    "an impossible time in CSV",
    "a.csv",
    row("2011-02-28 25:00:00Z"),
    { code: "ValueInvalid", line: 3, column: "time:timestamp" },
  ],
  [
    "an impossible date of a case",
    "a.csv",
    "case:concept:name,case:deadline,concept:name,time:timestamp\nc1,soon,a,2024-01-02T08:00:00Z\n",
    { code: "ValueInvalid", line: 2, column: "case:deadline", found: '"soon"' },
  ],
  [
    "a time of the hour that spring leaves out",
    "a.csv",
    row("2011-03-27 02:30:00"),
    { code: "ValueInvalid", line: 3 },
    { timeZone: "Europe/Amsterdam" },
  ],
  [
    "a zone that does not exist",
    "a.csv",
    GOOD_CSV,
    { code: "OptionInvalid", column: "timeZone" },
    { timeZone: "Mars/Base" },
  ],
  [
    "a zone that does not exist, for XES",
    "a.xes",
    GOOD_XES,
    { code: "OptionInvalid", column: "timeZone" },
    { timeZone: "Mars/Base" },
  ],
  [
    "a delimiter that cannot be one",
    "a.csv",
    GOOD_CSV,
    { code: "OptionInvalid", column: "delimiter" },
    { delimiter: '"' },
  ],
  ["text that is no table", "a.txt", "Kính gửi ông bà\n", { code: "StructureInvalid", line: 1 }],
];

describe("a broken file is refused by a value, and its broken case does not come", () => {
  for (const [what, name, content, expected, options] of BROKEN) {
    it(what, async () => {
      await withFile(name, content, async (file) => {
        const { fault, cases } = await readFileWhole(file, options);
        expect(fault).toMatchObject({ file, ...expected });
        expect(fault?.expected).not.toBe("");
        expect(fault?.found).not.toBe("");
        expect(fault?.found.length).toBeLessThan(600);
        expect(cases.every((one) => one.events.every(({ activity }) => activity === "Receive"))).toBe(true);
      });
    });
  }

  it("a file that is missing", async () => {
    const { fault } = await readFileWhole(join(tmpdir(), "motcua-no-such-folder", "log.xes"));
    expect(fault).toMatchObject({ code: "FileUnreadable", line: null, found: "no such file" });
  });

  it("a folder", async () => {
    const folder = await mkdtemp(join(tmpdir(), "motcua-"));
    await mkdir(join(folder, "log.xes"));
    const { fault } = await readFileWhole(join(folder, "log.xes"));
    expect(fault).toMatchObject({ code: "FileUnreadable", found: "a folder" });
  });

  it("a file that may not be read", () => {
    const denied = Object.assign(new Error("EACCES: permission denied, open 'log.xes'"), { code: "EACCES" });
    expect(faultOf("log.xes", denied)).toMatchObject({ code: "FileUnreadable", found: "no permission to read it" });
  });

  it("a date that is refused names the character at which its tag ends", async () => {
    const { fault } = await readXesText('<log>\n<trace><date key="a" value="x"/></trace></log>');
    expect(fault).toMatchObject({ line: 2, character: 32, column: "a" });
  });
});

describe("what is large but allowed is read", () => {
  it("a value of exactly the limit, and elements 32 deep", async () => {
    const value = "ế".repeat(349_525);
    const { fault, events } = await readXesText(
      xesLog(nested(31) + xesTrace(xesEvent(`<string key="a" value="${value}"/>`))),
    );
    expect(fault).toBeNull();
    expect(events[0]?.attributes.get("a")).toBe(value);
  });

  it("a record of nearly the limit", async () => {
    const { fault, events } = await readCsvText(csvLog(`c1,Receive,2024-01-02T08:00:00Z,${"x".repeat(1_048_500)}`));
    expect(fault).toBeNull();
    expect(events).toHaveLength(1);
  });
});
