// Asks a double of its own all the questions, or the server whose connection string it is given, and prints the answers,
// one JSON line each:  probe-child.ts E|K batch|unary [connection string]
import { writeSync } from "node:fs";
import { startEventStoreDbDouble } from "../../../src/eventstoredb-double/index.js";
import type { AppendPath } from "./ask.js";
import { PACKAGES } from "./client.js";
import { ask } from "./run.js";

const [name, path, server] = process.argv.slice(2) as [keyof typeof PACKAGES, AppendPath, string?];

const double = server === undefined ? await startEventStoreDbDouble({ client: PACKAGES[name] }) : undefined;
for await (const fact of ask(server ?? double?.connectionString ?? "", name, path))
  writeSync(1, `${JSON.stringify(fact)}\n`);
await double?.stop();
process.exit(0);
