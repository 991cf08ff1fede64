import { eventStoreContract } from "@motcua/testkit";
import { describe, it } from "vitest";
import { freshPlace, subjectOf } from "./support/server.js";

eventStoreContract({
  name: "EventStoreDB over @kurrent/kurrentdb-client, unary",
  ...subjectOf(() => freshPlace("@kurrent/kurrentdb-client", "unary")),
  uniqueIds: "slot",
  describe,
  it,
});
