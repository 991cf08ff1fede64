import { type DossierEvent, type Due, dossierEvent, type Instant } from "@motcua/core";
import { kept, textIn } from "../legacy/kept.js";
import type { Anomaly, Fact } from "../legacy/preset.js";
import type { SourceEvent } from "../source-case.js";
import type { CaseReader } from "./case-reader.js";
import type { Mapping } from "./mapping.js";

/** What one event of the source says: itself, whatever it is, and what the map makes of it besides. */
export const eventFacts = (
  event: SourceEvent,
  { log, events: rules = {} }: Mapping,
  agency: string,
  without: ReadonlyArray<string>,
  dateOf: CaseReader["date"],
  phase: "open" | "ended",
): { readonly facts: ReadonlyArray<Fact>; readonly anomalies: ReadonlyArray<Anomaly> } => {
  const { ordinal, activity, at, attributes } = event;
  const handler = rules.handler === undefined ? undefined : textIn(attributes, rules.handler);
  const unit = rules.unit === undefined ? undefined : textIn(attributes, rules.unit);
  const stepDue = rules.stepDue === undefined ? null : dateOf(attributes, rules.stepDue);
  const fact = (kind: string, of: DossierEvent): Fact => ({ key: `${kind}/${ordinal}`, about: "event", event: of });
  const facts: Fact[] = [];
  // Before the step itself: from here on the handler had it to do.
  if (stepDue !== null && handler !== undefined) {
    const due: Due = { kind: "instant", instant: stepDue };
    facts.push(fact("step", dossierEvent("HandlerAssigned", at, { handler, agency, due })));
  }
  facts.push(
    fact(
      "event",
      dossierEvent("SourceEventRecorded", at, {
        log,
        ordinal,
        activity,
        ...(handler !== undefined && { handler }),
        ...(unit !== undefined && { unit }),
        attributes: kept(attributes, without),
      }),
    ),
  );
  // After the end these would open the dossier again: there the source event alone says them, and is counted as odd.
  if (phase === "open") for (const [kind, of] of turnsOf(activity, at, rules)) facts.push(fact(kind, of));
  const late: ReadonlyArray<Anomaly> = stepDue !== null && handler === undefined ? ["stepDueWithoutHandler"] : [];
  return { facts, anomalies: late };
};

/** What an activity changes in the life of a dossier. */
const turnsOf = (
  activity: string,
  at: Instant,
  { supplementAsked, supplementGot, clockStopped, clockStarted }: NonNullable<Mapping["events"]>,
): ReadonlyArray<Turn> => [
  ...when(supplementAsked, activity, [
    "supplementAsked",
    dossierEvent("SupplementRequested", at, { items: [activity] }),
  ]),
  ...when(supplementGot, activity, ["supplementGot", dossierEvent("SupplementReceived", at, { clock: "pause" })]),
  ...when(clockStopped, activity, ["clockStopped", dossierEvent("ProcessingStopped", at, { reason: activity })]),
  ...when(clockStarted, activity, ["clockStarted", dossierEvent("ProcessingResumed", at, {})]),
];

type Turn = readonly [kind: string, event: DossierEvent];

const when = (activities: ReadonlyArray<string> | undefined, activity: string, turn: Turn): ReadonlyArray<Turn> =>
  activities?.includes(activity) ? [turn] : [];
