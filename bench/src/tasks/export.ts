import { argument, measure } from "../measure.ts";
import { runMotcua } from "../run-motcua.ts";

await measure(async () => {
  const printed = await runMotcua(
    "export",
    "--store",
    `sqlite:${argument(0)}`,
    "--format",
    "ndjson",
    "--out",
    argument(1),
  );
  return Number(printed["events"]);
});
