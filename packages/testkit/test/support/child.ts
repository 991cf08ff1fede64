import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";

const hooks = fileURLToPath(new URL("../../../../scripts/child/run-ts.mjs", import.meta.url));

/** Runs a TypeScript program in a process of its own, to its end, and gives back what it printed. */
export const printedBy = async (program: URL, ...words: ReadonlyArray<string>): Promise<string> => {
  const child = spawn(process.execPath, ["--import", hooks, fileURLToPath(program), ...words], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  let printed = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    printed += text;
  });
  const [code] = await once(child, "close");
  if (code !== 0) throw new Error(`${program.pathname} ended with ${code}`);
  return printed;
};
