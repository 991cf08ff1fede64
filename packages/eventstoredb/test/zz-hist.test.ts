import { eventStoreHistories } from "@motcua/testkit";
import { it } from "vitest";
import { freshPlace, subjectOf } from "./support/server.js";
eventStoreHistories({
  name: "ESDB", ...subjectOf(() => freshPlace("@eventstore/db-client", "batch")), uniqueIds: "slot", histories: 150, it,
});
