import { benchExports } from "./exports.ts";
import { benchMillion } from "./million.ts";
import { benchMonitor } from "./monitor.ts";
import { benchProjections } from "./projections.ts";
import { benchStores } from "./stores.ts";

// `exports`, `million`, `projections`, `monitor`, `stores` (then names of stores and `--json`), or all.
const [what, ...words] = process.argv.slice(2);
if (what === undefined || what === "exports") benchExports();
if (what === undefined || what === "million") benchMillion();
if (what === undefined || what === "projections") await benchProjections();
if (what === undefined || what === "monitor") benchMonitor();
if (what === undefined || what === "stores") benchStores(words);
