import { existsSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { isLeft, right } from "fp-ts/lib/Either.js";
import {
  type CaseBatches,
  type CsvOptions,
  type ImportFault,
  openSource,
  readCsv,
  readSource,
  readXes,
  type SourceCase,
  type SourceEvent,
  type TextSource,
  textSource,
  type XesOptions,
} from "../../src/index.js";

/** All that a reading gave, and the fault that ended it. */
export interface Reading {
  readonly cases: ReadonlyArray<SourceCase>;
  readonly events: ReadonlyArray<SourceEvent>;
  readonly fault: ImportFault | null;
}

/** Reads to the end; a batch after a fault, or a second fault, fails the test. */
export const readAll = async (batches: CaseBatches): Promise<Reading> => {
  const cases: SourceCase[] = [];
  let fault: ImportFault | null = null;
  for await (const batch of batches) {
    if (fault !== null) throw new Error("something came after a fault");
    if (isLeft(batch)) fault = batch.left;
    else cases.push(...batch.right);
  }
  return { cases, events: cases.flatMap((one) => one.events), fault };
};

export const readFileWhole = async (file: string, options: CsvOptions = {}): Promise<Reading> => {
  const opened = await openSource(file);
  return isLeft(opened) ? { cases: [], events: [], fault: opened.left } : readAll(readSource(opened.right, options));
};

export const readXesText = (text: string, options: XesOptions = {}): Promise<Reading> =>
  readAll(readXes(textSource("log.xes", text), options));

export const readCsvText = (text: string, options: CsvOptions = {}): Promise<Reading> =>
  readAll(readCsv(textSource("log.csv", text), options));

/** Text that comes in pieces of these lengths, over and over. */
export const inPieces = (text: string, lengths: ReadonlyArray<number>): TextSource => ({
  file: "pieces",
  chunks: async function* () {
    let at = 0;
    for (let piece = 0; at < text.length; piece++) {
      const length = lengths[piece % lengths.length] ?? 1;
      yield right(text.slice(at, at + length));
      at += length;
    }
  },
});

/** Runs with a file of this name and content in a folder of its own. */
export const withFile = async <A>(
  name: string,
  content: string | Uint8Array,
  use: (file: string) => Promise<A>,
): Promise<A> => {
  const folder = await mkdtemp(join(tmpdir(), "motcua-"));
  try {
    const file = join(folder, name);
    await writeFile(file, content);
    return await use(file);
  } finally {
    await rm(folder, { recursive: true });
  }
};

/** A file of the shared data, or `null` where they are absent. */
export const sharedData = (path: string): string | null => {
  const file = resolve(import.meta.dirname, "../../../../../shared/data", path);
  return existsSync(file) ? file : null;
};
export const ABSENT = "../shared/data is absent";
