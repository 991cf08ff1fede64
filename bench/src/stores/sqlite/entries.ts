import { randomUUID } from "node:crypto";
import { join } from "node:path";
import { openSqliteEventStore } from "@motcua/sqlite";
import { SqliteStore } from "@rotorsoft/act-sqlite";
import { actContender } from "../act-contender.ts";
import { type Entry, must } from "../contender.ts";
import { storeContender } from "../store-contender.ts";
import { handWrittenSqlite } from "./hand-written.ts";

/** Everybody who keeps a log in a SQLite file, each in files of its own in this folder. */
export const sqliteEntries = (folder: string): Readonly<Record<"rows" | "statements" | "motcua" | "act", Entry>> => {
  const file = () => join(folder, `${randomUUID()}.db`);
  return {
    rows: { name: "by hand, a row a statement", kind: "hand", open: () => handWrittenSqlite(file(), 1) },
    statements: { name: "by hand, 20 rows a statement", kind: "hand", open: () => handWrittenSqlite(file(), 20) },
    motcua: {
      name: "motcua",
      kind: "ours",
      open: async () => storeContender([must(await openSqliteEventStore({ file: file() })())]),
    },
    act: {
      name: "act",
      kind: "peer",
      // Two at a time, and one is told that the database is locked.
      onlyInTurn: true,
      open: async () => {
        const store = new SqliteStore({ url: `file:${file()}` });
        await store.seed();
        return actContender(store);
      },
    },
  };
};
