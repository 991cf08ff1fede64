// Reads, rests, reads twice at once and closes, with nothing else that would keep the process alive.
import { setTimeout as sleep } from "node:timers/promises";
import { openPostgresEventStore } from "@motcua/postgres";
import { isLeft } from "fp-ts/lib/Either.js";
import { print } from "../../../../scripts/child/print.js";

const store = await openPostgresEventStore({ url: process.argv[2] ?? "", readers: 1 })();
if (isLeft(store)) throw new Error(store.left.code);
await store.right.readStream("a-1")();
await sleep(50);
await Promise.all([store.right.readStream("a-1")(), store.right.readStream("a-2")()]);
print("read ");
await store.right.close();
print("closed");
