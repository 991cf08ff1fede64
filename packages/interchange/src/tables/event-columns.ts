import { dossierIdOf } from "@motcua/core";
import type { RecordedEvent } from "@motcua/event-store";
import { type Activity, activityOf, objectAt, textAt } from "../export/activity.js";
import { withoutPersonal } from "../export/members.js";
import type { Cell, Column } from "./column.js";
import { type DueSaid, dueSaidBy } from "./due-said.js";

/** An event as a row: what is asked of it more than once stands ready. */
export interface EventRow {
  readonly event: RecordedEvent;
  readonly activity: Activity;
  readonly due: DueSaid;
}

export const eventRow = (event: RecordedEvent): EventRow => ({
  event,
  activity: activityOf(event.type, event.data),
  due: dueSaidBy(event),
});

const text = (name: string, meaning: string, cell: (row: EventRow) => Cell): Column<EventRow> => ({
  name,
  kind: "text",
  meaning,
  cell,
});

/** A text of the event's own data, under a path of names. */
const said = (name: string, meaning: string, ...path: readonly [string, ...string[]]): Column<EventRow> =>
  text(name, meaning, ({ event }) => {
    let data: object | null = event.data;
    for (const key of path.slice(0, -1)) data = data === null ? null : objectAt(data, key);
    return data === null ? null : textAt(data, path.at(-1) ?? "");
  });

const counted = (name: string, meaning: string, cell: (row: EventRow) => unknown): Column<EventRow> => ({
  name,
  kind: "integer",
  meaning,
  cell: (row) => {
    const value = cell(row);
    return Number.isSafeInteger(value) ? (value as number) : null;
  },
});

const member = (data: object | null, key: string): unknown =>
  data === null ? null : (data as Readonly<Record<string, unknown>>)[key];

/** Every event of the log, one a row: what most questions ask stands in columns, the rest in `data`. */
export const EVENT_COLUMNS: ReadonlyArray<Column<EventRow>> = [
  text("stream", "what the event happened to", ({ event }) => event.stream),
  counted("version", "its place in the stream, from 1", ({ event }) => event.version),
  text("id", "a UUID, unique in the log", ({ event }) => event.id),
  text(
    "dossier",
    "the dossier's id; empty for procedures, units, petitions, treasuries",
    ({ event }) => dossierIdOf(event.stream) ?? null,
  ),
  text("type", "what happened, by motcua's name", ({ event }) => event.type),
  text("activity", "the same, or what another system's log had called it", ({ activity }) => activity.name),
  { name: "occurred_at", kind: "instant", meaning: "when it happened", cell: ({ event }) => event.occurredAt },
  { name: "recorded_at", kind: "instant", meaning: "when the log learned it", cell: ({ event }) => event.recordedAt },
  text("resource", "who did it: an opaque id", ({ activity }) => activity.resource),
  text("unit", "the unit or agency in which it was done", ({ activity }) => activity.group),
  said("code", "the dossier's code, as received", "code"),
  said("subject", "an opaque name for the applicant, as received", "subjectRef"),
  said("centre", "the centre", "centre"),
  said("agency", "the agency that is to decide, or that is spoken of", "agency"),
  said("procedure", "code of the procedure, as received", "procedure", "code"),
  said("field", "its field of work", "procedure", "field"),
  said("channel", "how it came in, or how somebody was told", "channel"),
  said("handed_from", "who passed it on", "from"),
  said("handed_to", "to whom", "to"),
  said("outcome", "granted or refused, as decided", "outcome"),
  said("clock", "what a supplement does to the clock: runs, restart, extend, pause", "clock"),
  said("corrected", "which fact was corrected", "correction", "field"),
  {
    name: "corrected_to",
    kind: "instant",
    meaning: "the instant that is true, where the fact is one",
    cell: ({ event }) => {
      const to = member(objectAt(event.data, "correction"), "to");
      return typeof to === "number" ? to : null;
    },
  },
  { name: "due_date", kind: "date", meaning: "through which local date it is due", cell: ({ due }) => due.date },
  { name: "due_at", kind: "instant", meaning: "or up to which instant", cell: ({ due }) => due.instant },
  said("charge", "the charge that money was for", "charge"),
  said("money", "fee, charge or tax", "amount", "kind"),
  counted("minor", "its amount in minor units", ({ event }) => member(objectAt(event.data, "amount"), "minor")),
  said("currency", "of the amount", "amount", "currency"),
  counted("score", "a rating, from 1", ({ event }) => member(event.data, "score")),
  counted("scale", "its best", ({ event }) => member(event.data, "scale")),
  text("data", "all that was recorded, as JSON, without what speaks of a person", ({ event }) =>
    JSON.stringify(event.data, withoutPersonal),
  ),
  text("meta", "who and why, as JSON", ({ event }) => JSON.stringify(event.meta)),
];
