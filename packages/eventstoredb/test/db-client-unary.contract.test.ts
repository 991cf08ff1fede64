import { eventStoreContract } from "@motcua/testkit";
import { describe, it } from "vitest";
import { freshPlace, subjectOf } from "./support/server.js";

eventStoreContract({
  name: "EventStoreDB over @eventstore/db-client, unary",
  ...subjectOf(() => freshPlace("@eventstore/db-client", "unary")),
  uniqueIds: "slot",
  describe,
  it,
});
