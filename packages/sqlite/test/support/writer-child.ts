// Appends until it is killed, and prints each event once its append has been acknowledged: `stream version id`.
// With "early" it prints `? id` before that, as a store would that does not wait for its disk.
import { randomUUID } from "node:crypto";
import { writeSync } from "node:fs";
import type { NewEvent } from "@motcua/event-store";
import { openSqliteEventStore } from "@motcua/sqlite";
import { isLeft } from "fp-ts/lib/Either.js";
import { seeded } from "./random.js";

const [file = "", seed = "1", commits = "inline", when = "acknowledged"] = process.argv.slice(2);
const random = seeded(Number(seed));
const below = (n: number): number => Math.floor(random() * n);

const store = await openSqliteEventStore(commits === "thread" ? { file, commits } : { file })();
if (isLeft(store)) throw new Error(store.left.code);

const append = async (): Promise<string> => {
  const stream = `load-${below(40)}`;
  const of = [1, 1, 1, 2, 3, 7, 40][below(7)] ?? 1;
  const batch = randomUUID();
  const events: ReadonlyArray<NewEvent> = Array.from({ length: of }, () => ({
    id: randomUUID(),
    type: "Loaded",
    schemaVersion: 1,
    occurredAt: 0,
    data: { of, text: "x".repeat(below(4) === 0 ? below(9_000) : below(200)) },
    meta: { batch },
  }));
  if (when === "early") writeSync(1, events.map(({ id }) => `? ${id}\n`).join(""));
  const answer = await store.right.append(stream, events, "any")();
  if (isLeft(answer)) throw new Error(answer.left.code);
  const first = answer.right.version - of + 1;
  return events.map(({ id }, index) => `${stream} ${first + index} ${id}\n`).join("");
};

for (;;) {
  const together = [1, 1, 1, 20, 200][below(5)] ?? 1;
  const acknowledged = await Promise.all(Array.from({ length: together }, append));
  if (when !== "early") writeSync(1, acknowledged.join(""));
}
