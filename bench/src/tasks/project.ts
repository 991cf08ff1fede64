import { argument, measure } from "../measure.ts";
import { runMotcua } from "../run-motcua.ts";

// `motcua projections rebuild dossier-rows`, as a user calls it: from the first event to the view that is kept.
await measure(async () => {
  const at = ["--store", argument(0), "--views", argument(1), "--threads", argument(2), "--format", "json"];
  const { projections } = await runMotcua("projections", "rebuild", "dossier-rows", ...at);
  const [built] = projections as ReadonlyArray<{ readonly folded: number }>;
  return built?.folded ?? 0;
});
