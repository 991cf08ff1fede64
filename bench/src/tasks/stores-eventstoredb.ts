import { argument } from "../measure.ts";
import type { ClientPackage } from "../stores/eventstoredb/client.ts";
import { eventStoreDbServer } from "../stores/eventstoredb/double.ts";
import { eventStoreDbEntries } from "../stores/eventstoredb/entries.ts";
import type { Heat } from "../stores/measure-rows.ts";
import type { Row } from "../stores/row.ts";
import { measureSection } from "../stores/section.ts";
import { pinned } from "../stores/versions.ts";

// EventStoreDB through one of its two clients: the rows in which the clients themselves were measured against a real server.
const client = argument(0) as ClientPackage;
const server = await eventStoreDbServer(client);
const { bare, motcua } = eventStoreDbEntries(client, server.url);
const append = (row: Row, calls: number): Heat => ({
  rows: [{ row, calls }],
  entries: [bare("bare-"), motcua],
  stored: 0,
  filledBy: "each",
});
await measureSection(
  `EventStoreDB, ${client}`,
  [pinned(client), server.about],
  [
    append({ does: "append", events: 1, inFlight: 1 }, 70),
    append({ does: "append", events: 7, inFlight: 1 }, 40),
    append({ does: "append", events: 1, inFlight: 64 }, 896),
    append({ does: "append", events: 1_000, inFlight: 1 }, 3),
    {
      rows: [
        { row: { does: "load", inFlight: 1 }, calls: 50 },
        { row: { does: "load", inFlight: 16 }, calls: 160 },
        { row: { does: "readAll" }, calls: 1 },
      ],
      entries: [motcua, bare("")],
      stored: 1_000,
      filledBy: "first",
    },
  ],
  server.stop,
);
