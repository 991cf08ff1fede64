import { once } from "node:events";
import { createReadStream, createWriteStream } from "node:fs";
import { createGunzip } from "node:zlib";
import { argument, measure } from "../measure.ts";
import { runMotcua } from "../run-motcua.ts";

// Imports an XES log of the receipt kind so many times over, each time under other case ids: the log, how often, the XES
// file to make of it, the file of the store.
const [source, times, repeated, store] = [argument(0), Number(argument(1)), argument(2), argument(3)];

let text = "";
for await (const chunk of createReadStream(source).pipe(createGunzip()).setEncoding("utf8")) text += chunk;
const [start, end] = [text.indexOf("<trace>"), text.indexOf("</log>")];
const out = createWriteStream(repeated);
out.write(text.slice(0, start));
for (let n = 0; n < times; n++) {
  const traces = text.slice(start, end).replaceAll(/(<string key="concept:name" value=")(?=case-)/g, `$1${n}-`);
  if (!out.write(traces)) await once(out, "drain");
}
out.end("</log>\n");
await once(out, "close");

await measure(async () => {
  const printed = await runMotcua("import", repeated, "--preset", "receipt", "--store", `sqlite:${store}`);
  return Number(printed["events"]);
});
