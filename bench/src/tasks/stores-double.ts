import { startEventStoreDbDouble } from "@motcua/testkit";
import { argument } from "../measure.ts";
import type { ClientPackage } from "../stores/eventstoredb/client.ts";

// A double of EventStoreDB in a process of its own, which prints where it listens and runs until it is ended.
const double = await startEventStoreDbDouble({ client: argument(0) as ClientPackage });
process.stdout.write(`${double.connectionString}\n`);
