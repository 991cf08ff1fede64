// Writes a small log of the schema of this release, and what is in it, to test/data/schema-<n>: to be run once, when the
// release that brings the schema is made. What it has written is never changed.
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { type Expected, logPages, type NewEvent, type RecordedEvent } from "@motcua/event-store";
import { openSqliteEventStore } from "@motcua/sqlite";
import { isLeft } from "fp-ts/lib/Either.js";
import { SCHEMA_VERSION } from "../../src/migrations/index.js";

const file = join(tmpdir(), `motcua-freeze-${process.pid}.db`);
const frozen = fileURLToPath(new URL(`../data/schema-${SCHEMA_VERSION}`, import.meta.url));

const store = await openSqliteEventStore({ file, clock: () => Date.UTC(2026, 0, 5, 1, 30) })();
if (isLeft(store)) throw new Error(store.left.code);
let ids = 0;
const events = (count: number, part: Partial<NewEvent>): ReadonlyArray<NewEvent> =>
  Array.from({ length: count }, () => {
    const id = `00000000-0000-4000-8000-${String(++ids).padStart(12, "0")}`;
    return { id, type: "Received", schemaVersion: 1, occurredAt: ids * 1_000, data: {}, meta: { of: count }, ...part };
  });
const append = async (stream: string, given: ReadonlyArray<NewEvent>, expected: Expected) => {
  const answer = await store.right.append(stream, given, expected)();
  if (isLeft(answer)) throw new Error(answer.left.code);
};
await append("dossier-1", events(3, {}), "none");
await append("hồ sơ-1", events(1, { type: "Đã nhận", data: { "a'b": [null, true, 1e-7, "𝟙\u2028"] } }), "none");
await append("dossier-1", events(2, { type: "Returned", schemaVersion: 3, occurredAt: -1 }), 3);
await append("dossier-2", events(1, { data: { text: "x".repeat(9_000) } }), "any");
const log: RecordedEvent[] = [];
for await (const page of logPages(store.right)) if (!isLeft(page)) log.push(...page.right.events);
await store.right.close();

writeFileSync(`${frozen}.db.gz`, gzipSync(readFileSync(file), { level: 9 }));
writeFileSync(`${frozen}.json`, `${JSON.stringify(log, undefined, 2)}\n`);
rmSync(file);
