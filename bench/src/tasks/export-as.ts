import { argument, measure } from "../measure.ts";
import { runMotcua } from "../run-motcua.ts";

// Writes the log of a file in a format: the file of the log, the format, the file to write.
await measure(async () => {
  const [log, format, out] = [argument(0), argument(1), argument(2)];
  const printed = await runMotcua("export", "--store", `sqlite:${log}`, "--format", format, "--out", out);
  return Number(printed["events"]);
});
