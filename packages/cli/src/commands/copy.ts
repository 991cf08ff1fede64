import { type Copied, type CopyError, copyLog, type Place } from "@motcua/event-store";
import { Command } from "commander";
import { isLeft, left, right } from "fp-ts/lib/Either.js";
import { type Finished, perform, withStore } from "../act.js";
import { answerIsNo, type Failure } from "../exit.js";
import type { Io } from "../io.js";
import { type CommonOptions, formatsOption, withCommonOptions } from "../options.js";
import { verified } from "../output/verified.js";
import { storeFailure } from "../text/failures.js";
import type { Text } from "../text/text.js";

interface CopyOptions extends CommonOptions {
  readonly from: string;
  readonly to: string;
}

export const copyCommand = (io: Io, finished: Finished): Command =>
  withCommonOptions(new Command("copy"), formatsOption(["table", "json", "csv"]))
    .description("move a whole log into another store, event for event with both times, and compare the two")
    .requiredOption("--from <url>", "the log; nobody may write to it meanwhile")
    .requiredOption("--to <url>", "where to: an empty store, or one that an interrupted copy has begun")
    .action((options: CopyOptions) =>
      perform(io, options, finished, (context) =>
        withStore(io, options.from, "read", async (from) =>
          withStore(io, options.to, "write", async (to) => {
            const head = await from.store.head();
            if (isLeft(head)) return left(storeFailure(from.url, head.left));
            const copied = await copyLog(from.store, to.store, {
              progress: (step, events) => context.progress.at(step, events, head.right.events),
            })();
            if (isLeft(copied)) return left(failureOf(from.url, to.url, copied.left));
            context.progress.end();
            context.print(verified(context, copied.right.events, done(to.url, copied.right)));
            return right(0);
          }),
        ),
      ),
    );

const failureOf = (from: string, to: string, error: CopyError): Failure =>
  error.code === "CopyFailed"
    ? storeFailure(error.at === "from" ? from : to, error.error)
    : answerIsNo({
        en: `Event ${error.place} is not the same: ${from} has ${said(error.from).en}, ${to} has ${said(error.to).en}. A copy needs a store of its own, and logs that nobody writes to.`,
        vi: `Sự kiện thứ ${error.place} không giống nhau: ${from} có ${said(error.from).vi}, ${to} có ${said(error.to).vi}. Bản sao cần một kho riêng, và không ai được ghi vào hai sổ trong lúc chép.`,
      });

const said = (place: Place | null): Text => {
  if (place === null) return { en: "none", vi: "không có" };
  const event = `${place.stream} ${place.version} ${place.type} (${place.id})`;
  return { en: event, vi: event };
};

const done = (to: string, { events, before }: Copied): Text => ({
  en: `${to}: ${events} events, ${before} of them there before; each was compared with the original.\n`,
  vi: `${to}: ${events} sự kiện, ${before} đã có từ trước; từng sự kiện đã được so với bản gốc.\n`,
});
