import Database from "better-sqlite3";
import { run } from "motcua";
import { argument, measure } from "../measure.ts";

const file = argument(0);
const source = new Database(file, { readonly: true });
const handled = "SELECT count(*) FROM events WHERE type NOT IN (SELECT id FROM types WHERE name = 'NumberClaimed')";
const events = Number(source.prepare(handled).pluck().get());
source.close();

// What `motcua report indicators` does: read, fold in as many threads as there is room for, compute the year by month, print.
await measure(async () => {
  const printed: string[] = [];
  const io = { stdout: { write: (text: string) => printed.push(text) }, stderr: process.stderr, env: {} };
  const period = ["--from", "2018-01-01", "--to", "2019-01-01", "--by", "month"];
  const code = await run(["report", "indicators", "--store", `sqlite:${file}`, "--format", "json", ...period], io);
  if (code !== 0 || JSON.parse(printed.join("")).total.received === 0) throw new Error("no report");
  return events;
});
