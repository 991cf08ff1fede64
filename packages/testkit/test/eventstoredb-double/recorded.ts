import { readFileSync } from "node:fs";
import type { AppendPath, Fact } from "./probe/ask.js";
import type { PACKAGES } from "./probe/client.js";

/** A question, and what was answered: where that depends on the path of appends or on the client, under its name too. */
interface Recording {
  readonly question: string;
  readonly answer: unknown;
  readonly unary?: unknown;
  readonly K?: unknown;
}

/**
 * What EventStoreDB 23.10.8 (one node, in memory, without TLS) answered on 2026-11-23 through
 * `@eventstore/db-client` 6.2.1 (E) and `@kurrent/kurrentdb-client` 1.3.1 (K).
 */
export const recordedFacts = (client: keyof typeof PACKAGES, path: AppendPath): ReadonlyArray<Fact> =>
  recordings().map((recording) => [recording.question, answerOf(recording, client, path)]);

const recordings = (): ReadonlyArray<Recording> =>
  linesOf(readFileSync(new URL("recorded-23.10.8.jsonl", import.meta.url), "utf8")).map((line) => JSON.parse(line));

const answerOf = (recording: Recording, client: keyof typeof PACKAGES, path: AppendPath): unknown => {
  if (client === "K" && recording.K !== undefined) return recording.K;
  return path === "unary" && recording.unary !== undefined ? recording.unary : recording.answer;
};

/** The lines of a text that ends with a new line. */
export const linesOf = (text: string): ReadonlyArray<string> => text.split("\n").slice(0, -1);
