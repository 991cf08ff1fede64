import { factReaderContract } from "@motcua/testkit";
import Database from "better-sqlite3";
import { isLeft } from "fp-ts/lib/Either.js";
import { describe, expect, it } from "vitest";
import { eventsFor } from "./support/events.js";
import { opened, temporaryFolder } from "./support/temporary.js";

const { newFile } = temporaryFolder();

factReaderContract({ name: "SQLite in a file", open: () => opened({ file: newFile() }), describe, it });

it("data that is not JSON is told of when it is looked at", async () => {
  const store = await opened({ file: newFile() });
  await store.append("dossier-1", eventsFor(3), "none")();
  const raw = new Database(store.file);
  raw.exec("DROP TRIGGER events_never_change; UPDATE events SET data = '{' WHERE position = 2");
  raw.close();
  const page = await store.readFacts()();
  if (isLeft(page)) throw new Error(page.left.code);
  expect(page.right.events).toHaveLength(3);
  expect(() => page.right.events[1]?.data).toThrow(SyntaxError);
  expect(await store.readAll()()).toMatchObject({ left: { code: "StoreDamaged" } });
  await store.close();
});
