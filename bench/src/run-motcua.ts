import { run } from "motcua";

/** Runs the command in this process and reads the JSON that it prints. */
export const runMotcua = async (...words: ReadonlyArray<string>): Promise<Record<string, unknown>> => {
  const printed: string[] = [];
  const io = { stdout: { write: (text: string) => printed.push(text) }, stderr: process.stderr, env: {} };
  const code = await run(words, io);
  if (code !== 0) throw new Error(`motcua ${words[0]}: exit ${code}`);
  return JSON.parse(printed.join(""));
};
