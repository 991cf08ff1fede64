import { inMemoryEventStore } from "@motcua/event-store";
import { twoWeeks } from "./desk.ts";

process.stdout.write(`${(await twoWeeks(inMemoryEventStore())).join("\n")}\n`);
