import { openSource, suggestMapping } from "@motcua/interchange";
import { Command } from "commander";
import { isLeft, left, right } from "fp-ts/lib/Either.js";
import { type Finished, perform } from "../act.js";
import type { Io } from "../io.js";
import { type CommonOptions, documentOption, withCommonOptions } from "../options.js";
import { json } from "../output/format.js";
import { importFailure } from "../text/failures.js";

export const importSuggestCommand = (io: Io, finished: Finished): Command =>
  withCommonOptions(new Command("suggest"), documentOption("json"))
    .description(
      "print a first mapping for a legacy log, from what it shows; --time-zone is whose clocks its dates mean",
    )
    .argument("<file>", "the log")
    .action((file: string, _options: CommonOptions, command: Command) =>
      // The command above has options of the same names, and takes those that stand after this word too.
      perform(io, command.optsWithGlobals<CommonOptions>(), finished, async (context) => {
        const source = await openSource(file);
        if (isLeft(source)) return left(importFailure(source.left));
        const mapping = await suggestMapping(source.right, context.zone)();
        if (isLeft(mapping)) return left(importFailure(mapping.left));
        context.print(json(mapping.right));
        return right(0);
      }),
    );
