import { type Channel, type Due, dossierEvent, type Instant, type TimeZone, timeZone } from "@motcua/core";
import { isLeft, left, right } from "fp-ts/lib/Either.js";
import { DEFAULT_CSV_OPTIONS } from "../csv/options.js";
import { dateReader } from "../date-pattern.js";
import { anomaliesOf, inOrderOfLife } from "../legacy/chronicle.js";
import { kept } from "../legacy/kept.js";
import { nameId, nameSpace } from "../legacy/name-id.js";
import type { Anomaly, Fact, ImportedFacts, Preset } from "../legacy/preset.js";
import type { SourceCase } from "../source-case.js";
import { type CaseReader, caseReader, textOf } from "./case-reader.js";
import { dueAs, endOfTerm, type TermCounter, termCounter } from "./due-rule.js";
import { eventFacts } from "./event-facts.js";
import type { Mapping } from "./mapping.js";
import { chargeFacts, paymentFacts, wrongTotals } from "./money-facts.js";

const SUBJECTS = nameSpace("7d0ef2ac-9f0f-5e0c-8a52-6b6a2b1a4c11");

/**
 * How cases become dossiers, by a map that was read.
 *
 * @param namespace  keeps ids apart that occur in several files; that of the map where it is not given
 *
 * @example
 * const map = readMapping("map.json", text);
 * if (isRight(map)) checkLog(source, presetOf(map.right, { namespace: "municipality-1" }));
 */
export const presetOf = (mapping: Mapping, options: { readonly namespace?: string } = {}): Preset => {
  const namespace = options.namespace ?? mapping.namespace;
  const zone = zoneOf(mapping);
  const context: MapContext = {
    mapping,
    zone,
    dossierId: (caseId) => (namespace === undefined ? caseId : `${namespace}:${caseId}`),
    dates: dateReader(zone, mapping.source?.dateFormat),
    counter: termCounter(zone, mapping.calendar),
  };
  return {
    name: mapping.log,
    dossierId: context.dossierId,
    reading: { ...mapping.source, timeZone: mapping.timeZone },
    factsOf: (source) => {
      const reader = caseReader(source, context.dates);
      const facts = factsOf(source, context, reader);
      const doubt = reader.doubt();
      return doubt === null ? right(facts) : left(doubt);
    },
  };
};

interface MapContext {
  readonly mapping: Mapping;
  readonly zone: TimeZone;
  readonly dossierId: (caseId: string) => string;
  readonly dates: ReturnType<typeof dateReader>;
  readonly counter: TermCounter;
}

/** The codec has looked the zone up. */
const zoneOf = ({ timeZone: name }: Mapping): TimeZone => {
  const zone = timeZone(name);
  if (isLeft(zone)) throw new Error(zone.left.code);
  return zone.right;
};

const factsOf = (source: SourceCase, context: MapContext, reader: CaseReader): ImportedFacts => {
  const { mapping } = context;
  const start = reader.when(mapping.received);
  const end = reader.when(mapping.resolved);
  const returned = reader.when(mapping.returned);
  const agency = reader.text(mapping.agency);
  const centre = reader.text(mapping.centre);
  const account = { centre, unit: agency === "" ? centre : agency };
  const due = dueOf(start, context, reader);
  const without = takenFromEvents(mapping);

  const ofCase: Anomaly[] = [];
  const charges = (mapping.charges ?? []).flatMap((rule) => {
    const at = reader.when(rule.at) ?? start ?? source.events[0]?.at ?? null;
    if (at === null) return [];
    const { facts, anomalies } = chargeFacts(rule, reader.amount, source.attributes, at, account);
    ofCase.push(...anomalies);
    return facts;
  });
  const ofEvents: Anomaly[] = [];
  let phase: "open" | "ended" = "open";
  const events = source.events.flatMap((event) => {
    if (end !== null && event.at > end) phase = "ended";
    const own = eventFacts(event, mapping, agency, without, reader.date, phase);
    const paid = (mapping.payments ?? []).map((rule) => paymentFacts(rule, reader.amount, event, account, mapping.log));
    ofEvents.push(...own.anomalies, ...paid.flatMap(({ anomalies }) => anomalies));
    return [...own.facts, ...paid.flatMap(({ facts }) => facts)];
  });
  for (const rule of mapping.payments ?? []) ofEvents.push(...wrongTotals(rule, reader.amount, source.events));

  const received = start === null ? [] : [receivedFact(source, start, due, context, reader, { agency, centre })];
  const ending = endingFacts(end, returned, mapping, reader);
  const rated = ratedFacts(source, returned ?? end ?? start, mapping, reader);
  const recorded = events.filter(({ event }) => event.type === "SourceEventRecorded");
  const odd = anomaliesOf({ start, end }, recorded);
  return {
    facts: [...inOrderOfLife([...received, ...charges], events, ending), ...rated],
    anomalies: {
      ofCase: [...odd.ofCase, ...ofCase, ...reader.anomalies, ...statusAnomalies(source, end, mapping)],
      ofEvents: [...odd.ofEvents, ...ofEvents],
    },
  };
};

