import type { ClientPackage } from "@motcua/testkit";
import { describe, expect, it } from "vitest";
import type { AppendOptions, WireEvent } from "../../src/index.js";
import { errorOf, newEvents, successOf } from "./events.js";
import { failingServer } from "./failing-server.js";

const NOT_ITS_OWN: Readonly<Record<ClientPackage, keyof AppendOptions>> = {
  "@eventstore/db-client": "streamState",
  "@kurrent/kurrentdb-client": "expectedRevision",
};

/** Each client knows the expectation by another name, and takes the other's for nothing at all. */
export const lockKeys = (name: ClientPackage): void => {
  describe(`the lock over ${name}`, () => {
    it("is off, without a word, for who uses the other client's name for it", async () => {
      const { client: make } = await failingServer(name);
      const client = make();
      const event = (): WireEvent => ({
        id: crypto.randomUUID(),
        type: "T",
        contentType: "application/json",
        data: {},
        metadata: new TextEncoder().encode("{}"),
      });
      const options = { [NOT_ITS_OWN[name]]: "no_stream" } as unknown as AppendOptions;
      await client.appendToStream("a-1", [event()], options);
      expect((await client.appendToStream("a-1", [event()], options)).nextExpectedRevision).toBe(1n);
      await client.dispose();
    });

    it("holds in the store", async () => {
      const { store: open } = await failingServer(name);
      const store = open();
      successOf(await store.append("a-1", newEvents(2), "none")());
      for (const expected of ["none", 0, 1, 3] as const)
        expect(errorOf(await store.append("a-1", newEvents(1), expected)())).toMatchObject({
          code: "VersionConflict",
          actual: 2,
        });
    });
  });
};
