import { createReadStream } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { ReadError } from "@motcua/event-store";
import { type Either, isLeft, right } from "fp-ts/lib/Either.js";
import type { ExportedLog } from "../export/exported-log.js";
import type { ExportPage } from "../export/page.js";
import { ocelDatabase } from "./fill-tables.js";
import { ocelModel } from "./model.js";

type Page = Either<ReadError, ExportPage<Uint8Array>>;

/**
 * The same as `exportOcelJson`, as an SQLite database: made in a folder for temporary files, then handed out byte by byte.
 * It satisfies the 24 constraints that pm4py checks, and types with names of any language have tables of their own.
 *
 * @example
 * for await (const page of exportOcelSqlite(store)) if (isRight(page)) await file.write(page.right.content);
 */
export async function* exportOcelSqlite(log: ExportedLog): AsyncGenerator<Page, void, void> {
  const folder = await mkdtemp(join(tmpdir(), "motcua-ocel-"));
  try {
    const file = join(folder, "log.sqlite");
    yield* fill(file, log);
    for await (const chunk of createReadStream(file, { highWaterMark: 1 << 20 }))
      yield right({ content: chunk as Buffer, events: 0, dossiers: 0 });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function* fill(file: string, log: ExportedLog): AsyncGenerator<Page, void, void> {
  const model = await ocelModel(log);
  if (isLeft(model)) return yield model;
  // Loaded only now: its native part ends the process on a Node that is too old.
  const { default: Database } = await import("better-sqlite3");
  const database = new Database(file);
  try {
    // Nobody reads it before it is complete, and a half of it is thrown away.
    database.pragma("journal_mode = OFF");
    database.pragma("synchronous = OFF");
    const { addObjects, addEvents } = ocelDatabase(database, model.right);
    for await (const page of model.right.objects()) {
      if (isLeft(page)) return yield page;
      addObjects(page.right);
      const dossiers = page.right.filter(({ type }) => type === "dossier").length;
      yield right({ content: NOTHING, events: 0, dossiers });
    }
    for await (const page of model.right.events()) {
      if (isLeft(page)) return yield page;
      addEvents(page.right);
      yield right({ content: NOTHING, events: page.right.length, dossiers: 0 });
    }
  } finally {
    database.close();
  }
}

const NOTHING = new Uint8Array();
