import type { DossierEvent } from "@motcua/core";
import { Command } from "commander";
import { isLeft, right } from "fp-ts/lib/Either.js";
import { type Finished, perform, withStore } from "../act.js";
import { AGGREGATES } from "../aggregates.js";
import type { Context } from "../context.js";
import { dossierIds, type Replayed, replay } from "../dossiers.js";
import type { Io } from "../io.js";
import { type CommonOptions, type StoreOptions, wholeNumber, withCommonOptions, withStoreOption } from "../options.js";
import { csv } from "../output/csv.js";
import { json } from "../output/format.js";
import { withIsoInstants } from "../output/iso.js";
import { table } from "../output/table.js";
import { type PointOfViewOptions, pointOfViewOf, withPointOfView } from "../point-of-view.js";
import { history } from "../report/history.js";
import { statusNames } from "../text/labels.js";
import { doCommand } from "./do.js";
import { formCommand } from "./dossier-form.js";
import { registerCommand } from "./dossier-register.js";

interface ListOptions extends CommonOptions, StoreOptions {
  readonly limit?: number;
}

interface ReplayOptions extends CommonOptions, StoreOptions, PointOfViewOptions {}

export const dossierCommand = (io: Io, finished: Finished): Command =>
  new Command("dossier")
    .description("the life of one dossier, replayed; its forms, and the register of all")
    .addCommand(listCommand(io, finished))
    .addCommand(replayCommand(io, finished, "show", "what its events add up to", showState))
    .addCommand(replayCommand(io, finished, "history", "its events, one by one", showHistory))
    .addCommand(formCommand(io, finished))
    .addCommand(registerCommand(io, finished))
    .addCommand(doCommand(io, finished, AGGREGATES.dossier));

const listCommand = (io: Io, finished: Finished): Command =>
  withCommonOptions(withStoreOption(new Command("list")))
    .description("the dossiers of the log, in the order in which they came in")
    .option("--limit <number>", "at most so many; default all", wholeNumber(1, 1_000_000_000))
    .action((options: ListOptions) =>
      perform(io, options, finished, (context) =>
        withStore(io, options.store, "read", async (opened) => {
          const ids = await dossierIds(opened, options.limit ?? Number.POSITIVE_INFINITY);
          if (isLeft(ids)) return ids;
          const dossiers: Replayed[] = [];
          for (const id of ids.right) {
            const replayed = await replay(opened, id);
            if (isLeft(replayed)) return replayed;
            dossiers.push(replayed.right);
            context.progress.at("replaying", dossiers.length, ids.right.length);
          }
          context.progress.end();
          context.print(listed(context, dossiers));
          return right(0);
        }),
      ),
    );

const listed = ({ format, language }: Context, dossiers: ReadonlyArray<Replayed>): string => {
  const rows = dossiers.map(({ id, state: { code, subjectRef, status } }) => ({ id, code, subjectRef, status }));
  if (format === "json") return json({ dossiers: rows });
  const cells = rows.map(({ id, code, subjectRef, status }) => [id, code ?? "", subjectRef ?? "", status]);
  if (format === "csv") return csv([["id", "code", "subjectRef", "status"], ...cells]);
  return table(
    [{ title: "id" }, { title: "code" }, { title: "status" }],
    rows.map(({ id, code, status }) => [id, code ?? "", statusNames[status][language]]),
  );
};

const replayCommand = (
  io: Io,
  finished: Finished,
  name: string,
  description: string,
  show: (context: Context, replayed: Replayed) => string,
): Command =>
  withPointOfView(withCommonOptions(withStoreOption(new Command(name))))
    .description(description)
    .argument("<id>", "the dossier's id, or the code on its appointment receipt")
    .action((id: string, options: ReplayOptions) =>
      perform(io, options, finished, async (context) => {
        const pointOfView = pointOfViewOf(options, context);
        if (isLeft(pointOfView)) return pointOfView;
        return withStore(io, options.store, "read", async (opened) => {
          const replayed = await replay(opened, id, pointOfView.right);
          if (isLeft(replayed)) return replayed;
          context.print(show(context, replayed.right));
          return right(0);
        });
      }),
    );

const showState = ({ format, zone, language }: Context, { id, version, state }: Replayed): string => {
  const { subjectRef, ...rest } = state;
  const shown = withIsoInstants(zone, { id, subjectRef, version, ...rest }) as Readonly<Record<string, unknown>>;
  if (format === "json") return json(shown);
  const rows = Object.entries(shown)
    .filter(([, value]) => value !== null)
    .map(([key, value]) => [key, typeof value === "object" ? JSON.stringify(value) : String(value)]);
  if (format === "csv") return csv([["member", "value"], ...rows]);
  const status = `${statusNames[state.status][language]}\n`;
  return `${state.code ?? id}: ${status}${table([{ title: "" }, { title: "" }], rows)}`;
};

const showHistory = (context: Context, { id, state, events }: Replayed): string => {
  const { format, zone } = context;
  if (format === "json") {
    const { code, subjectRef, status } = state;
    const listedEvents = events.map(({ recorded }) => withIsoInstants(zone, recorded));
    return json({ id, code, subjectRef, status, events: listedEvents });
  }
  if (format === "csv")
    return csv([
      ["version", "type", "occurredAt", "recordedAt", "data"],
      ...events.map(({ recorded, event }) => {
        const { occurredAt, recordedAt } = withIsoInstants(zone, recorded) as Readonly<Record<string, string>>;
        return [recorded.version, event.type, occurredAt ?? "", recordedAt ?? "", dataOf(zone, event)];
      }),
    ]);
  return history(
    context,
    id,
    state,
    events.map(({ event }) => event),
  );
};

const dataOf = (zone: Context["zone"], { data }: DossierEvent): string => JSON.stringify(withIsoInstants(zone, data));
