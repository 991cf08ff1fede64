import { existsSync, mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setImmediate } from "node:timers/promises";
import { left, right } from "fp-ts/lib/Either.js";
import { expect, it, onTestFinished } from "vitest";
import { fileChannel } from "../../src/index.js";
import { anOutgoingMessage as message } from "../support/an-outgoing-message.js";

const aFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), "motcua-letters-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return join(folder, "letters");
};

it("a letter that is there is whole, at whatever moment one looks", async () => {
  const folder = aFolder();
  const file = join(folder, `${message.key}.txt`);
  const text = "x".repeat(32 * 1024 * 1024);
  const writing = fileChannel("post", { folder }).send({ ...message, text })();
  while (!existsSync(file)) await setImmediate();
  const seen = statSync(file).size;
  expect(await writing).toEqual(right({ reference: `${message.key}.txt` }));
  expect([seen > text.length, statSync(file).size]).toEqual([true, seen]);
});

it("the same letter, written twenty times at once, is one file", async () => {
  const folder = aFolder();
  const channel = fileChannel("post", { folder });
  const answers = await Promise.all(Array.from({ length: 20 }, () => channel.send(message)()));
  expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
  expect(readdirSync(folder)).toEqual([`${message.key}.txt`]);
});

it("a key that leads out of the folder is refused", async () => {
  const folder = aFolder();
  for (const key of ["../letter", "a/b", "", "."])
    expect(await fileChannel("post", { folder }).send({ ...message, key })()).toEqual(
      left({ code: "MessageRefused", again: false, detail: "its key is no UUID" }),
    );
  expect(existsSync(folder)).toBe(false);
});
