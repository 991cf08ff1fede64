import { type DomainEvent, type Handled, inMemoryEventStore } from "@motcua/event-store";
import { Command } from "commander";
import { isLeft, left, right } from "fp-ts/lib/Either.js";
import { type Finished, perform, withStore } from "../act.js";
import { AGGREGATES, type Aggregate } from "../aggregates.js";
import type { Context } from "../context.js";
import type { Io } from "../io.js";
import { type CommonOptions, type StoreOptions, withCommonOptions, withStoreOption } from "../options.js";
import { csv } from "../output/csv.js";
import { json } from "../output/format.js";
import { withIsoInstants } from "../output/iso.js";
import { table } from "../output/table.js";
import { readCommand } from "../read-command.js";
import { isNewLog } from "../store/open-store.js";
import { askingFailure } from "../text/failures.js";

interface DoOptions extends CommonOptions, StoreOptions {
  readonly command: string;
  readonly commandId?: string;
}

/** Asks one command of one thing; what is refused or malformed writes nothing. */
export const doCommand = (io: Io, finished: Finished, { named, read }: Aggregate): Command =>
  withCommonOptions(withStoreOption(new Command("do")))
    .description("record what one command makes happen")
    .argument("<id>", named)
    .requiredOption(
      "--command <file>",
      "the command as JSON: its type, at (ISO 8601 or epoch ms) and members; - for standard input",
    )
    .option("--command-id <text>", "of the command itself: asked again with the same one, it answers as the first time")
    .action((id: string, options: DoOptions) =>
      perform(io, options, finished, async (context) => {
        const given = await readCommand(io, options.command, context.zone);
        if (isLeft(given)) return given;
        const ask = read(id, given.right);
        if (isLeft(ask)) return left(askingFailure("", id, ask.left));
        const request = options.commandId === undefined ? {} : { commandId: options.commandId };
        const url = options.store ?? io.env["MOTCUA_STORE"];
        // A refused command must not leave an empty log behind: where there is none yet it is asked of nothing first.
        const rehearsed = isNewLog(url) ? await ask.right(inMemoryEventStore(), request) : undefined;
        if (rehearsed !== undefined && isLeft(rehearsed)) return left(askingFailure(url ?? "", id, rehearsed.left));
        return withStore(io, url, "write", async (opened) => {
          const handled = await ask.right(opened.store, request);
          if (isLeft(handled)) return left(askingFailure(opened.url, id, handled.left));
          context.print(done(context, id, handled.right));
          return right(0);
        });
      }),
    );

const done = (
  { format, zone }: Context,
  id: string,
  { version, state, events }: Handled<object, DomainEvent>,
): string => {
  if (format === "json") return json(withIsoInstants(zone, { id, version, state, events }));
  const rows = events.map((event) => {
    const { occurredAt, data } = withIsoInstants(zone, event) as { occurredAt: string; data: object };
    return [event.type, occurredAt, JSON.stringify(data)];
  });
  if (format === "csv") return csv([["type", "occurredAt", "data"], ...rows]);
  return `${id}: ${version}\n${table([{ title: "type" }, { title: "occurredAt" }, { title: "data" }], rows)}`;
};

/** A command that has one door: `do`. */
const doorTo =
  (name: string, description: string, aggregate: Aggregate) =>
  (io: Io, finished: Finished): Command =>
    new Command(name).description(description).addCommand(doCommand(io, finished, aggregate));

export const procedureCommand = doorTo("procedure", "a procedure of the catalogue", AGGREGATES.procedure);
export const unitCommand = doorTo("unit", "a unit: territory, centre, agency or branch", AGGREGATES.unit);
export const petitionCommand = doorTo("petition", "a petition (phản ánh, kiến nghị)", AGGREGATES.petition);
export const treasuryCommand = doorTo("treasury", "the money that a unit holds for the State", AGGREGATES.treasury);
