import { execFile } from "node:child_process";
import { createWriteStream } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { promisify } from "node:util";
import { createGzip } from "node:zlib";
import { describe, expect, it } from "vitest";
import { program } from "../../../scripts/child/child.js";
import { CSV_HEADER, CSV_ROW, xesEvent, xesTrace } from "./support/made-logs.js";

/** What `read-in-child.ts` prints. */
interface Cost {
  readonly cases: number;
  readonly events: number;
  readonly peakMiB: number;
  readonly fault: { readonly code: string } | null;
}

const reader = new URL("support/read-in-child.ts", import.meta.url);

const costOf = async (file: string): Promise<Cost> => {
  const { stdout } = await promisify(execFile)(process.execPath, [
    // Else V8 sizes its young generation by the machine, and lets it grow when the collector falls behind.
    "--max-semi-space-size=16",
    ...program(reader, file),
  ]);
  return JSON.parse(stdout);
};

const withPacked = async (name: string, pieces: Iterable<string>, use: (cost: Cost) => void): Promise<void> => {
  const folder = await mkdtemp(join(tmpdir(), "motcua-"));
  try {
    const file = join(folder, name);
    await pipeline(Readable.from(pieces), createGzip({ level: 1 }), createWriteStream(file));
    use(await costOf(file));
  } finally {
    await rm(folder, { recursive: true });
  }
};

function* repeated(head: string, piece: string, times: number, tail = ""): Generator<string> {
  yield head;
  for (let i = 0; i < times; i++) yield piece;
  yield tail;
}

/** An idle child that only loads the code takes some 90 MiB; the files below unpack to hundreds. */
const CEILING = 260;

const RESOURCE = '<string key="org:resource" value="một cán bộ"/>';
const CASES = xesTrace(xesEvent(RESOURCE).repeat(6)).repeat(1000);

describe.skipIf(process.features.typescript === false)("memory does not grow with the file", () => {
  it("XES of many cases", async () => {
    await withPacked("log.xes.gz", repeated("<log>", CASES, 250, "</log>"), ({ fault, events, peakMiB }) => {
      expect(fault).toBeNull();
      expect(events).toBe(1_500_000);
      expect(peakMiB).toBeLessThan(CEILING);
    });
  });

  it("XES of one endless case", async () => {
    const head = '<log><trace><string key="concept:name" value="c1"/>';
    const content = repeated(head, xesEvent(RESOURCE).repeat(1000), 1000, "</trace></log>");
    await withPacked("log.xes.gz", content, ({ fault, events, peakMiB }) => {
      expect(fault).toBeNull();
      expect(events).toBe(1_000_000);
      expect(peakMiB).toBeLessThan(CEILING);
    });
  });

  it("CSV whose cases take turns", async () => {
    const one = `${CSV_ROW}${"x".repeat(200)}\n`;
    const two = one + one.replace("c1", "c2");
    await withPacked("log.csv.gz", repeated(`${CSV_HEADER}\n`, two.repeat(1000), 500), ({ fault, cases, peakMiB }) => {
      expect(fault).toBeNull();
      expect(cases).toBe(1_000_000);
      expect(peakMiB).toBeLessThan(CEILING);
    });
  });

  it.each([
    ["a value", '<log><string key="a" value="'],
    ["a comment", "<log><!--"],
    ["white space", "<log>"],
    ["a quoted field", `${CSV_HEADER}\nc1,"`],
    ["empty fields", CSV_HEADER, ","],
  ])("a gzip bomb of 1 GiB in %s", async (_what, head, character = " ") => {
    await withPacked("bomb.gz", repeated(head, character.repeat(1_048_576), 1024), ({ fault, peakMiB }) => {
      expect(fault?.code).toBe("LimitExceeded");
      expect(peakMiB).toBeLessThan(CEILING);
    });
  });
});
