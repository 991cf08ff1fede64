import type { RecordedEvent } from "@motcua/event-store";
import { SOURCE_EVENT } from "../export/activity.js";
import { addToDraft, type DossierDraft, dossierDraft } from "../export/dossier-draft.js";
import { dossierFacts } from "../export/dossier-facts.js";
import type { GatheredDossier, Gathering } from "../export/gathering.js";
import { eachMember } from "../export/members.js";
import { dateAttribute, memberAttribute, textAttribute } from "./attribute.js";
import { eventElement } from "./event.js";
import { traceNames } from "./trace-names.js";

/** A trace on its way: what is known of its dossier, and its events. */
export interface TraceDraft {
  readonly dossier: DossierDraft;
  readonly events: WrittenEvent[];
}

interface WrittenEvent {
  readonly text: string;
  readonly at: number;
  readonly ofSource: boolean;
  /** The import that brought it in, if any. */
  readonly source: unknown;
}

export const traceGathering: Gathering<TraceDraft> = {
  begin: () => ({ dossier: dossierDraft(), events: [] }),
  add: ({ dossier, events }, event: RecordedEvent) => {
    addToDraft(dossier, event);
    const ofSource = event.type === SOURCE_EVENT;
    events.push({ text: eventElement(event), at: event.occurredAt, ofSource, source: event.meta["source"] });
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
 * The events as an analyst reads them, by time; those of one instant in the order of the log.
 *
 * Where a dossier came from another system's log, that log's own events tell its life, in the order in which it had them;
 * what the import made of them and of the case's attributes (reception, decision, return) is not told a second time.
 */
const toldEvents = (events: ReadonlyArray<WrittenEvent>): ReadonlyArray<WrittenEvent> => {
  const first = events.find(({ ofSource }) => ofSource);
  return first === undefined
    ? events.toSorted((a, b) => a.at - b.at)
    : events.filter(({ ofSource, source }) => ofSource || source !== first.source);
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
