import { argument, measure } from "../measure.ts";
import { runMotcua } from "../run-motcua.ts";

await measure(async () => {
  const printed = await runMotcua("copy", "--from", argument(0), "--to", argument(1), "--format", "json");
  return Number(printed["events"]);
});
