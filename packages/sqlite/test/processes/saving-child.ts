// Goes on from wherever a process stands, beside others that do the same, until it is killed.
import { writeSync } from "node:fs";
import type { Cursor } from "@motcua/event-store";
import { openSqliteProcessStore } from "@motcua/sqlite";
import { isLeft } from "fp-ts/lib/Either.js";
import { rightOf } from "../../../../scripts/workers/right-of.js";

const [file = "", streams = ""] = process.argv.slice(2);
const desk = { name: "desk", version: 1 };
const states = rightOf(await openSqliteProcessStore({ file })());
for (;;) {
  const from = rightOf(await states.places("desk")())[0]?.checkpoint ?? null;
  const version = (from?.folded ?? 0) + 1;
  const rows = streams.split(" ").map((stream) => ({ stream, version, state: "{}", wakeAt: version, rung: [] }));
  const to = { cursor: `${version}` as Cursor, folded: version, last: null, quietUntil: null };
  const saved = await states.save(desk, { from, to, rows })();
  if (!isLeft(saved)) writeSync(1, ".");
  else if (saved.left.code !== "ProcessOvertaken") writeSync(1, JSON.stringify(saved.left));
}
