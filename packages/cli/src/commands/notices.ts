import {
  formatInstant,
  type MessageError,
  type MessageState,
  messageDecider,
  messageEvents,
  messageStream,
  type TimeZone,
} from "@motcua/core";
import { type EventStore, handle, project } from "@motcua/event-store";
import { messageRows } from "@motcua/notices";
import { Argument, Command, Option } from "commander";
import { isLeft, left, right } from "fp-ts/lib/Either.js";
import { type Finished, perform, withStore } from "../act.js";
import type { Context } from "../context.js";
import { DESK_RULES } from "../desk/rules.js";
import { answerIsNo } from "../exit.js";
import type { Io } from "../io.js";
import {
  type CommonOptions,
  formatsOption,
  type StoreOptions,
  wholeNumber,
  withCommonOptions,
  withStoreOption,
} from "../options.js";
import { csv } from "../output/csv.js";
import { json } from "../output/format.js";
import { table } from "../output/table.js";
import { storeFailure } from "../text/failures.js";

export const noticesCommand = (io: Io, finished: Finished): Command => {
  const command = new Command("notices").description("what was to be told to whom, and what became of it");
  for (const make of [listCommand, retryCommand, acknowledgeCommand]) command.addCommand(make(io, finished));
  return command;
};

const STATUSES = ["waiting", "sent", "givenUp", "dropped"] as const;

interface ListOptions extends CommonOptions, StoreOptions {
  readonly status?: MessageState["status"];
  readonly limit: number;
}

const listCommand = (io: Io, finished: Finished): Command =>
  withCommonOptions(withStoreOption(new Command("list")), formatsOption(["table", "json", "csv"]))
    .description("the messages, the latest first; addresses are kept nowhere, so none is shown")
    .addOption(new Option("--status <status>", "only those that stand so").choices(STATUSES))
    .addOption(new Option("--limit <n>", "how many at most").argParser(wholeNumber(1, 1_000_000)).default(50))
    .action(({ status, limit, ...options }: ListOptions) =>
      perform(io, options, finished, (context) =>
        withStore(io, options.store, "read", async ({ store, url }) => {
          const rows = await project(store, messageRows)();
          if (isLeft(rows)) return left(storeFailure(url, rows.left));
          const wanted = [...rows.right]
            .filter(([, row]) => status === undefined || row.status === status)
            .toSorted(([, a], [, b]) => (b.queuedAt ?? 0) - (a.queuedAt ?? 0))
            .slice(0, limit)
            .map(([stream, row]) => shown(context.zone, stream, row));
          context.print(listed(context, wanted));
          return right(0);
        }),
      ),
    );

interface RetryOptions extends CommonOptions, StoreOptions {}

const retryCommand = (io: Io, finished: Finished): Command =>
  withCommonOptions(withStoreOption(new Command("retry")), formatsOption(["table", "json"]))
    .description("try again what was given up, from its first channel on; motcua tick then sends it")
    .addArgument(new Argument("[ids...]", "which; default all that were given up"))
    .action((ids: ReadonlyArray<string>, options: RetryOptions) =>
      perform(io, options, finished, (context) =>
        withStore(io, options.store, "write", async ({ store, url }) => {
          const rows = await project(store, messageRows)();
          if (isLeft(rows)) return left(storeFailure(url, rows.left));
          const givenUp = [...rows.right].flatMap(([stream, { status }]) =>
            status === "givenUp" ? [stream.slice("message-".length)] : [],
          );
          const unknown = ids.filter((id) => !givenUp.includes(id));
          if (unknown.length > 0) return left(answerIsNo(NOT_GIVEN_UP(unknown.join(", "))));
          const ask = messages(store);
          let retried = 0;
          for (const id of ids.length === 0 ? givenUp : ids) {
            const asked = await ask(id, { type: "retry", at: Date.now() })();
            if (!isLeft(asked)) retried++;
            // Somebody else was quicker.
            else if (!isRefusal(asked.left)) return left(storeFailure(url, asked.left as StoreError));
          }
          context.print(context.format === "json" ? json({ retried }) : RETRIED[context.language](retried));
          return right(0);
        }),
      ),
    );

interface AcknowledgeOptions extends CommonOptions, StoreOptions {
  readonly reference?: string;
}

