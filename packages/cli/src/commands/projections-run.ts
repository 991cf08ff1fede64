import { type Build, catchUp, type Projection, type RunError, type RunProgress, rebuild } from "@motcua/event-store";
import { Argument, Command } from "commander";
import { type Either, isLeft, left, right } from "fp-ts/lib/Either.js";
import { type Finished, perform } from "../act.js";
import type { Io } from "../io.js";
import { formatsOption, type LogAndViewsOptions, wholeNumber, withLogAndViewsOptions } from "../options.js";
import { csv } from "../output/csv.js";
import { json } from "../output/format.js";
import { projections, type Views } from "../report/projections.js";
import { runInThread } from "../run-in-thread.js";
import type { OpenedStore } from "../store/open-store.js";
import { storeFailure } from "../text/failures.js";
import { runFailure } from "../text/run-failures.js";
import type { OpenedViews } from "../views/open-views.js";
import { threadsFor } from "../views/read-views.js";
import { withViews } from "../views/with-views.js";

const NAMES = Object.values(projections).map(({ name }) => name);

/** So many events of a part are folded in some 50 MB. */
const EVENTS_OF_A_PART = 2_500_000;
/** More parts than this cost more in reading past each other's events than they save. */
const MOST_PARTS = 16;

/** In how many parts a view is built: enough for the threads to share, and for none to grow large. */
const partsFor = (events: number | null, threads: number): number =>
  Math.min(MOST_PARTS, Math.max(threads, Math.ceil((events ?? 4 * EVENTS_OF_A_PART) / EVENTS_OF_A_PART)));

interface ThreadsOptions extends LogAndViewsOptions {
  readonly threads?: number;
}

interface How {
  readonly command: "update" | "rebuild";
  readonly about: string;
  readonly how: "catchUp" | "rebuild";
}

const HOWS: ReadonlyArray<How> = [
  {
    command: "update",
    how: "catchUp",
    about: "bring projections up to the end of the log; build those that are not there",
  },
  {
    command: "rebuild",
    how: "rebuild",
    about: "build a projection anew beside the one that serves, then put it in its place",
  },
];

export const runCommands = HOWS.map(({ command, how, about }) => (io: Io, finished: Finished): Command => {
  const names = new Argument(command === "update" ? "[names...]" : "<names...>", "which; default all").choices(NAMES);
  return withLogAndViewsOptions(new Command(command), formatsOption(["table", "json", "csv"]))
    .description(about)
    .option(
      "--threads <n>",
      "at most so many; default as many as the log and the machine are good for",
      wholeNumber(1, 16),
    )
    .addArgument(names)
    .action((asked: ReadonlyArray<string>, options: ThreadsOptions) =>
      perform(io, options, finished, ({ format, print, progress }) =>
        withViews(io, options, "write", async (log, views) => {
          const done: Done[] = [];
          for (const [key, { name }] of Object.entries(projections) as ReadonlyArray<[keyof Views, { name: string }]>) {
            if (asked.length > 0 && !asked.includes(name)) continue;
            const head = await log.store.head();
            if (isLeft(head)) return left(storeFailure(log.url, head.left));
            const { events } = head.right;
            const told = foldedByPart((folded) => progress.at(name, folded, events));
            const begun = performance.now();
            const threads = options.threads ?? threadsFor(events);
            const work = { how, name: key, threads, parts: partsFor(events, threads) };
            const build = await run(work, log, views, told.at);
            progress.end();
            if (isLeft(build)) return left(runFailure(log.url, views.url, build.left));
            const seconds = Math.round(performance.now() - begun) / 1_000;
            done.push({ name, version: build.right.version, build: build.right.build, folded: told.folded(), seconds });
          }
          print(printed(format, done));
          return right(0);
        }),
      ),
    );
});

interface Done {
  readonly name: string;
  readonly version: number;
  readonly build: number;
  /** Events that were folded now. */
  readonly folded: number;
  readonly seconds: number;
}

interface Work {
  readonly how: How["how"];
  readonly name: keyof Views;
  readonly threads: number;
  readonly parts: number;
}

/** In so many threads; each is a worker like one in another process. */
const run = async (
  { how, name, threads, parts }: Work,
  log: OpenedStore,
  views: OpenedViews,
  progress: (progress: RunProgress) => void,
): Promise<Either<RunError, Build>> => {
  const projection = projections[name] as unknown as Projection<unknown>;
  if (threads === 1 || log.kind === "memory")
    return (how === "rebuild" ? rebuild : catchUp)(log.store, views.views, projection, { parts, progress })();
  const task = { name, how, log: log.address, views: views.address, parts } as const;
  const answers = await Promise.all(Array.from({ length: threads }, () => runInThread(task, progress)));
  return answers.find(isLeft) ?? answers[0] ?? left({ code: "QueryRefused", detail: "no thread" });
};

/** Adds up what the parts tell, whoever folds them. */
const foldedByPart = (tell: (folded: number) => void) => {
  const parts = new Map<number, { readonly first: number; readonly now: number }>();
  const folded = () => [...parts.values()].reduce((sum, { first, now }) => sum + now - first, 0);
  return {
    folded,
    at: ({ part, folded: now, before }: RunProgress): void => {
      parts.set(part.part, { first: parts.get(part.part)?.first ?? before, now });
      tell(folded());
    },
  };
};

const printed = (format: string, done: ReadonlyArray<Done>): string => {
  if (format === "json") return json({ projections: done });
  if (format === "csv")
    return csv([
      ["name", "version", "build", "folded", "seconds"],
      ...done.map((each) => [
        each.name,
        String(each.version),
        String(each.build),
        String(each.folded),
        String(each.seconds),
      ]),
    ]);
  return done
    .map(({ name, folded, seconds }) => `✓ ${name}  ${folded.toLocaleString("en-US")}  ${seconds} s\n`)
    .join("");
};
