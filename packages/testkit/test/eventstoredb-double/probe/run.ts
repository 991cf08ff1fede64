import { randomUUID } from "node:crypto";
import { type AppendPath, type Fact, makeAsker } from "./ask.js";
import type { PACKAGES } from "./client.js";
import { deletes, retention } from "./deletes.js";
import { expectations, races, repetitions } from "./expectations.js";
import { fidelity } from "./fidelity.js";
import { badInput, names, sizes } from "./limits.js";
import { live } from "./live.js";
import { positions, streamReads } from "./reads.js";

/** Asks a server all the questions, and tells each answer as plain data: revisions as `"1n"`, what is new to each run as a word. */
export async function* ask(
  connectionString: string,
  client: keyof typeof PACKAGES,
  path: AppendPath,
): AsyncIterable<Fact> {
  const strays: string[] = [];
  process.on("unhandledRejection", (reason) => strays.push(String(reason)));
  process.on("uncaughtException", (error) => strays.push(String(error)));
  const run = randomUUID().slice(0, 8);
  const asker = makeAsker(connectionString, client, path, run);
  const groups = [
    ...[expectations(asker), repetitions(asker), races(asker), streamReads(asker), positions(asker), live(asker)],
    ...[deletes(asker), badInput(asker), sizes(asker), names(asker, run), fidelity(asker), retention(asker)],
  ];
  for (const group of groups) for await (const fact of group) yield plain(fact, run);
  yield ["errors that nobody was there to catch", strays];
  await asker.settled(() => asker.client.dispose());
}

const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;

const plain = (fact: Fact, run: string): Fact =>
  JSON.parse(
    JSON.stringify(fact, (_, value) => (typeof value === "bigint" ? `${value}n` : value))
      .replaceAll(run, "RUN")
      .replaceAll(UUID, "UUID"),
  );
