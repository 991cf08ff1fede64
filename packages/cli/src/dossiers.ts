import {
  type DossierEvent,
  type DossierState,
  dossierDecider,
  dossierEvents,
  dossierIdOf,
  dossierStream,
  VIETNAM,
  VIETNAM_POLICIES,
} from "@motcua/core";
import { logPages, type RecordedEvent, understand } from "@motcua/event-store";
import { type Either, isLeft, left, right } from "fp-ts/lib/Either.js";
import { answerIsNo, type Failure } from "./exit.js";
import type { OpenedStore } from "./store/open-store.js";
import { storeFailure } from "./text/failures.js";

/** The point of view from which a dossier is replayed. */
export interface PointOfView {
  /** Without what happened later. */
  readonly asOf?: number;
  /** Without what was recorded later. */
  readonly knownAt?: number;
  /** Only so many events of the stream. */
  readonly atVersion?: number;
}

/** A dossier as it is replayed: its events from a point of view, and what they add up to. */
export interface Replayed {
  readonly id: string;
  readonly version: number;
  readonly state: DossierState;
  readonly events: ReadonlyArray<{ readonly recorded: RecordedEvent; readonly event: DossierEvent }>;
}

const { initial, evolve } = dossierDecider({ calendar: VIETNAM, policies: VIETNAM_POLICIES });
const read = understand<DossierEvent>(dossierEvents);

/** Replays a dossier by its id or its code. */
export const replay = async (
  opened: OpenedStore,
  idOrCode: string,
  pointOfView: PointOfView = {},
): Promise<Either<Failure, Replayed>> => {
  const id = await resolveId(opened, idOrCode);
  if (isLeft(id)) return id;
  const events = await eventsOf(opened, id.right, pointOfView);
  if (isLeft(events)) return events;
  if (events.right.length === 0) return left(unknownDossier(idOrCode));
  return right({
    id: id.right,
    version: events.right.at(-1)?.recorded.version ?? 0,
    state: events.right.reduce((state, { event }) => evolve(state, event), initial),
    events: events.right,
  });
};

/** Replays the dossier that was received under a code; an id is none. `undefined` where there is none. */
export const replayCode = async (
  opened: OpenedStore,
  code: string,
): Promise<Either<Failure, DossierState | undefined>> => {
  const id = await idOfCode(opened, code);
  if (isLeft(id)) return id;
  if (id.right === undefined) return right(undefined);
  const events = await eventsOf(opened, id.right, {});
  return isLeft(events) ? events : right(events.right.reduce((state, { event }) => evolve(state, event), initial));
};

/** Ids of all dossiers, in the order in which they came into the log. */
export const dossierIds = async (
  opened: OpenedStore,
  limit: number,
): Promise<Either<Failure, ReadonlyArray<string>>> => {
  const ids = new Set<string>();
  for await (const page of logPages(opened.store, { categories: ["dossier"], limit: 5_000 })) {
    if (isLeft(page)) return left(storeFailure(opened.url, page.left));
    for (const { stream, version } of page.right.events) {
      if (ids.size >= limit) return right([...ids]);
      if (version === 1) ids.add(dossierIdOf(stream) ?? stream);
    }
  }
  return right([...ids]);
};

const eventsOf = async (
  { store, url }: OpenedStore,
  id: string,
  {
    asOf = Number.POSITIVE_INFINITY,
    knownAt = Number.POSITIVE_INFINITY,
    atVersion = Number.POSITIVE_INFINITY,
  }: PointOfView,
): Promise<Either<Failure, Replayed["events"]>> => {
  const events: Array<Replayed["events"][number]> = [];
  for (let from: number | null = 1; from !== null; ) {
    const page: Awaited<ReturnType<ReturnType<typeof store.readStream>>> = await store.readStream(dossierStream(id), {
      from,
    })();
    if (isLeft(page)) return left(storeFailure(url, page.left));
    for (const recorded of page.right.events) {
      if (recorded.occurredAt > asOf || recorded.recordedAt > knownAt || recorded.version > atVersion) continue;
      const event = read(recorded);
      if (isLeft(event)) return left(storeFailure(url, event.left));
      events.push({ recorded, event: event.right });
    }
    from = page.right.next;
  }
  return right(events);
};

const resolveId = async (opened: OpenedStore, idOrCode: string): Promise<Either<Failure, string>> => {
  const direct = await opened.store.readStream(dossierStream(idOrCode), { limit: 1 })();
  if (isLeft(direct)) return left(storeFailure(opened.url, direct.left));
  if (direct.right.version > 0) return right(idOrCode);
  const found = await idOfCode(opened, idOrCode);
  if (isLeft(found)) return found;
  return found.right === undefined ? left(unknownDossier(idOrCode)) : right(found.right);
};

/** What stands on the appointment receipt is the code; looking for it costs a pass over the receptions. */
const idOfCode = async ({ store, url }: OpenedStore, code: string): Promise<Either<Failure, string | undefined>> => {
  for await (const page of logPages(store, { types: ["DossierReceived"], categories: ["dossier"], limit: 5_000 })) {
    if (isLeft(page)) return left(storeFailure(url, page.left));
    const found = page.right.events.find(({ data }) => "code" in data && data.code === code);
    if (found !== undefined) return right(dossierIdOf(found.stream));
  }
  return right(undefined);
};

const unknownDossier = (idOrCode: string): Failure =>
  answerIsNo({
    en: `${idOrCode}: no such dossier, or nothing of it by then. See motcua dossier list.`,
    vi: `${idOrCode}: không có hồ sơ này, hoặc khi đó chưa có. Xem motcua dossier list.`,
  });
