import { eventStoreContract } from "@motcua/testkit";
import { describe, it } from "vitest";
import { freshPlace, subjectOf } from "./support/server.js";

eventStoreContract({
  name: "EventStoreDB over @kurrent/kurrentdb-client, batch",
  ...subjectOf(() => freshPlace("@kurrent/kurrentdb-client", "batch")),
  uniqueIds: "slot",
  describe,
  it,
});
