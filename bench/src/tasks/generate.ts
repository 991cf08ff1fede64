import { simulateYear } from "@motcua/simulator";
import { argument, measure } from "../measure.ts";

// The simulated year without a store: what of an append is the simulation's own work.
await measure(() => {
  let events = 0;
  for (const appends of simulateYear({ year: 2018, dossiers: Number(argument(0)), seed: 1 }))
    for (const append of appends) events += append.events.length;
  return events;
});