const dueOf = (start: Instant | null, { mapping, zone, counter }: MapContext, reader: CaseReader): Due | null => {
  const rule = mapping.due;
  if (rule === undefined) return null;
  if (rule.term === undefined) {
    const instant = reader.when({ attribute: rule.attribute ?? "" });
    return instant === null ? null : dueAs(zone, instant, rule.as ?? "instant");
  }
  const from = rule.after === undefined ? start : reader.when(rule.after);
  return from === null ? null : endOfTerm(zone, from, counter(from, rule.term), rule.as ?? "date");
};

const receivedFact = (
  source: SourceCase,
  start: Instant,
  due: Due | null,
  { mapping, dossierId }: MapContext,
  reader: CaseReader,
  { agency, centre }: { readonly agency: string; readonly centre: string },
): Fact => {
  const { channel, procedure, log } = mapping;
  const sourceChannel = reader.text(channel?.from);
  const unit = reader.text(mapping.unit);
  const code = reader.text(procedure.code);
  const field = reader.text(procedure.field);
  const id = dossierId(source.id);
  const { caseId = DEFAULT_CSV_OPTIONS.caseId } = mapping.source ?? {};
  return {
    key: "received",
    about: "case",
    inferred: inferred(mapping),
    event: dossierEvent("DossierReceived", start, {
      code: id,
      subjectRef: nameId(SUBJECTS, id),
      centre,
      unit,
      agency,
      procedure: { code, version: 1, field },
      channel: channelOf(sourceChannel, channel?.channels),
      sourceChannel,
      ...(due !== null && { promisedDue: due }),
      source: { log, attributes: kept(source.attributes, [...reader.told, caseId]) },
    }),
  };
};

/** What follows from the events of a part: another part of the case may lead to something else. */
const inferred = ({ unit, agency, due }: Mapping): ReadonlyArray<string> => [
  ...(unit?.eventAttribute === undefined ? [] : ["unit"]),
  ...(agency?.eventAttribute === undefined ? [] : ["agency"]),
  ...(due?.after?.activity === undefined ? [] : ["promisedDue"]),
];

const channelOf = (said: string, channels: Readonly<Record<string, Channel>> = {}): Channel =>
  (Object.hasOwn(channels, said) ? channels[said] : undefined) ?? "other";

const endingFacts = (
  end: Instant | null,
  returned: Instant | null,
  { outcome, deliveryMethod = "counter" }: Mapping,
  reader: CaseReader,
): ReadonlyArray<Fact> => {
  const outcomes = outcome?.outcomes ?? {};
  const said = reader.text(outcome?.from);
  const decided = (Object.hasOwn(outcomes, said) ? outcomes[said] : undefined) ?? "granted";
  return [
    ...(end === null
      ? []
      : [
          {
            key: "resolved",
            about: "case",
            event: dossierEvent("DossierResolved", end, { outcome: decided }),
          } as const,
        ]),
    ...(returned === null
      ? []
      : [
          {
            key: "returned",
            about: "case",
            event: dossierEvent("ResultReturned", returned, { method: deliveryMethod }),
          } as const,
        ]),
  ];
};

const ratedFacts = (
  { attributes }: SourceCase,
  at: Instant | null,
  { satisfaction }: Mapping,
  reader: CaseReader,
): ReadonlyArray<Fact> => {
  if (satisfaction === undefined || at === null) return [];
  const { scale, aspect } = satisfaction;
  const score = reader.amount(attributes, satisfaction.score, 0);
  if (score === null || score === "notExact" || score.minor < 1 || score.minor > scale) return [];
  return [
    {
      key: "rated",
      about: "case",
      event: dossierEvent("SatisfactionRated", at, { score: score.minor, scale, aspect }),
    },
  ];
};

/** A status that says something else than the dates. */
const statusAnomalies = (
  { attributes }: SourceCase,
  end: Instant | null,
  { status }: Mapping,
): ReadonlyArray<Anomaly> => {
  if (status === undefined) return [];
  const said = textOf(attributes.get(status.attribute));
  if (end === null && status.ended?.includes(said)) return ["endedWithoutEnd"];
  return end !== null && status.open?.includes(said) ? ["openWithEnd"] : [];
};

/** Attributes of events that have a member of their own. */
const takenFromEvents = ({ events = {}, source = {} }: Mapping): ReadonlyArray<string> =>
  [events.handler, events.unit, source.activity, source.timestamp ?? DEFAULT_CSV_OPTIONS.timestamp].filter(
    (key) => key !== undefined,
  );
