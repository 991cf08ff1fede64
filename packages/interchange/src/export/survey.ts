import type { FactPage, ReadError } from "@motcua/event-store";
import { type Either, isLeft, right } from "fp-ts/lib/Either.js";
import type { ExportedLog } from "./exported-log.js";

/** Where the events of a dossier lie among the events of all dossiers, counted from 1. */
export interface Stretch {
  /** Version of its last event. */
  readonly last: number;
  readonly from: number;
  readonly to: number;
}

/** Where each dossier begins and ends. What is recorded later is left to the next export. */
export interface Survey {
  /** How many events all dossiers have. */
  readonly events: number;
  readonly streams: () => Iterable<string>;
  readonly stretchOf: (stream: string) => Stretch | undefined;
}

/**
 * Looks through a log for where its dossiers lie. Data is not looked at, so a store that reads facts passes over it
 * quickly. Memory holds the names of all dossiers, and three numbers of each.
 */
export const survey = async (log: ExportedLog): Promise<Either<ReadError, Survey>> => {
  const read = log.readFacts ?? log.readAll;
  const numbers = new Map<string, number>();
  const [lasts, froms, tos]: [number[], number[], number[]] = [[], [], []];
  let events = 0;
  for (let query: Parameters<typeof read>[0] = { categories: ["dossier"] }; ; ) {
    const page: Either<ReadError, FactPage> = await read(query)();
    if (isLeft(page)) return page;
    for (const { stream, version } of page.right.events) {
      events += 1;
      const number = numbers.get(stream) ?? numbers.size;
      if (number === numbers.size) {
        numbers.set(stream, number);
        froms.push(events);
      }
      lasts[number] = version;
      tos[number] = events;
    }
    if (page.right.atEnd) break;
    query = { ...query, after: page.right.cursor };
  }
  const stretchOf = (stream: string): Stretch | undefined => {
    const number = numbers.get(stream);
    if (number === undefined) return undefined;
    return { last: lasts[number] ?? 0, from: froms[number] ?? 0, to: tos[number] ?? 0 };
  };
  return right({ events, streams: () => numbers.keys(), stretchOf });
};
