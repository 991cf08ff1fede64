import { benchMillion } from "./million.ts";
import { benchStores } from "./stores.ts";

// `million`, `stores` (then names of stores and `--json`), or both.
const [what, ...words] = process.argv.slice(2);
if (what === undefined || what === "million") benchMillion();
if (what === undefined || what === "stores") benchStores(words);
