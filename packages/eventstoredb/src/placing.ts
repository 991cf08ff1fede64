import type { AppendError, Appended, StoreDamaged } from "@motcua/event-store";
import { type Either, isLeft, left, right } from "fp-ts/lib/Either.js";
import type { AppendAt } from "./append-at.js";
import { appendTooLarge, type Batch } from "./batch.js";
import type { Position } from "./client.js";
import type { StreamReader } from "./read-stream.js";
import type { StreamNames } from "./stream-name.js";

/** The answer to an append, or that its place is not free: the stream stands at `actual`. */
type Placed =
  | { readonly kind: "answered"; readonly answer: Either<AppendError, Appended> }
  | { readonly kind: "taken"; readonly actual: number };

/** Puts a batch after exactly this version. */
export type Place = (batch: Batch, version: number) => Promise<Placed>;

export const placing =
  (
    appendAt: AppendAt,
    { versionOf }: StreamReader,
    { toServer }: StreamNames,
    stored: (position: Position) => void,
  ): Place =>
  async ({ stream, events, wire }, version) => {
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
    return isLeft(actual) ? answered(actual) : { kind: "taken", actual: actual.right };
  };

const answered = (answer: Either<AppendError, Appended>): Placed => ({ kind: "answered", answer });

/** The server takes a deleted stream for one that is not there, and goes on with its old count. */
const revived = (stream: string, version: number): StoreDamaged => ({
  code: "StoreDamaged",
  detail: `"${stream}" was deleted on the server, and has begun again: its last version is ${version}`,
  cause: undefined,
});
