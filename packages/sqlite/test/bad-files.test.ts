import { chmodSync, copyFileSync, mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { isOpenError } from "@motcua/event-store";
import { isLeft } from "fp-ts/lib/Either.js";
import { beforeAll, describe, expect, it } from "vitest";
import { start } from "../../../scripts/child/child.js";
import { openSqliteEventStore } from "../src/index.js";
import { eventsFor } from "./support/events.js";
import { program } from "./support/program.js";
import { seeded } from "./support/random.js";
import { everything, expectSound, expectWholeAppends } from "./support/read.js";
import { opened, temporaryFolder } from "./support/temporary.js";

const { newFile } = temporaryFolder();
const SEED = Number(process.env["MOTCUA_SEED"] ?? Date.now() % 1_000_000);

/** A log of some forty pages, closed. */
const sound = newFile();

beforeAll(async () => {
  const store = await opened({ file: sound });
  for (let n = 0; n < 10; n++)
    await store.append(`a-${n}`, eventsFor(30, { data: { text: "x".repeat(300) } }), "none")();
  await store.close();
});

/** What the store has to say of a file: it is refused, it cannot be read, the doctor finds something, or all is well. */
const verdictOn = async (file: string): Promise<"refused" | "damaged" | "found" | "sound"> => {
  const answer = await openSqliteEventStore({ file, mode: "readOnly" })();
  if (isLeft(answer)) {
    expect(isOpenError(answer.left)).toBe(true);
    return "refused";
  }
  const store = answer.right;
  try {
    const findings = await store.doctor({ deep: true })();
    const page = await store.readAll({ limit: 10_000 })();
    if (isLeft(findings) || isLeft(page)) return "damaged";
    return findings.right.every(({ ok }) => ok) ? "sound" : "found";
  } finally {
    await store.close();
  }
};

describe("a file that is not what it was", () => {
  it("cut off anywhere, is never taken for a sound log", async () => {
    const whole = readFileSync(sound);
    const pages = whole.length / 4_096;
    const cuts = [1, 99, 100, 512, 4_095, 4_097, ...Array.from({ length: pages - 1 }, (_, n) => 4_096 * (n + 1))];
    for (const cut of [...cuts, whole.length - 1]) {
      const file = newFile();
      writeFileSync(file, whole.subarray(0, cut));
      expect(await verdictOn(file), `cut at ${cut}`).not.toBe("sound");
    }
  });

  it(`with a sector of garbage anywhere, is read or refused, and nothing is thrown (seed ${SEED})`, async () => {
    const random = seeded(SEED);
    const file = newFile();
    const verdicts = new Set<string>();
    for (let image = 0; image < 300; image++) {
      const bytes = readFileSync(sound);
      const at = 512 * Math.floor((random() * bytes.length) / 512);
      for (let byte = at; byte < at + 512; byte++) bytes[byte] = Math.floor(random() * 256);
      writeFileSync(file, bytes);
      verdicts.add(await verdictOn(file));
    }
    expect(verdicts).toContain("damaged");
  });
});

describe("where there is no room or no right to write", () => {
  it.each(["inline", "thread"])(
    "what was acknowledged before the disk was full is there, and no append in part (%s)",
    async (commits) => {
      const file = newFile();
      const words = [process.execPath, ...program("filling-child.ts", file, String(SEED), commits)];
      // In blocks of 512 or 1,024 bytes: a limit on the size of files stands for the end of the disk.
      const child = start("sh", ["-c", 'ulimit -f 2000 && exec "$0" "$@"', ...words]);
      expect(await child.ended).toEqual({ code: 0, signal: null });
      const lines = child.output().split("\n");
      expect(JSON.parse(lines.pop() ?? "")).toMatchObject({
        code: "StoreUnavailable",
        detail: expect.stringMatching(/^the disk (failed|is full).*\(SQLITE_(IOERR|FULL)/),
      });

      const store = await opened({ file });
      const log = await everything(store);
      expect(log.map(({ id }) => id).slice(0, lines.length)).toEqual(lines);
      expectWholeAppends(log);
      await expectSound(store);
      expect(await store.append("after-1", eventsFor(1), "none")()).toMatchObject({ right: { version: 1 } });
      await store.close();
    },
  );

  it("a file in a folder that may not be written is refused for writing: SQLite needs a second file beside it", async () => {
    const folder = newFile();
    mkdirSync(folder);
    const file = join(folder, "log.db");
    copyFileSync(sound, file);
    chmodSync(dirname(folder), 0o755);
    chmodSync(file, 0o666);
    chmodSync(folder, 0o555);
    const user = process.getuid?.() === 0 ? "65534" : "";
    const child = start(process.execPath, program("open-child.ts", file, user));
    await child.ended;
    chmodSync(folder, 0o755);
    expect(child.output()).toBe("StoreReadOnly");
    expect(readFileSync(file).equals(readFileSync(sound))).toBe(true);
  });
});

describe("names that would harm a careless program", () => {
  it.each([
    "o'brien-1",
    'a"b-1',
    "x'); DROP TABLE events; --",
    "%_*?-1",
    "?1 :name @name $name",
    "hồ sơ-𝟙-ك",
    "../../etc/passwd",
    "0x10",
    "__proto__",
  ])("%s is a name like any other", async (name) => {
    const store = await opened({ file: ":memory:" });
    await store.append("other-1", eventsFor(1), "none")();
    expect(await store.append(name, eventsFor(2, { type: name }), "none")()).toMatchObject({ right: { version: 2 } });
    expect(await store.append(name, eventsFor(1, { type: name }), 2)()).toMatchObject({ right: { version: 3 } });
    expect(await store.readStream(name)()).toMatchObject({ right: { version: 3, events: { length: 3 } } });
    const page = await store.readAll({ types: [name] })();
    expect(isLeft(page) ? page : page.right.events.map(({ stream, type }) => [stream, type])).toEqual(
      Array(3).fill([name, name]),
    );
    await expectSound(store);
    await store.close();
  });

  it("NUL, a line end, half a character, nothing at all and 10,000 characters are refused, and nothing is written", async () => {
    const store = await opened({ file: ":memory:" });
    for (const name of ["a\0b", "a\r\nb", "a\ud800", "", "x".repeat(10_000)]) {
      expect(await store.append(name, eventsFor(1), "any")()).toMatchObject({
        left: { code: "EventRefused", reason: "badStreamName" },
      });
      expect(await store.append("a-1", eventsFor(1, { type: name }), "any")()).toMatchObject({
        left: { code: "EventRefused", reason: "badType" },
      });
      expect(await store.readStream(name)()).toMatchObject({ right: { version: 0, events: [] } });
      expect(await store.readAll({ types: [name], categories: [name] })()).toMatchObject({ right: { events: [] } });
    }
    expect(await store.head()).toMatchObject({ right: { events: 0 } });
    await store.close();
  });
});

it("what stands beside a file and is no WAL of it is not read into it", async () => {
  const file = newFile();
  copyFileSync(sound, file);
  writeFileSync(`${file}-wal`, "not a log of changes at all".repeat(1_000));
  const store = await opened({ file });
  expect(await store.head()).toMatchObject({ right: { events: 300 } });
  await expectSound(store);
  await store.close();
  expect(statSync(file).size).toBe(statSync(sound).size);
});
