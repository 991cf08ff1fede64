import { openSqliteEventStore } from "@motcua/sqlite";
import { isLeft } from "fp-ts/lib/Either.js";
import * as interchange from "../../src/index.js";

// Exports the log in the file named by the first argument with the function named by the second, and prints what it cost.
const [file = "", name = ""] = process.argv.slice(2);
const exporters: Readonly<Record<string, typeof interchange.exportXes | typeof interchange.exportParquet>> = {
  exportXes: interchange.exportXes,
  exportOcelJson: interchange.exportOcelJson,
  exportOcelSqlite: interchange.exportOcelSqlite,
  exportOcelXml: interchange.exportOcelXml,
  exportCsv: interchange.exportCsv,
  exportParquet: interchange.exportParquet,
  exportCloudEvents: interchange.exportCloudEvents,
  exportProvJson: interchange.exportProvJson,
};
const opened = await openSqliteEventStore({ file, mode: "readOnly" })();
if (isLeft(opened)) throw new Error(JSON.stringify(opened.left));
let [events, bytes] = [0, 0];
for await (const page of exporters[name]?.(opened.right) ?? []) {
  if (isLeft(page)) throw new Error(page.left.code);
  events += page.right.events;
  bytes += Buffer.byteLength(page.right.content);
}
await opened.right.close();
process.stdout.write(JSON.stringify({ events, bytes, peakMiB: process.resourceUsage().maxRSS / 1024 }));
