import { formatInstant } from "@motcua/core";
import { type DeskError, keepWatch, type Posts, tick } from "@motcua/notices";
import { Command } from "commander";
import { type Either, isLeft, left, right } from "fp-ts/lib/Either.js";
import { type Finished, perform } from "../act.js";
import { instantOption } from "../arguments.js";
import type { Context } from "../context.js";
import { postsOf } from "../desk/posts-of.js";
import { DESK_RULES } from "../desk/rules.js";
import { count, nothingYet, type Tally } from "../desk/tally.js";
import { withDesk } from "../desk/with-desk.js";
import { interruptibly } from "../interruptibly.js";
import type { Io } from "../io.js";
import { formatsOption, type LogAndViewsOptions, withLogAndViewsOptions } from "../options.js";
import { json } from "../output/format.js";
import { deskFailure } from "../text/desk-failures.js";

interface TickOptions extends LogAndViewsOptions {
  readonly at?: string;
  readonly notices?: string;
  readonly follow?: boolean;
}

export const tickCommand = (io: Io, finished: Finished): Command =>
  withLogAndViewsOptions(new Command("tick"), formatsOption(["table", "json"]))
    .description(
      "the deadline monitor, once: what has fallen due is put on record, whom it concerns is told; as often as you like",
    )
    .option("--at <instant>", "now; default the time of this machine")
    .option("--notices <file>", "how people are written to, as JSON; without it messages are only queued")
    .option("--follow", "go on until Ctrl-C: when something happens, and when time goes by")
    .action((options: TickOptions) =>
      perform(io, options, finished, async (context) => {
        const at = instantOption("--at", options.at, context.zone);
        if (isLeft(at)) return at;
        const posts = await postsOf(io, options.notices, context);
        if (isLeft(posts)) return posts;
        return withDesk(io, options, async ({ store, url }, states) => {
          const tally = nothingYet();
          const desk = {
            store,
            states: states.states,
            rules: DESK_RULES,
            ...(posts.right && { posts: posts.right satisfies Posts }),
            appended: (event: Parameters<typeof count>[1]) => count(tally, event),
          };
          const progress = ({ folded }: { readonly folded: number }) => context.progress.at("watching", folded, null);
          const failed = (failure: unknown) =>
            context.note(deskFailure(url, states.url, failure as DeskError).message[context.language]);
          const ended = await interruptibly<Either<DeskError, unknown>>((signal) =>
            options.follow
              ? keepWatch(desk, { signal, failed })()
              : tick(desk, at.right ?? Date.now(), { signal, progress })(),
          );
          context.progress.end();
          if (isLeft(ended)) return left(deskFailure(url, states.url, ended.left));
          context.print(told(context, at.right ?? Date.now(), tally));
          return right(0);
        });
      }),
    );

const told = ({ format, language, zone }: Context, at: number, tally: Tally): string =>
  format === "json" ? json(tally) : SAID[language](formatInstant(zone, at).slice(0, 16).replace("T", " "), tally);

const SAID = {
  en: (at: string, { dueSoon, overdue, expired, apologiesOwed, opinionsOverdue, warnings, messages }: Tally) =>
    `As of ${at}: ${dueSoon} dossiers near their date, ${apologiesOwed} with an apology owed, ${overdue} past it; ${expired} supplements never came, ${opinionsOverdue} opinions are late.
${warnings} notices to staff; messages: ${messages.queued} queued, ${messages.sent} sent, ${messages.failed} to be tried again, ${messages.givenUp} given up, ${messages.dropped} no longer so.
`,
  vi: (at: string, { dueSoon, overdue, expired, apologiesOwed, opinionsOverdue, warnings, messages }: Tally) =>
    `Tính đến ${at}: ${dueSoon} hồ sơ sắp đến hạn, ${apologiesOwed} hồ sơ cần xin lỗi, ${overdue} hồ sơ quá hạn; ${expired} hồ sơ hết hạn bổ sung, ${opinionsOverdue} ý kiến quá hạn.
${warnings} lời nhắc cán bộ; tin nhắn: ${messages.queued} chờ gửi, ${messages.sent} đã gửi, ${messages.failed} sẽ gửi lại, ${messages.givenUp} không gửi được, ${messages.dropped} không còn căn cứ.
`,
};
