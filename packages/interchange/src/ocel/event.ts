import { dossierIdOf } from "@motcua/core";
import type { RecordedEvent } from "@motcua/event-store";
import { activityOf, objectAt, textAt } from "../export/activity.js";
import { eachMember } from "../export/members.js";
import { type OcelType, typeOf, valueText } from "./value.js";

/** What an event or a dossier is to another object. */
export interface OcelLink {
  readonly objectId: string;
  readonly type: ObjectType;
  readonly qualifier: string;
}

export type ObjectType = "dossier" | "applicant" | "procedure" | "unit" | "official";

/** Ids of objects begin with their type: an official and a unit may have one number. */
export const objectId = (type: ObjectType, id: string): string => `${type}-${id}`;

/** An event of OCEL 2.0. */
export interface OcelEvent {
  readonly id: string;
  readonly type: string;
  readonly at: number;
  readonly attributes: ReadonlyArray<{ readonly name: string; readonly type: OcelType; readonly value: string }>;
  /** The dossier first; each object once, since of a second qualifier readers know nothing. */
  readonly links: ReadonlyArray<OcelLink>;
}

export const ocelEvent = (event: RecordedEvent): OcelEvent => {
  const { name, resource, group, rest } = activityOf(event.type, event.data);
  const attributes: OcelEvent["attributes"][number][] = [];
  eachMember(rest, (key, kind, value) => {
    attributes.push({ name: key, type: typeOf(kind, value), value: valueText(kind, value) });
  });
  const links = new Map<string, OcelLink>();
  const link = (type: ObjectType, id: string | null, qualifier: string): void => {
    if (id === null) return;
    const target = objectId(type, id);
    if (!links.has(target)) links.set(target, { objectId: target, type, qualifier });
  };
  const { data } = event;
  link("dossier", dossierIdOf(event.stream) ?? event.stream, "dossier");
  link("applicant", textAt(data, "subjectRef"), "applicant");
  link("procedure", procedureIn(data), "procedure");
  link("official", resource, "by");
  link("unit", group, "at");
  link("unit", textAt(data, "from") === null ? null : textAt(data, "to"), "to");
  link("unit", textAt(data, "agency"), "agency");
  return { id: event.id, type: name, at: event.occurredAt, attributes, links: [...links.values()] };
};

const procedureIn = (data: object): string | null => {
  const procedure = objectAt(data, "procedure");
  return procedure === null ? textAt(data, "procedure") : textAt(procedure, "code");
};
