import { eventStoreContract } from "@motcua/testkit";
import { describe, it } from "vitest";
import { freshPlace, subjectOf } from "./support/server.js";

eventStoreContract({
  name: "EventStoreDB over @eventstore/db-client, batch",
  ...subjectOf(() => freshPlace("@eventstore/db-client", "batch")),
  uniqueIds: "slot",
  describe,
  it,
});
