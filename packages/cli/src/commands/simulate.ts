import { populate } from "@motcua/simulator";
import { Command } from "commander";
import { isLeft, left, right } from "fp-ts/lib/Either.js";
import { type Finished, perform, withStore } from "../act.js";
import type { Io } from "../io.js";
import { type CommonOptions, type StoreOptions, wholeNumber, withCommonOptions, withStoreOption } from "../options.js";
import { csv } from "../output/csv.js";
import { json } from "../output/format.js";
import { storeFailure } from "../text/failures.js";

interface SimulateOptions extends CommonOptions, StoreOptions {
  readonly year: number;
  readonly dossiers: number;
  readonly seed: number;
}

export const simulateCommand = (io: Io, finished: Finished): Command =>
  withCommonOptions(withStoreOption(new Command("simulate")))
    .description("write a simulated year at a centre into the log: the same seed gives the same events")
    .option("--year <year>", "a year whose calendar is loaded, 2018 to 2025", wholeNumber(2018, 2025), 2018)
    .option("--dossiers <number>", "how many are handed in", wholeNumber(1, 100_000_000), 124_000)
    .option("--seed <number>", "of all chance", wholeNumber(0, 4_294_967_295), 1)
    .action((options: SimulateOptions) =>
      perform(io, options, finished, (context) =>
        withStore(io, options.store, "write", async ({ store, url }) => {
          const { year, dossiers, seed } = options;
          const began = performance.now();
          const expected = dossiers * EVENTS_PER_DOSSIER;
          const populated = await populate(store, { year, dossiers, seed }, (events) =>
            context.progress.at("simulating", Math.min(events, expected - 1), expected),
          )();
          if (isLeft(populated)) return left(storeFailure(url, populated.left));
          const seconds = (performance.now() - began) / 1_000;
          const { events } = populated.right;
          context.progress.at("simulating", events, events);
          const result = {
            dossiers,
            events,
            seconds: Number(seconds.toFixed(3)),
            eventsPerSecond: Math.round(events / seconds),
          };
          if (context.format === "json") context.print(json(result));
          else if (context.format === "csv") context.print(csv([Object.keys(result), Object.values(result)]));
          else context.print(SAID[context.language](result, { year, seed }));
          return right(0);
        }),
      ),
    );

/** For the progress bar only: about so many events come of a dossier. */
const EVENTS_PER_DOSSIER = 11.1;

interface Result {
  readonly dossiers: number;
  readonly events: number;
  readonly seconds: number;
  readonly eventsPerSecond: number;
}

const SAID = {
  en: (result: Result, { year, seed }: { readonly year: number; readonly seed: number }) =>
    `Simulated ${year} with seed ${seed}: ${result.dossiers.toLocaleString("en")} dossiers, ${result.events.toLocaleString("en")} events in ${result.seconds.toFixed(1)} s (${result.eventsPerSecond.toLocaleString("en")}/s).\n`,
  vi: (result: Result, { year, seed }: { readonly year: number; readonly seed: number }) =>
    `Đã mô phỏng năm ${year}, hạt giống ${seed}: ${result.dossiers.toLocaleString("vi")} hồ sơ, ${result.events.toLocaleString("vi")} sự kiện trong ${result.seconds.toFixed(1)} giây (${result.eventsPerSecond.toLocaleString("vi")}/giây).\n`,
};
