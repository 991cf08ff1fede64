import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { DatabaseSync } from "node:sqlite";
import { gunzipSync } from "node:zlib";
import type { RecordedEvent } from "@motcua/event-store";
import type Database from "better-sqlite3";
import { isLeft } from "fp-ts/lib/Either.js";
import { afterEach, describe, expect, it, vi } from "vitest";
import { openSqliteEventStore } from "../src/index.js";
import { SCHEMA_VERSION } from "../src/migrations/index.js";
import { eventsFor } from "./support/events.js";
import { everything, expectSound } from "./support/read.js";
import { opened, temporaryFolder } from "./support/temporary.js";

const { newFile } = temporaryFolder();
const { sqlite } = vi.hoisted(() => ({ sqlite: { version: "" } }));

vi.mock("better-sqlite3", async (original) => {
  const { default: Driver } = await original<{ readonly default: typeof Database }>();
  class OtherVersion extends Driver {
    constructor(...given: ConstructorParameters<typeof Driver>) {
      super(...given);
      if (sqlite.version !== "") this.function("sqlite_version", () => sqlite.version);
    }
  }
  return { default: OtherVersion };
});

const NODE = process.versions;

const thisIs = (node: string, napi: string | undefined): void => {
  Object.defineProperty(process, "versions", { value: { ...NODE, node, napi }, configurable: true, enumerable: true });
};

afterEach(() => {
  sqlite.version = "";
  thisIs(NODE.node, NODE["napi"]);
});

// Made by support/freeze-child.ts, each by the release that brought its schema.
describe.each(Array.from({ length: SCHEMA_VERSION }, (_, n) => n + 1))(
  "a log of schema %i, as it was released",
  (schema) => {
    const data = (name: string): Buffer => readFileSync(new URL(`./data/schema-${schema}.${name}`, import.meta.url));
    const frozen: ReadonlyArray<RecordedEvent> = JSON.parse(data("json").toString());
    const thawed = (): string => {
      const file = newFile();
      writeFileSync(file, gunzipSync(data("db.gz")));
      return file;
    };

    it("says so in its header", () => {
      const connection = new DatabaseSync(thawed(), { readOnly: true });
      expect(connection.prepare("PRAGMA user_version").get()).toEqual({ user_version: schema });
      connection.close();
    });

    it("is brought up to date when it is opened for writing, says what it said then, and goes on", async () => {
      const file = thawed();
      for (const round of [1, 2]) {
        const store = await opened({ file });
        expect((await everything(store)).slice(0, frozen.length)).toEqual(frozen);
        await expectSound(store);
        expect(await store.append("new-1", eventsFor(1), round - 1 || "none")()).toMatchObject({
          right: { version: round },
        });
        await store.close();
      }
    });

    it("still knows what was asked of it", async () => {
      const store = await opened({ file: thawed() });
      const asked = frozen.filter(({ stream }) => stream === "dossier-2");
      expect(asked.length).toBe(1);
      const again = asked.map(({ stream: _stream, version: _version, recordedAt: _recordedAt, ...event }) => event);
      expect(await store.append("dossier-2", again, "any")()).toMatchObject({ right: { version: 1 } });
      expect(await store.head()).toMatchObject({ right: { events: frozen.length } });
      await store.close();
    });
  },
);

describe("what is too old is told so, and no file is touched", () => {
  const refusal = async (file: string): Promise<string> => {
    const answer = await openSqliteEventStore({ file })();
    if (!isLeft(answer) || answer.left.code !== "StoreUnavailable") throw new Error("it was opened");
    return answer.left.detail;
  };

  it.each(["3.51.2", "3.50.9", "3.9.0", "2.99.99"])("SQLite %s", async (version) => {
    sqlite.version = version;
    const file = newFile();
    expect(await refusal(file)).toBe(`SQLite 3.51.3 or later is needed, this is ${version}`);
    expect(existsSync(file) && readFileSync(file).length > 0).toBe(false);
  });

  it.each(["3.51.3", "3.51.10", "3.60.0", "4.0.0"])("but SQLite %s is not", async (version) => {
    sqlite.version = version;
    await (await opened({ file: newFile() })).close();
  });

  it.each([
    ["23.5.0", "9"],
    ["22.13.1", "9"],
    ["20.19.1", "9"],
    ["18.0.0", "8"],
  ])("Node %s", async (node, napi) => {
    thisIs(node, napi);
    const file = newFile();
    expect(await refusal(file)).toBe(`Node 22.14 (of 23, 23.6) or later is needed, this is ${node}`);
    expect(existsSync(file)).toBe(false);
  });

  it.each([
    ["22.14.0", "10"],
    ["100.1.0", "11"],
  ])("but Node %s is not", async (node, napi) => {
    thisIs(node, napi);
    await (await opened({ file: newFile() })).close();
  });
});
