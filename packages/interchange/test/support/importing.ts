import {
  dossierRows,
  type IndicatorsQuery,
  type IndicatorsReport,
  indicatorsReport,
  type TimeZone,
  timeZone,
} from "@motcua/core";
import { type EventStore, logPages, project, type RecordedEvent, unavailable } from "@motcua/event-store";
import { isLeft, left, type Right } from "fp-ts/lib/Either.js";
import { pipe } from "fp-ts/lib/function.js";
import { chainW } from "fp-ts/lib/TaskEither.js";
import {
  checkLog,
  type ImportSummary,
  importLog,
  openSource,
  receipt,
  type Source,
  textSource,
} from "../../src/index.js";

/** Checks and imports. */
export const importing = (store: EventStore, source: Source) =>
  pipe(
    checkLog(source, receipt),
    chainW((checked) => importLog(store, checked)),
  );

/** Imports, and fails the test where that fails. */
export const imported = async (store: EventStore, source: Source): Promise<ImportSummary> =>
  rightOf(await importing(store, source)());

export const opened = async (file: string): Promise<Source> => rightOf(await openSource(file));

export const csvSource = (text: string): Source => ({ ...textSource("log.csv", text), format: "csv" });

export const rightOf = <A>(either: { readonly _tag: "Left"; readonly left: unknown } | Right<A>): A => {
  if (isLeft(either)) throw new Error(JSON.stringify(either.left));
  return either.right;
};

/** All streams with what was recorded, without when it was recorded. */
export const contentOf = async (store: EventStore): Promise<ReadonlyMap<string, ReadonlyArray<object>>> => {
  const streams = new Map<string, object[]>();
  for (const { recordedAt: _, stream, ...event } of await eventsOf(store)) {
    const own = streams.get(stream) ?? [];
    streams.set(stream, own);
    own.push(event);
  }
  return streams;
};

export const eventsOf = async (store: EventStore): Promise<ReadonlyArray<RecordedEvent>> => {
  const events: RecordedEvent[] = [];
  for await (const page of logPages(store, { limit: 10_000 })) events.push(...rightOf(page).events);
  return events;
};

const zoneNamed = (name: string): TimeZone => rightOf(timeZone(name));
export const AMSTERDAM = zoneNamed("Europe/Amsterdam");

export const reportOf = async (store: EventStore, query: Partial<IndicatorsQuery> = {}): Promise<IndicatorsReport> =>
  indicatorsReport(rightOf(await project(store, dossierRows)()), { zone: AMSTERDAM, onTimeBy: "instant", ...query });

/** The store, until it has taken so many appends; then it is out of reach. */
export const failingAfter = (store: EventStore, appends: number): EventStore => {
  let taken = 0;
  return {
    ...store,
    append: (...request) => {
      taken += 1;
      return taken > appends ? async () => left(unavailable("the disk is gone")) : store.append(...request);
    },
  };
};
