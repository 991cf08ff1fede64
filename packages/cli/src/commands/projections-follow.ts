import { keepUp, type Projection, type RunProgress } from "@motcua/event-store";
import { Argument, Command } from "commander";
import { isLeft, left, right } from "fp-ts/lib/Either.js";
import { type Finished, perform } from "../act.js";
import { interruptibly } from "../interruptibly.js";
import type { Io } from "../io.js";
import { formatsOption, type LogAndViewsOptions, withLogAndViewsOptions } from "../options.js";
import { json } from "../output/format.js";
import { projections } from "../report/projections.js";
import { runFailure } from "../text/run-failures.js";
import { withViews } from "../views/with-views.js";

const KNOWN = Object.values(projections) as unknown as ReadonlyArray<Projection<unknown>>;

export const followCommand = (io: Io, finished: Finished): Command =>
  withLogAndViewsOptions(new Command("follow"), formatsOption(["json"]))
    .description("keep projections up with the log until Ctrl-C; in as many processes as there is work for")
    .addArgument(new Argument("[names...]", "which; default all").choices(KNOWN.map(({ name }) => name)))
    .action((asked: ReadonlyArray<string>, options: LogAndViewsOptions) =>
      perform(io, options, finished, ({ print, progress }) =>
        withViews(io, options, "write", (log, views) =>
          interruptibly(async (signal) => {
            const told = new Map<string, number>();
            let folded = 0;
            const tell = ({ part, folded: now, before }: RunProgress) => {
              const key = `${part.name} ${part.build} ${part.part}`;
              folded += now - (told.get(key) ?? before);
              told.set(key, now);
              progress.at("following", folded, null);
            };
            const wanted = KNOWN.filter(({ name }) => asked.length === 0 || asked.includes(name));
            const ended = await Promise.all(
              wanted.map((projection) => keepUp(log.store, views.views, projection, { signal, progress: tell })()),
            );
            const failed = ended.find(isLeft);
            if (failed !== undefined) return left(runFailure(log.url, views.url, failed.left));
            print(json({ folded }));
            return right(0);
          }),
        ),
      ),
    );
