import { inMemoryEventStore } from "@motcua/event-store";
import { quickstart } from "./quickstart.ts";

process.stdout.write(`${JSON.stringify(await quickstart(inMemoryEventStore())(), null, 2)}\n`);
