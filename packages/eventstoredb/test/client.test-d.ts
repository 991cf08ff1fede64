import type { EventStoreDBClient } from "@eventstore/db-client";
import type { KurrentDBClient } from "@kurrent/kurrentdb-client";
import { describe, expectTypeOf, it } from "vitest";
import type { EventStoreDbClient } from "../src/index.js";

describe("the client that the adapter asks for, by shape", () => {
  it("is the one of @eventstore/db-client", () => {
    expectTypeOf<EventStoreDBClient>().toExtend<EventStoreDbClient>();
  });
  it("is the one of @kurrent/kurrentdb-client", () => {
    expectTypeOf<KurrentDBClient>().toExtend<EventStoreDbClient>();
  });
  it("is no object without its members", () => {
    expectTypeOf<Omit<KurrentDBClient, "readAll">>().not.toExtend<EventStoreDbClient>();
  });
});
