import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { expect, it, type TestContext } from "vitest";
import { program } from "./support/program.js";
import { opened, temporaryFolder } from "./support/temporary.js";

const { newFile } = temporaryFolder();

// A process that is killed cannot show whether the disk was told to keep what it was given; the calls to it can.
it("syncs the disk for every append that is awaited, in a new file and in one that is opened again", (context) => {
  needsStrace(context);
  const file = newFile();
  expect(syncsOf(file, "inline")).toBeGreaterThanOrEqual(100);
  expect(syncsOf(file, "inline")).toBeGreaterThanOrEqual(100);
});

it("syncs it as often where a thread commits", (context) => {
  needsStrace(context);
  expect(syncsOf(newFile(), "thread")).toBeGreaterThanOrEqual(100);
});

it("would not, if a file that is opened again were left at the driver's own level", async (context) => {
  needsStrace(context);
  const file = newFile();
  await (await opened({ file })).close();
  expect(syncsOf(file, "driver")).toBeLessThan(50);
});

const syncsOf = (file: string, how: string): number => {
  const trace = `${file}.${how}.trace`;
  const words = [
    "-f",
    "-e",
    "trace=fsync,fdatasync",
    "-o",
    trace,
    process.execPath,
    ...program("hundred-commits-child.ts", file, how),
  ];
  const { signal, stderr } = spawnSync("strace", words, { encoding: "utf8" });
  expect(signal, stderr).toBe("SIGKILL");
  return [...readFileSync(trace, "utf8").matchAll(/\b(?:fsync|fdatasync)\(/g)].length;
};

const needsStrace = ({ skip }: TestContext): void => {
  if (spawnSync("strace", ["-V"]).status === 0) return;
  if (process.env["REQUIRE_TOOLS"] === "1") throw new Error("strace is not installed");
  skip("strace is not installed");
};
