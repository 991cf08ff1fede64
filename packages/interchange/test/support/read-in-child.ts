import { isLeft } from "fp-ts/lib/Either.js";
// By their own files: what other formats load is not part of what reading costs.
import { readSource } from "../../src/read-source.js";
import { openSource } from "../../src/text/source.js";

// Reads the file named by the first argument and prints what it cost.
const started = performance.now();
const opened = await openSource(process.argv[2] ?? "");
if (isLeft(opened)) throw new Error(JSON.stringify(opened.left));
let cases = 0;
let events = 0;
let fault: unknown = null;
for await (const batch of readSource(opened.right)) {
  if (isLeft(batch)) fault = batch.left;
  else {
    cases += batch.right.length;
    for (const one of batch.right) events += one.events.length;
  }
}
const seconds = (performance.now() - started) / 1000;
const peakMiB = process.resourceUsage().maxRSS / 1024;
process.stdout.write(JSON.stringify({ cases, events, seconds, eventsPerSecond: events / seconds, peakMiB, fault }));
