// Appends until it is killed, and prints a line before each append and one after its answer.
import { randomInt } from "node:crypto";
import { flushCompileCache } from "node:module";
import { openPostgresEventStore } from "@motcua/postgres";
import type { AppendCall } from "@motcua/testkit";
import { isLeft, isRight } from "fp-ts/lib/Either.js";
import { print } from "../../../../scripts/child/print.js";
import { eventsFor } from "./events.js";

/** The same number twice: an append without its answer, then with it. */
export interface Said {
  readonly number: number;
  readonly call: AppendCall;
}

const [url = "", client = ""] = process.argv.slice(2);
const opened = await openPostgresEventStore({ url, readers: 1 })();
if (isLeft(opened)) throw new Error(opened.left.code);
// One that is killed would leave the next to compile everything again.
flushCompileCache();

const now = (): number => Number(process.hrtime.bigint());
const say = (said: Said): void => print(`${JSON.stringify(said)}\n`);

let numbers = 0;
const appendForEver = async (): Promise<never> => {
  for (;;) {
    const number = ++numbers;
    const stream = number % 4 === 0 ? `shared-${number % 3}` : `${client}-${number % 5}`;
    const events = eventsFor([1, 1, 3, 120][randomInt(4)] ?? 1, { data: { text: "x".repeat(randomInt(200)) } });
    const call = {
      kind: "append",
      client,
      began: now(),
      ended: null,
      stream,
      events,
      expected: "any",
      answer: null,
    } as const;
    say({ number, call });
    const answer = await opened.right.append(stream, events, "any")();
    if (!isRight(answer)) throw new Error(JSON.stringify(answer.left));
    say({ number, call: { ...call, ended: now(), answer } });
  }
};

await Promise.all([appendForEver(), appendForEver(), appendForEver()]);
