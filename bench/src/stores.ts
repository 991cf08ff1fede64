import { cpus } from "node:os";
import { runTask } from "./run-task.ts";
import { effortOf, type Section } from "./stores/section.ts";
import { summaryOf } from "./stores/summary.ts";
import { tableOf } from "./stores/table.ts";

/** Each store in a process of its own; of EventStoreDB's two clients each process may load only one. */
const TASKS: ReadonlyArray<readonly [task: string, ...words: ReadonlyArray<string>]> = [
  ["memory"],
  ["sqlite"],
  ["postgres"],
  ["eventstoredb", "@kurrent/kurrentdb-client"],
  ["eventstoredb", "@eventstore/db-client"],
];

/**
 * The four stores against statements by hand and against their peers.
 *
 * @param words  the names of stores, if not all are wanted; `--json` prints lines of JSON in place of tables
 */
export const benchStores = (words: ReadonlyArray<string>): void => {
  const wanted = words.filter((word) => !word.startsWith("--"));
  const print = words.includes("--json") ? jsonOf : tableOf;
  const { seed, rounds } = effortOf(process.env);
  process.stdout.write(
    words.includes("--json")
      ? `${JSON.stringify({ date: today(), cores: cpus().length, node: process.versions.node, seed, rounds })}\n`
      : `${today()}, ${cpus().length} cores, Node ${process.versions.node}, seed ${seed}, ${rounds} rounds: medians, the middle half in brackets\n\n`,
  );
  for (const [task, ...rest] of TASKS)
    if (wanted.length === 0 || wanted.includes(task))
      process.stdout.write(`${print(runTask<Section>(`stores-${task}`, ...rest))}\n`);
};

const today = (): string => new Date().toISOString().slice(0, 10);

const jsonOf = ({ store, about, rows }: Section): string =>
  rows.map((row) => JSON.stringify({ store, about, ...summaryOf(row) })).join("\n");
