import type { RecordedEvent } from "@motcua/event-store";
import { activityOf } from "../export/activity.js";
import { isoUtc } from "../export/iso.js";
import { eachMember, type MemberKind } from "../export/members.js";

/** Records of one kind, by their names. */
type Records = Record<string, Record<string, unknown>>;

/** The provenance of one dossier, growing event by event. */
export interface Bundle {
  readonly entity: Records;
  readonly activity: Records;
  readonly agent: Records;
  readonly used: Records;
  readonly wasGeneratedBy: Records;
  readonly wasAssociatedWith: Records;
  readonly wasDerivedFrom: Records;
  readonly actedOnBehalfOf: Records;
}

export const emptyBundle = (): Bundle => ({
  entity: {},
  activity: {},
  agent: {},
  used: {},
  wasGeneratedBy: {},
  wasAssociatedWith: {},
  wasDerivedFrom: {},
  actedOnBehalfOf: {},
});

/**
 * Adds an event: an activity of an instant that used the dossier as it was and generated it as it became, associated with
 * who did it, in their unit's name.
 */
export const addToBundle = (
  bundle: Bundle,
  { stream, version, id, type, occurredAt, recordedAt, data }: RecordedEvent,
): void => {
  const { name, resource, group, rest } = activityOf(type, data);
  const [activity, after, before] = [`event:${id}`, entityName(stream, version), entityName(stream, version - 1)];
  const at = isoUtc(occurredAt);
  bundle.entity[after] = { "prov:type": typed("motcua:DossierState", "xsd:QName"), "motcua:version": version };
  bundle.activity[activity] = {
    "prov:startTime": at,
    "prov:endTime": at,
    "prov:type": name,
    "motcua:recordedAt": typed(isoUtc(recordedAt), "xsd:dateTime"),
    ...attributes(rest),
  };
  bundle.wasGeneratedBy[`_:g${version}`] = { "prov:entity": after, "prov:activity": activity, "prov:time": at };
  if (version > 1) {
    bundle.used[`_:u${version}`] = { "prov:activity": activity, "prov:entity": before, "prov:time": at };
    bundle.wasDerivedFrom[`_:d${version}`] = {
      "prov:generatedEntity": after,
      "prov:usedEntity": before,
      "prov:activity": activity,
    };
  }
  const unit = group === null ? null : agent(bundle, "unit", group, "prov:Organization");
  const official = resource === null ? null : agent(bundle, "official", resource, "prov:Person");
  const responsible = official ?? unit;
  if (responsible !== null)
    bundle.wasAssociatedWith[`_:a${version}`] = { "prov:activity": activity, "prov:agent": responsible };
  if (official !== null && unit !== null)
    bundle.actedOnBehalfOf[`_:b${version}`] = {
      "prov:delegate": official,
      "prov:responsible": unit,
      "prov:activity": activity,
    };
};

/** The dossier as it stood after so many events. */
const entityName = (stream: string, version: number): string => `dossier:${local(`${stream}/${version}`)}`;

/** What stands after the colon of a name, so that the whole expands to an IRI. */
const local = (text: string): string => encodeURIComponent(text);

const agent = (bundle: Bundle, kind: "official" | "unit", id: string, type: string): string => {
  const name = `${kind}:${local(id)}`;
  bundle.agent[name] = { "prov:type": typed(type, "xsd:QName"), "prov:label": id };
  return name;
};

const typed = (value: string, type: string) => ({ $: value, type });

const attributes = (data: object): Record<string, unknown> => {
  const own: Record<string, unknown> = {};
  eachMember(data, (key, kind, value) => {
    own[`data:${local(key)}`] = literal(kind, value);
  });
  return own;
};

const literal = (kind: MemberKind, value: string | number | boolean): unknown => {
  if (kind === "instant" && typeof value === "number") return typed(isoUtc(value), "xsd:dateTime");
  return kind === "date" ? typed(String(value), "xsd:date") : value;
};
