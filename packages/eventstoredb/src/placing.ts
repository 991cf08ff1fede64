import type { AppendError, Appended, Expected, StoreDamaged } from "@motcua/event-store";
import { type Either, isLeft, left, right } from "fp-ts/lib/Either.js";
import type { AppendAt } from "./append-at.js";
import { appendTooLarge, type Batch } from "./batch.js";
import type { Position } from "./client.js";
import type { StreamReader } from "./read-stream.js";
import { repeated } from "./repeated.js";
import type { StreamNames } from "./stream-name.js";

/** The answer to an append, or that its place is not free: the stream stands at `actual`. */
export type Placed =
  | { readonly kind: "answered"; readonly answer: Either<AppendError, Appended> }
  | { readonly kind: "taken"; readonly actual: number };

/** Puts a batch after exactly this version; `expected` is what the caller asked for. */
export type Place = (batch: Batch, version: number, expected: Expected) => Promise<Placed>;

export const placing =
  (
    appendAt: AppendAt,
    { slot, versionOf }: StreamReader,
    { toServer }: StreamNames,
    stored: (position: Position) => void,
  ): Place =>
  async ({ stream, events, wire }, version, expected) => {
    const outcome = await appendAt(toServer(stream), wire, version);
    switch (outcome.kind) {
      case "stored": {
        if (outcome.position !== undefined) stored(outcome.position);
        const last = version + events.length;
        return answered(outcome.version === last ? right({ version: last }) : left(revived(stream, outcome.version)));
      }
      case "tooLarge":
        return answered(left(appendTooLarge(stream, events.length - 1)));
      case "failed":
        return answered(left(outcome.error));
    }
    const actual = outcome.actual === undefined ? await versionOf(stream) : right(outcome.actual);
    if (isLeft(actual)) return answered(actual);
    if (actual.right > version) {
      // Only now, so that an append that goes well costs no read.
      const found = await slot(stream, version + 1, Math.min(events.length, actual.right - version));
      if (isLeft(found)) return answered(found);
      const answer = repeated(stream, events, expected, found.right, actual.right);
      if (answer !== undefined) return answered(answer);
    }
    return { kind: "taken", actual: actual.right };
  };

const answered = (answer: Either<AppendError, Appended>): Placed => ({ kind: "answered", answer });

/** The server takes a deleted stream for one that is not there, and goes on with its old count. */
const revived = (stream: string, version: number): StoreDamaged => ({
  code: "StoreDamaged",
  detail: `"${stream}" was deleted on the server, and has begun again: its last version is ${version}`,
  cause: undefined,
});
