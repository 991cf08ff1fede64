import { readFileSync } from "node:fs";
import { inMemoryEventStore } from "@motcua/event-store";
import { openSqliteEventStore } from "@motcua/sqlite";
import { isLeft, isRight } from "fp-ts/lib/Either.js";
import { describe, expect, it } from "vitest";
import { quickstart } from "../src/quickstart.js";

describe("the quickstart", () => {
  it("embeds the domain in memory: five working days over Independence Day end on 7 September", async () => {
    const total = await quickstart(inMemoryEventStore())();
    expect(isRight(total) && total.right.resolved).toEqual({ total: 1, early: 1, onTime: 0, late: 0, noDeadline: 0 });
  });

  it("is the same over SQLite", async () => {
    const opened = await openSqliteEventStore({ file: ":memory:" })();
    if (isLeft(opened)) throw new Error(opened.left.code);
    expect(await quickstart(opened.right)()).toEqual(await quickstart(inMemoryEventStore())());
    await opened.right.close();
  });

  it("takes under 40 lines", () => {
    const lines = readFileSync(new URL("../src/quickstart.ts", import.meta.url), "utf8")
      .trimEnd()
      .split("\n");
    expect(lines.length).toBeLessThan(40);
  });
});
