import type { Contender } from "./contender.ts";
import { DOSSIER_EVENTS, type Dossier, type NewDossiers } from "./dossiers.ts";
import type { Random } from "./random.ts";

/** One line of the table: a kind of work. `inFlight` calls are under way at a time. */
export type Row =
  | { readonly does: "append"; readonly events: number; readonly inFlight: number }
  | { readonly does: "load"; readonly inFlight: number }
  | { readonly does: "readAll" };

/** The row as the table names it. */
export const nameOf = (row: Row): string => {
  switch (row.does) {
    case "append":
      return `append ${row.events.toLocaleString("en")}${inFlightOf(row.inFlight)}`;
    case "load":
      return `load a dossier of ${DOSSIER_EVENTS}${inFlightOf(row.inFlight)}`;
    case "readAll":
      return "read all";
  }
};

const inFlightOf = (calls: number): string => (calls === 1 ? "" : `, ${calls} in flight`);

/** Work that was prepared: the same for every contender of a round. Answers how many events it was about. */
export type Work = (contender: Contender) => Promise<number>;

/** What work is made of. */
export interface Material {
  readonly random: Random;
  readonly dossiers: NewDossiers;
  /** The streams that every contender's log holds. */
  readonly stored: ReadonlyArray<string>;
}

/**
 * One round's work of a row.
 *
 * @param calls  how many appends or loads; reading all has no such number
 */
export const prepare = (row: Row, calls: number, { random, dossiers, stored }: Material): Work => {
  switch (row.does) {
    case "append": {
      const length = Math.max(DOSSIER_EVENTS, row.events);
      const written = dossiers(Math.ceil((calls * row.events) / length), length);
      return (contender) => appendAll(contender, written, row.events, row.inFlight);
    }
    case "load": {
      const asked = Array.from({ length: calls }, () => stored[random.below(stored.length)] ?? "");
      return (contender) => inLanes(row.inFlight, asked, contender.load);
    }
    case "readAll":
      return async ({ readAll }) => (await readAll?.()) ?? 0;
  }
};

/** Writes dossiers, so many events to an append: one of seven that is appended one by one takes seven. */
export const appendAll = (
  contender: Contender,
  dossiers: ReadonlyArray<Dossier>,
  eventsEach: number,
  inFlight: number,
): Promise<number> =>
  inLanes(inFlight, dossiers, async ({ stream, events }, lane) => {
    for (let version = 0; version < events.length; version += eventsEach)
      await contender.append(stream, events.slice(version, version + eventsEach), version, lane);
    return events.length;
  });

/** Deals the items out to lanes that run side by side; in each of them one follows the other. */
const inLanes = async <A>(
  lanes: number,
  items: ReadonlyArray<A>,
  run: (item: A, lane: number) => Promise<number>,
): Promise<number> => {
  const sums = await Promise.all(
    Array.from({ length: lanes }, async (_, lane) => {
      let sum = 0;
      for (let index = lane; index < items.length; index += lanes) sum += await run(items[index] as A, lane);
      return sum;
    }),
  );
  return sums.reduce((total, sum) => total + sum, 0);
};