const acknowledgeCommand = (io: Io, finished: Finished): Command =>
  withCommonOptions(withStoreOption(new Command("acknowledge")), formatsOption(["table", "json"]))
    .description("record that a message has arrived, as its channel or the person says; once, however often it is said")
    .argument("<id>", "of the message: what its gateway was given as messageId")
    .option("--reference <text>", "what the report of its delivery is called; nothing about a person")
    .action((id: string, options: AcknowledgeOptions) =>
      perform(io, options, finished, (context) =>
        withStore(io, options.store, "write", async ({ store, url }) => {
          const { reference } = options;
          const asked = await messages(store)(id, {
            type: "acknowledge",
            at: Date.now(),
            ...(reference !== undefined && { reference }),
          })();
          if (isLeft(asked))
            return left(isRefusal(asked.left) ? answerIsNo(NOT_SENT(id)) : storeFailure(url, asked.left as StoreError));
          const acknowledged = asked.right.events.length;
          context.print(
            context.format === "json" ? json({ acknowledged }) : ACKNOWLEDGED[context.language](acknowledged),
          );
          return right(0);
        }),
      ),
    );

type StoreError = Parameters<typeof storeFailure>[1];

const messages = (store: EventStore) =>
  handle(store, messageDecider(DESK_RULES), { streamOf: messageStream, catalog: messageEvents });

const REFUSALS: ReadonlySet<string> = new Set<MessageError["code"]>([
  "MessageNotPossibleNow",
  "NoChannel",
  "NotItsTurn",
]);

const isRefusal = ({ code }: { readonly code: string }): boolean => REFUSALS.has(code);

const COLUMNS = [
  "id",
  "about",
  "to",
  "template",
  "channel",
  "status",
  "attempts",
  "queuedAt",
  "sendFrom",
  "sentAt",
  "reason",
] as const;

type Shown = Readonly<Record<(typeof COLUMNS)[number], string | number | null>>;

const shown = (zone: TimeZone, stream: string, row: MessageState): Shown => {
  const when = (instant: number | null) => (instant === null ? null : formatInstant(zone, instant));
  const { message, channel, status, attempts, reason } = row;
  return {
    id: stream.slice("message-".length),
    about: message && `${message.about.kind} ${message.about.id}`,
    to:
      message &&
      (message.to.kind === "subject" ? `subject ${message.to.subject}` : `${message.to.role} ${message.to.at}`),
    template: message?.template ?? null,
    channel,
    status,
    attempts,
    queuedAt: when(row.queuedAt),
    sendFrom: when(row.sendFrom),
    sentAt: when(row.sentAt),
    reason,
  };
};

const listed = ({ format, language }: Context, messages: ReadonlyArray<Shown>): string => {
  if (format === "json") return json({ messages });
  if (format === "csv")
    return csv([[...COLUMNS], ...messages.map((message) => COLUMNS.map((column) => message[column] ?? ""))]);
  return messages.length === 0
    ? NONE[language]
    : table(
        PEOPLE.map((column) => ({ title: TITLES[language][column] })),
        messages.map((message) => PEOPLE.map((column) => forPeople(column, message[column]))),
      );
};

/** A time to the minute. */
const forPeople = (column: keyof Shown, value: string | number | null): string =>
  column.endsWith("At")
    ? String(value ?? "")
        .slice(0, 16)
        .replace("T", " ")
    : String(value ?? "");

/** What people read; the rest is in JSON and CSV. */
const PEOPLE = ["about", "to", "template", "channel", "status", "queuedAt", "sentAt", "reason"] as const;

const TITLES = {
  en: {
    ...{ about: "about", to: "to", template: "what", channel: "by", status: "status" },
    ...{ queuedAt: "queued", sentAt: "sent", reason: "why not" },
  },
  vi: {
    ...{ about: "về", to: "gửi cho", template: "nội dung", channel: "kênh", status: "trạng thái" },
    ...{ queuedAt: "lập lúc", sentAt: "gửi lúc", reason: "lý do" },
  },
};

const NONE = { en: "No messages.\n", vi: "Không có tin nhắn nào.\n" };

const NOT_GIVEN_UP = (ids: string) => ({
  en: `${ids}: not given up, so there is nothing to try again. See motcua notices list --status givenUp.`,
  vi: `${ids}: không phải tin đã thôi gửi nên không gửi lại. Xem motcua notices list --status givenUp.`,
});

const RETRIED = {
  en: (count: number) => `${count} messages are to be sent again: motcua tick --notices FILE sends them.\n`,
  vi: (count: number) => `${count} tin nhắn sẽ được gửi lại: motcua tick --notices TỆP sẽ gửi.\n`,
};

const NOT_SENT = (id: string) => ({
  en: `${id}: no message of this id was sent, so it cannot have arrived. See motcua notices list --status sent.`,
  vi: `${id}: không có tin nhắn nào với mã này đã được gửi. Xem motcua notices list --status sent.`,
});

const ACKNOWLEDGED = {
  en: (count: number) => (count === 0 ? "It was known already.\n" : "Recorded.\n"),
  vi: (count: number) => (count === 0 ? "Đã được ghi nhận từ trước.\n" : "Đã ghi nhận.\n"),
};
