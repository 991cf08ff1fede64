import {
  calendarEvents,
  dossierEvents,
  messageEvents,
  numberEvents,
  petitionEvents,
  procedureEvents,
  treasuryEvents,
  unitEvents,
} from "@motcua/core";
import { categoryOf, type EventSchema, type RecordedEvent, understand } from "@motcua/event-store";
import { isLeft } from "fp-ts/lib/Either.js";
import { type Doubt, quoted } from "../fault.js";

/**
 * What this release cannot read of an event that is recorded in a stream of motcua's own. The log is for good: what would
 * end every report is kept out of it. Streams of other categories are somebody else's, and pass.
 */
export const notUnderstood = (event: RecordedEvent): (Doubt & { readonly column: string }) | undefined => {
  const catalog = CATALOGS.get(categoryOf(event.stream));
  if (catalog === undefined) return undefined;
  if (!Object.hasOwn(catalog, event.type))
    return { column: "type", expected: "a type of event that this release knows", found: quoted(event.type) };
  const understood = understand(catalog)(event);
  return isLeft(understood)
    ? { column: "data", expected: `the data of ${event.type}`, found: quotedFaults(understood.left.faults) }
    : undefined;
};

const CATALOGS: ReadonlyMap<string, Readonly<Record<string, EventSchema>>> = new Map<
  string,
  Readonly<Record<string, EventSchema>>
>([
  ["dossier", dossierEvents],
  ["procedure", procedureEvents],
  ["unit", unitEvents],
  ["petition", petitionEvents],
  ["treasury", treasuryEvents],
  ["dossierNumbers", numberEvents],
  ["calendar", calendarEvents],
  ["message", messageEvents],
]);

/** The first few say enough: one wrong value may be a fault of each shape that it could have. */
const quotedFaults = (faults: ReadonlyArray<string>): string => faults.slice(0, 3).join("; ");
