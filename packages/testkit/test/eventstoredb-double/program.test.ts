import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

const root = new URL("../../../../", import.meta.url);

describe("the program that starts the double alone", () => {
  it.each([
    [["--client", "X"], 'There is no client "X".'],
    [["--port", "70000"], '"70000" is no port.'],
    [["--nothing"], "'--nothing'"],
  ])("refuses %j, says why, and ends with 2", async (words, why) => {
    const { code, stderr } = await started(...words).ended;
    expect(code).toBe(2);
    expect(stderr()).toContain(why);
    expect(stderr()).toContain("Usage: npm run double");
  });

  it.for(["SIGTERM", "SIGINT"] as const)("says where it listens, and ends well on %s", async (signal, ctx) => {
    if (!existsSync(new URL("packages/testkit/dist/index.js", root))) ctx.skip("needs the data packages/testkit/dist");
    const program = started("--port", "0", "--client", "E");
    await once(program.child.stdout, "data");
    expect(program.stdout()).toMatch(/^listening on \d+\n$/);
    program.child.kill(signal);
    expect((await program.ended).code).toBe(0);
  });
});

/** The program reads the testkit as it was built, which every task does first. */
const started = (...words: ReadonlyArray<string>) => {
  const child = spawn(process.execPath, [fileURLToPath(new URL("scripts/double.mjs", root)), ...words]);
  const texts = { stdout: "", stderr: "" };
  for (const name of ["stdout", "stderr"] as const)
    child[name].setEncoding("utf8").on("data", (text: string) => {
      texts[name] += text;
    });
  const [stdout, stderr] = [() => texts.stdout, () => texts.stderr];
  const ended = once(child, "close").then(([code]) => ({ code: code as number | null, stderr }));
  return { child, stdout, ended };
};
