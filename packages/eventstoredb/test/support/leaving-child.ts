// Appends, reads, listens, closes the store, and has nothing more to do.
import { eventStoreDbEventStore } from "@motcua/eventstoredb";
import { isLeft } from "fp-ts/lib/Either.js";
import { print } from "../../../../scripts/child/print.js";
import { type ClientPackage, makeClient } from "./client.js";
import { newEvents } from "./events.js";

const [name = "", url = ""] = process.argv.slice(2);
const store = eventStoreDbEventStore(makeClient(name as ClientPackage, url));

const answer = await store.append("leaving-1", newEvents(3), "none")();
if (isLeft(answer)) throw new Error(answer.left.code);
for await (const page of store.subscribe({ limit: 2, signal: new AbortController().signal })) {
  if (isLeft(page)) throw new Error(page.left.code);
  if (page.right.events.length === 1) break;
}
// One who never asks again holds nothing up.
const held = store.subscribe({ signal: new AbortController().signal })[Symbol.asyncIterator]();
await held.next();
await store.close();
print(`version ${answer.right.version}`);
