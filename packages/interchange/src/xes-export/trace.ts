import type { RecordedEvent } from "@motcua/event-store";
import { SOURCE_EVENT } from "../export/activity.js";
import { addToDraft, type DossierDraft, dossierDraft } from "../export/dossier-draft.js";
import { dossierFacts } from "../export/dossier-facts.js";
import type { GatheredDossier, Gathering } from "../export/gathering.js";
import { eachMember } from "../export/members.js";
import { isTold } from "../export/told.js";
import { dateAttribute, memberAttribute, textAttribute } from "./attribute.js";
import { eventElement } from "./event.js";
import { traceNames } from "./trace-names.js";

/** A trace on its way: what is known of its dossier, and its events. */
export interface TraceDraft {
  readonly dossier: DossierDraft;
  readonly events: WrittenEvent[];
}

interface WrittenEvent extends Pick<RecordedEvent, "type" | "meta"> {
  readonly text: string;
  readonly at: number;
}

export const traceGathering: Gathering<TraceDraft> = {
  begin: () => ({ dossier: dossierDraft(), events: [] }),
  add: ({ dossier, events }, event: RecordedEvent) => {
    addToDraft(dossier, event);
    events.push({ text: eventElement(event), at: event.occurredAt, type: event.type, meta: event.meta });
  },
};

/** A trace, and how many events it has. */
export interface Trace {
  readonly text: string;
  readonly events: number;
}

/** A dossier as a trace: its id, what is known of it, what its source had said beside, its events. */
export const traceOf = ({ id, gathered: { dossier, events } }: GatheredDossier<TraceDraft>): Trace => {
  const told = toldEvents(events);
  const texts = told.map(({ text }) => text).join("");
  const attributes = `    ${textAttribute("concept:name", id)}${attributesOf(dossier)}`;
  return { text: `  <trace>\n${attributes}${texts}  </trace>\n`, events: told.length };
};

/**
 * The events as an analyst reads them: by time, and those of one instant in the order of the log; those of another
 * system's log in the order in which it had them.
 */
const toldEvents = (events: ReadonlyArray<WrittenEvent>): ReadonlyArray<WrittenEvent> => {
  const source = events.find(({ type }) => type === SOURCE_EVENT)?.meta["source"];
  return source === undefined
    ? events.toSorted((a, b) => a.at - b.at)
    : events.filter((event) => isTold(event, source));
};

const attributesOf = (dossier: DossierDraft): string => {
  const { log, attributes } = dossier.reception;
  const names = traceNames(log);
  const used = new Set(["concept:name"]);
  let lines = "";
  for (const [fact, value] of Object.entries(dossierFacts(dossier))) {
    const key = names[fact as keyof typeof names];
    if (key === undefined || value === null) continue;
    used.add(key);
    lines += `    ${typeof value === "number" ? dateAttribute(key, value) : textAttribute(key, value)}`;
  }
  eachMember(attributes, (key, kind, value) => {
    if (!used.has(key)) lines += `    ${memberAttribute(key, kind, value)}`;
  });
  return lines;
};
