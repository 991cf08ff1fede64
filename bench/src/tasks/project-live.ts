import { randomUUID } from "node:crypto";
import { dossierRows, HO_CHI_MINH, indicatorsReport } from "@motcua/core";
import { openPostgresEventStore } from "@motcua/postgres";
import { isLeft } from "fp-ts/lib/Either.js";
import { argument } from "../measure.ts";

// From an append to the figure that shows it, in a process that keeps its view up with the log.
const [url, times] = [argument(0), Number(argument(1))];
const [writer, reader] = [
  await openPostgresEventStore({ url })(),
  await openPostgresEventStore({ url, mode: "readOnly" })(),
];
if (isLeft(writer) || isLeft(reader)) throw new Error("cannot be opened");
const ended = new AbortController();
let view = dossierRows.empty();
let seen = 0;
const zone = HO_CHI_MINH;
const follow = async () => {
  for await (const page of reader.right.subscribe({ types: dossierRows.handles, signal: ended.signal })) {
    if (isLeft(page)) throw new Error(page.left.code);
    for (const event of page.right.events) view = dossierRows.step(view, event);
    if (page.right.atEnd) seen = indicatorsReport(view, { zone, onTimeBy: "auto" }).total.satisfaction.ratings;
  }
};
const following = follow();
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
const first = await writer.right.readAll({ types: ["DossierReceived"], limit: 1 })();
const stream = isLeft(first) ? "" : (first.right.events[0]?.stream ?? "");
while (seen === 0) await pause(50);
const taken: number[] = [];
for (let n = 0; n < times; n++) {
  const before = seen;
  const rated = { score: 5, scale: 5, aspect: "attitude" };
  const event = {
    id: randomUUID(),
    type: "SatisfactionRated",
    schemaVersion: 1,
    occurredAt: Date.now(),
    data: rated,
    meta: {},
  };
  const began = performance.now();
  await writer.right.append(stream, [event], "exists")();
  while (seen === before) await new Promise((resolve) => setImmediate(resolve));
  taken.push(performance.now() - began);
  await pause(20);
}
ended.abort();
await following;
await writer.right.close();
await reader.right.close();
const sorted = taken.toSorted((a, b) => a - b);
const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)];
process.stdout.write(`${JSON.stringify({ times, p50: at(0.5), p99: at(0.99) })}\n`);
