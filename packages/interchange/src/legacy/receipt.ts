import { type Channel, dossierEvent, type Instant } from "@motcua/core";
import { type Either, isLeft, left, right } from "fp-ts/lib/Either.js";
import { v5 } from "uuid";
import { type Doubt, quoted } from "../fault.js";
import { isSourceDate, type SourceAttributes, type SourceCase, type SourceEvent } from "../source-case.js";
import { anomaliesOf, inOrderOfLife } from "./chronicle.js";
import type { Fact, ImportedFacts, Preset } from "./preset.js";

const LOG = "receipt";
const SUBJECTS = "7d0ef2ac-9f0f-5e0c-8a52-6b6a2b1a4c11";

/**
 * The receipt phase of environmental permits at a Dutch municipality, 2010-2012 (CoSeLoG, J.C.A.M. Buijs,
 * 4TU.ResearchData), as XES or CSV: `startdate` is reception, `deadline` the promised instant, `enddate` both the
 * decision and its return; every event is kept, with its handler (`org:resource`) and unit (`org:group`).
 */
export const receipt: Preset = {
  name: LOG,
  dossierId: (caseId) => caseId,
  factsOf: (source) => {
    const start = instantOf(source.attributes, "startdate");
    if (isLeft(start)) return start;
    const end = instantOf(source.attributes, "enddate");
    if (isLeft(end)) return end;
    const deadline = instantOf(source.attributes, "deadline");
    if (isLeft(deadline)) return deadline;
    return right(facts(source, start.right, end.right, deadline.right));
  },
};

const facts = (
  source: SourceCase,
  start: Instant | null,
  end: Instant | null,
  deadline: Instant | null,
): ImportedFacts => {
  const events = source.events.map(eventFact);
  const beginning = start === null ? [] : [receivedFact(source, start, deadline)];
  return {
    facts: inOrderOfLife(beginning, events, end === null ? [] : endingFacts(end)),
    anomalies: anomaliesOf({ start, end }, events),
  };
};

const receivedFact = (source: SourceCase, start: Instant, deadline: Instant | null): Fact => {
  const {
    department = "",
    channel = "",
    ...attributes
  } = kept(source.attributes, ["startdate", "enddate", "deadline"]);
  return {
    key: "received",
    about: "case",
    inferred: ["unit"],
    event: dossierEvent("DossierReceived", start, {
      code: source.id,
      subjectRef: v5(source.id, SUBJECTS),
      centre: "municipality",
      unit: text(source.events[0]?.attributes.get("org:group")) ?? "",
      agency: String(department),
      procedure: { code: "receipt-phase", version: 1, field: "environmental permit" },
      channel: CHANNELS[String(channel)] ?? "other",
      sourceChannel: String(channel),
      ...(deadline !== null && { promisedDue: { kind: "instant", instant: deadline } }),
      source: { log: LOG, attributes },
    }),
  };
};

const CHANNELS: Readonly<Record<string, Channel>> = {
  Internet: "online",
  "e-mail": "online",
  Desk: "inPerson",
  Post: "postal",
};

const eventFact = ({ ordinal, activity, at, attributes }: SourceEvent): Fact => {
  const handler = text(attributes.get("org:resource"));
  const unit = text(attributes.get("org:group"));
  return {
    key: `event/${ordinal}`,
    about: "event",
    event: dossierEvent("SourceEventRecorded", at, {
      log: LOG,
      ordinal,
      activity,
      ...(handler !== undefined && { handler }),
      ...(unit !== undefined && { unit }),
      attributes: kept(attributes, ["org:resource", "org:group", "time:timestamp"]),
    }),
  };
};

const endingFacts = (end: Instant): ReadonlyArray<Fact> => [
  { key: "resolved", about: "case", event: dossierEvent("DossierResolved", end, { outcome: "granted" }) },
  { key: "returned", about: "case", event: dossierEvent("ResultReturned", end, { method: "postal" }) },
];

/** Attributes without those that have a place of their own, by key; dates in UTC, so that every format says the same. */
const kept = (
  attributes: SourceAttributes,
  without: ReadonlyArray<string>,
): Readonly<Record<string, string | number | boolean>> =>
  Object.fromEntries(
    [...attributes]
      .filter(([key]) => key !== "concept:name" && !without.includes(key))
      .map(([key, value]) => [key, isSourceDate(value) ? new Date(value.date).toISOString() : value] as const)
      .toSorted(([a], [b]) => (a < b ? -1 : 1)),
  );

const text = (value: unknown): string | undefined => (typeof value === "string" && value !== "" ? value : undefined);

const instantOf = (
  attributes: SourceAttributes,
  attribute: string,
): Either<Doubt & { readonly attribute: string }, Instant | null> => {
  const value = attributes.get(attribute);
  if (value === undefined || value === "") return right(null);
  if (isSourceDate(value)) return right(value.date);
  return left({ attribute, expected: "a date, as 2011-10-11T13:42:22.688+02:00", found: quoted(String(value)) });
};
