import type { Backup } from "@motcua/sqlite";
import { Command } from "commander";
import { isLeft, left, right } from "fp-ts/lib/Either.js";
import { type Finished, perform, withStore } from "../act.js";
import { requestIsWrong } from "../exit.js";
import { interruptibly } from "../interruptibly.js";
import type { Io } from "../io.js";
import {
  type CommonOptions,
  formatsOption,
  type StoreOptions,
  withCommonOptions,
  withStoreOption,
} from "../options.js";
import { verified } from "../output/verified.js";
import { backUpOtherwise, backupFailure, ONLY_SQLITE } from "../text/backup-failures.js";
import type { Text } from "../text/text.js";

interface BackupOptions extends CommonOptions, StoreOptions {
  readonly out: string;
  readonly replace?: boolean;
}

export const backupCommand = (io: Io, finished: Finished): Command =>
  withCommonOptions(withStoreOption(new Command("backup")), formatsOption(["table", "json", "csv"]))
    .description("copy a SQLite log into another file while it is being written; the copy is checked, page by page")
    .requiredOption("--out <file>", "where to; its folder must be there")
    .option("--replace", "take the place of an earlier backup of that name")
    .action((options: BackupOptions) =>
      perform(io, options, finished, async (context) => {
        const url = options.store ?? io.env["MOTCUA_STORE"];
        const otherwise = backUpOtherwise(url);
        if (otherwise !== undefined) return left(requestIsWrong(otherwise));
        return withStore(io, url, "read", async (opened) => {
          if (opened.kind !== "sqlite") return left(requestIsWrong(ONLY_SQLITE));
          const copied = await interruptibly((signal) =>
            opened.store.backupTo(options.out, {
              existing: options.replace === true ? "replace" : "refuse",
              onProgress: (pages, of) => context.progress.at("copying", pages, of),
              signal,
            })(),
          );
          if (isLeft(copied)) return left(backupFailure(opened.url, copied.left));
          context.progress.end();
          context.print(verified(context, copied.right.events, said(options.out, copied.right)));
          return right(0);
        });
      }),
    );

const said = (file: string, { events, bytes }: Backup): Text => ({
  en: `${file}: ${events} events, ${bytes} bytes; every page was checked.\n`,
  vi: `${file}: ${events} sự kiện, ${bytes} byte; đã kiểm tra từng trang.\n`,
});
