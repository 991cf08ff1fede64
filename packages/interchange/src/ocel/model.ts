import type { ReadError, RecordedEvent } from "@motcua/event-store";
import { type Either, isLeft, map, right } from "fp-ts/lib/Either.js";
import { SOURCE_EVENT } from "../export/activity.js";
import type { ExportedLog } from "../export/exported-log.js";
import { gatherSurveyed } from "../export/gather-dossiers.js";
import { survey } from "../export/survey.js";
import { surveyedEvents } from "../export/surveyed-events.js";
import { isTold } from "../export/told.js";
import { DOSSIER_ATTRIBUTES, dossierObject, historyGathering, type OcelObject } from "./dossier-object.js";
import { type ObjectType, type OcelEvent, ocelEvent } from "./event.js";
import { type OcelType, widened } from "./value.js";

/** A type of events or objects, and its attributes. */
export interface OcelTypeDeclared {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, OcelType>;
}

type Pages<A> = AsyncIterable<Either<ReadError, ReadonlyArray<A>>>;

/** A log as OCEL 2.0 sees it; whatever is named in it is in it. */
export interface OcelModel {
  readonly eventTypes: ReadonlyArray<OcelTypeDeclared>;
  readonly objectTypes: ReadonlyArray<OcelTypeDeclared>;
  /** All objects, dossiers last. */
  readonly objects: () => Pages<OcelObject>;
  readonly events: () => Pages<OcelEvent>;
}

/**
 * Looks through the log for the types that OCEL wants declared and the objects that events name. Memory holds the names of
 * dossiers, applicants, officials, units and procedures; events and dossiers come page by page, each time from the log.
 */
export const ocelModel = async (log: ExportedLog): Promise<Either<ReadError, OcelModel>> => {
  const surveyed = await survey(log);
  if (isLeft(surveyed)) return surveyed;
  const names = await namesIn(surveyedEvents(log, surveyed.right));
  if (isLeft(names)) return names;
  const { types, objects, sources } = names.right;
  return right({
    eventTypes: [...types].map(([name, attributes]) => ({ name, attributes })).toSorted(byName),
    objectTypes: OBJECT_TYPES,
    objects: async function* () {
      yield* namedObjects(objects);
      const dossiers = gatherSurveyed(log, surveyed.right, historyGathering);
      yield* mapped(dossiers, (page) => page.map((dossier) => withKnownLinks(dossierObject(dossier), objects)));
    },
    events: () =>
      mapped(surveyedEvents(log, surveyed.right), (page) =>
        page.filter((event) => isTold(event, sources.get(event.stream))).map(ocelEvent),
      ),
  });
};

interface Names {
  readonly types: ReadonlyMap<string, Map<string, OcelType>>;
  /** By id; without the dossiers. */
  readonly objects: ReadonlyMap<string, ObjectType>;
  /** By which import the events of a dossier came from another system's log. */
  readonly sources: ReadonlyMap<string, unknown>;
}

const namesIn = async (pages: Pages<RecordedEvent>): Promise<Either<ReadError, Names>> => {
  const types = new Map<string, Map<string, OcelType>>();
  const objects = new Map<string, ObjectType>();
  const sources = new Map<string, unknown>();
  for await (const page of pages) {
    if (isLeft(page)) return page;
    for (const event of page.right) {
      const { type, attributes, links } = ocelEvent(event);
      const own = types.get(type) ?? new Map<string, OcelType>();
      types.set(type, own);
      for (const { name, type: given } of attributes) own.set(name, widened(own.get(name) ?? given, given));
      for (const { objectId, type: object } of links) if (object !== "dossier") objects.set(objectId, object);
      if (event.type === SOURCE_EVENT) sources.set(event.stream, event.meta["source"]);
    }
  }
  return right({ types, objects, sources });
};

/** A page at a time: there are as many applicants as dossiers. */
function* namedObjects(objects: Names["objects"]): Generator<Either<never, ReadonlyArray<OcelObject>>> {
  let page: OcelObject[] = [];
  for (const [id, type] of objects) {
    page.push({ id, type, values: [], links: [] });
    if (page.length < PAGE) continue;
    yield right(page);
    page = [];
  }
  yield right(page);
}

const PAGE = 1_000;

/** A correction may name an agency that no event is bound to. */
const withKnownLinks = ({ links, ...object }: OcelObject, objects: Names["objects"]): OcelObject => ({
  ...object,
  links: links.filter(({ objectId }) => objects.has(objectId)),
});

const byName = (a: OcelTypeDeclared, b: OcelTypeDeclared): number => (a.name < b.name ? -1 : 1);

const NONE: ReadonlyMap<string, OcelType> = new Map();

const OBJECT_TYPES: ReadonlyArray<OcelTypeDeclared> = [
  { name: "applicant", attributes: NONE },
  { name: "dossier", attributes: new Map<string, OcelType>(Object.entries(DOSSIER_ATTRIBUTES)) },
  { name: "official", attributes: NONE },
  { name: "procedure", attributes: NONE },
  { name: "unit", attributes: NONE },
];

async function* mapped<A, B>(
  pages: Pages<A>,
  make: (page: ReadonlyArray<A>) => ReadonlyArray<B>,
): AsyncGenerator<Either<ReadError, ReadonlyArray<B>>> {
  for await (const page of pages) yield map(make)(page);
}
