import { readFileSync } from "node:fs";
import { join } from "node:path";
import { inMemoryEventStore } from "@motcua/event-store";
import { pipe } from "fp-ts/lib/function.js";
import { chainW } from "fp-ts/lib/TaskEither.js";
import { checkLog, importLog, type Preset, presetOf, readMapping, type Source, textSource } from "../../src/index.js";
import { eventsOf, rightOf } from "./importing.js";

/** A mapping of the folder `mappings`. */
export const mapped = (name: string, namespace?: string): Preset => {
  const file = join(import.meta.dirname, "../mappings", `${name}.json`);
  const mapping = rightOf(readMapping(file, readFileSync(file, "utf8")));
  return presetOf(mapping, namespace === undefined ? {} : { namespace });
};

/** The least that a mapping says. */
export const LEAST = {
  motcuaMapping: 1,
  log: "made",
  timeZone: "Asia/Ho_Chi_Minh",
  centre: { constant: "centre" },
  procedure: { code: { constant: "p-1" }, field: { constant: "land" } },
  received: { attribute: "received" },
};

export const presetWith = (more: object): Preset =>
  presetOf(rightOf(readMapping("map.json", JSON.stringify({ ...LEAST, ...more }))));

/** Imports CSV into a new store: what came in, and the summary. */
export const importedCsv = async (preset: Preset, ...rows: ReadonlyArray<string>) => {
  const store = inMemoryEventStore();
  const source: Source = { ...textSource("log.csv", `${rows.join("\n")}\n`), format: "csv" };
  const summary = rightOf(
    await pipe(
      checkLog(source, preset),
      chainW((checked) => importLog(store, checked)),
    )(),
  );
  return { summary, events: await eventsOf(store) };
};
