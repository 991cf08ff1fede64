import { InMemoryEventStorageAdapter } from "@castore/event-storage-adapter-in-memory";
import { inMemoryEventStore } from "@motcua/event-store";
import { InMemoryStore } from "@rotorsoft/act";
import { actContender } from "../stores/act-contender.ts";
import { castoreContender } from "../stores/castore-contender.ts";
import type { Entry } from "../stores/contender.ts";
import type { Heat } from "../stores/measure-rows.ts";
import type { Row } from "../stores/row.ts";
import { measureSection } from "../stores/section.ts";
import { storeContender } from "../stores/store-contender.ts";
import { pinned } from "../stores/versions.ts";

// In memory there is no ceiling to speak of: whoever checks nothing and copies nothing only pushes into an array.
const entries: ReadonlyArray<Entry> = [
  { name: "motcua", kind: "ours", open: async () => storeContender([inMemoryEventStore()]) },
  { name: "castore", kind: "peer", open: async () => castoreContender(new InMemoryEventStorageAdapter()) },
  { name: "act", kind: "peer", open: async () => actContender(new InMemoryStore()) },
];
const append = (row: Row, calls: number): Heat => ({ rows: [{ row, calls }], entries, stored: 0, filledBy: "each" });

await measureSection(
  "Memory",
  [pinned("@castore/event-storage-adapter-in-memory"), pinned("@rotorsoft/act")],
  [
    append({ does: "append", events: 1, inFlight: 1 }, 700),
    append({ does: "append", events: 7, inFlight: 1 }, 300),
    append({ does: "append", events: 1_000, inFlight: 1 }, 5),
    {
      rows: [
        { row: { does: "load", inFlight: 1 }, calls: 300 },
        { row: { does: "readAll" }, calls: 1 },
      ],
      entries,
      stored: 2_000,
      filledBy: "each",
    },
  ],
  () => undefined,
);
