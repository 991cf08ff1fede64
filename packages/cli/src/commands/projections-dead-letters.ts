import { formatInstant } from "@motcua/core";
import { Command } from "commander";
import { isLeft, left, right } from "fp-ts/lib/Either.js";
import { type Finished, perform } from "../act.js";
import type { Io } from "../io.js";
import { formatsOption, type LogAndViewsOptions, withLogAndViewsOptions } from "../options.js";
import { csv } from "../output/csv.js";
import { json } from "../output/format.js";
import { table } from "../output/table.js";
import { storeFailure } from "../text/failures.js";
import { withViews } from "../views/with-views.js";

export const deadLettersCommand = (io: Io, finished: Finished): Command =>
  withLogAndViewsOptions(new Command("dead-letters"), formatsOption(["table", "json", "csv"]))
    .description("the events that a projection stands still before, and why; exit 1 where there are any")
    .action((options: LogAndViewsOptions) =>
      perform(io, options, finished, ({ format, language, zone, print }) =>
        withViews(io, options, "read", async (_log, { views, url }) => {
          const parts = await views.parts()();
          if (isLeft(parts)) return left(storeFailure(url, parts.left));
          const letters = parts.right.flatMap(({ name, part, deadLetter }) =>
            deadLetter === null
              ? []
              : [{ projection: name, part, ...deadLetter, at: formatInstant(zone, deadLetter.at) }],
          );
          if (format === "json") print(json({ deadLetters: letters }));
          else {
            const rows = letters.map((letter) => COLUMNS.map((column) => String(letter[column])));
            print(
              format === "csv"
                ? csv([[...COLUMNS], ...rows])
                : letters.length === 0
                  ? NONE[language]
                  : table(TITLES[language], rows),
            );
          }
          return right(letters.length === 0 ? 0 : 1);
        }),
      ),
    );

const COLUMNS = ["projection", "part", "stream", "version", "type", "reason", "at"] as const;

const NONE = { en: "None: no projection stands still.\n", vi: "Không có: không bảng tổng hợp nào bị dừng.\n" };

const TITLES = {
  en: ["projection", "part", "stream", "version", "event", "reason", "since"].map((title) => ({ title })),
  vi: ["bảng tổng hợp", "phần", "luồng", "phiên bản", "sự kiện", "lý do", "từ lúc"].map((title) => ({ title })),
};
