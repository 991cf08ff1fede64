import { formatInstant } from "@motcua/core";
import { LAG_COUNTED, type PartState, type ProjectionStatus, projectionStatus } from "@motcua/event-store";
import { Command } from "commander";
import { isLeft, left, right } from "fp-ts/lib/Either.js";
import { type Finished, perform } from "../act.js";
import type { Context } from "../context.js";
import type { Io } from "../io.js";
import { formatsOption, type LogAndViewsOptions, withLogAndViewsOptions } from "../options.js";
import { csv } from "../output/csv.js";
import { json } from "../output/format.js";
import { table } from "../output/table.js";
import { projections } from "../report/projections.js";
import { runFailure } from "../text/run-failures.js";
import type { Text } from "../text/text.js";
import { withViews } from "../views/with-views.js";

export const statusCommand = (io: Io, finished: Finished): Command =>
  withLogAndViewsOptions(new Command("status"), formatsOption(["table", "json", "csv"]))
    .description("how far each projection is, and how many events it is behind the log; those never built, too")
    .action((options: LogAndViewsOptions) =>
      perform(io, options, finished, (context) =>
        withViews(io, options, "read", async (log, { views, url }) => {
          const rows: ProjectionStatus[] = [];
          for (const projection of Object.values(projections)) {
            const status = await projectionStatus(log.store, views, projection)();
            if (isLeft(status)) return left(runFailure(log.url, url, status.left));
            rows.push(status.right);
          }
          context.print(printed(context, rows));
          return right(0);
        }),
      ),
    );

const printed = (context: Context, rows: ReadonlyArray<ProjectionStatus>): string => {
  if (context.format === "json") return json({ projections: rows.map((row) => document(context, row)) });
  const cells = rows.map((row) => [
    row.name,
    String(row.version),
    context.format === "csv" ? row.state : STATES[row.state][context.language],
    String(row.folded),
    row.lag >= LAG_COUNTED ? `${row.lag}+` : String(row.lag),
    savedAt(context, row.parts) ?? "–",
  ]);
  return context.format === "csv"
    ? csv([["name", "version", "state", "folded", "lag", "savedAt"], ...cells])
    : table(TITLES[context.language], cells);
};

const document = (context: Context, { name, version, state, folded, lag, parts, beside }: ProjectionStatus) => ({
  name,
  version,
  state,
  folded,
  lag,
  lagIsAtLeast: lag >= LAG_COUNTED,
  cursor: commonCursor(parts),
  savedAt: savedAt(context, parts),
  parts: parts.map((part) => partDocument(context, part)),
  beside: beside.map((part) => partDocument(context, part)),
});

const partDocument = (context: Context, part: PartState) => ({
  build: part.build,
  part: part.part,
  cursor: part.checkpoint?.cursor ?? null,
  folded: part.checkpoint?.folded ?? 0,
  savedAt: savedAt(context, [part]),
  owner: part.owner,
});

/** The place that all parts have come to; `null` where they differ. */
const commonCursor = (parts: ReadonlyArray<PartState>): string | null => {
  const cursors = new Set(parts.map(({ checkpoint }) => checkpoint?.cursor ?? null));
  return cursors.size === 1 ? ([...cursors][0] ?? null) : null;
};

/** When the part that was saved first was saved. */
const savedAt = ({ zone }: Context, parts: ReadonlyArray<PartState>): string | null => {
  const instants = parts.flatMap(({ savedAt }) => (savedAt === null ? [] : [savedAt]));
  return instants.length === 0 ? null : formatInstant(zone, Math.min(...instants));
};

const STATES: Readonly<Record<ProjectionStatus["state"], Text>> = {
  "never built": { en: "never built", vi: "chưa lập" },
  building: { en: "building", vi: "đang lập" },
  serving: { en: "serving", vi: "đang dùng" },
  stopped: { en: "stopped", vi: "đã dừng" },
};

const TITLES = {
  en: [
    { title: "projection" },
    { title: "version", align: "right" },
    { title: "state" },
    { title: "folded", align: "right" },
    { title: "behind", align: "right" },
    { title: "saved" },
  ],
  vi: [
    { title: "bảng tổng hợp" },
    { title: "phiên bản", align: "right" },
    { title: "trạng thái" },
    { title: "đã gộp", align: "right" },
    { title: "còn thiếu", align: "right" },
    { title: "lưu lúc" },
  ],
} as const;
