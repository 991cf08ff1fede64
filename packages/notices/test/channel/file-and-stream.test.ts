import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { right } from "fp-ts/lib/Either.js";
import { describe, expect, it, onTestFinished } from "vitest";
import { fileChannel, streamChannel } from "../../src/index.js";
import { anOutgoingMessage as message } from "../support/an-outgoing-message.js";

describe("a file, and a stream", () => {
  it("one file for each message, for its owner alone; the same again is the same file", async () => {
    const folder = mkdtempSync(join(tmpdir(), "motcua-letters-"));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    const channel = fileChannel("post", { folder: join(folder, "letters") });
    const again = { ...message, text: "another text" };
    expect(await channel.send(message)()).toEqual(right({ reference: `${message.key}.txt` }));
    expect(await channel.send(again)()).toEqual(right({ reference: `${message.key}.txt` }));
    const [name = ""] = readdirSync(join(folder, "letters"));
    const file = join(folder, "letters", name);
    expect(readFileSync(file, "utf8")).toBe("0912 345 678\n\nHồ sơ\n\nHo so 0001 da co ket qua.\n");
    if (process.platform !== "win32") expect(statSync(file).mode & 0o777).toBe(0o600);
    const nowhere = await fileChannel("post", { folder: join(file, "no folder") }).send(message)();
    expect(nowhere).toMatchObject({ left: { code: "GatewayFailed", again: true } });
    expect(JSON.stringify(nowhere)).not.toContain("912");
  });

  it("a stream is written to", async () => {
    let written = "";
    await streamChannel("sms", { write: (text) => (written += text) }).send(message)();
    expect(written).toBe("sms → 0912 345 678\nHồ sơ\nHo so 0001 da co ket qua.\n\n");
  });
});
