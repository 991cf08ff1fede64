import type { Instant } from "@motcua/core";
import { addToDraft, type DossierDraft, dossierDraft } from "../export/dossier-draft.js";
import { type DossierFacts, dossierFacts } from "../export/dossier-facts.js";
import type { GatheredDossier, Gathering } from "../export/gathering.js";
import { isoUtc } from "../export/iso.js";
import { type OcelLink, objectId } from "./event.js";
import type { OcelType } from "./value.js";

/** A value that an attribute of an object has had since an instant; `null`: from the beginning. */
interface OcelValue {
  readonly name: string;
  readonly value: string;
  readonly since: Instant | null;
}

/** An object of OCEL 2.0. */
export interface OcelObject {
  readonly id: string;
  readonly type: string;
  /** By time, those from the beginning first: readers take the first value of an attribute for its first. */
  readonly values: ReadonlyArray<OcelValue>;
  readonly links: ReadonlyArray<OcelLink>;
}

/** What is known of a dossier after each of its events. */
export interface DossierHistory {
  readonly draft: DossierDraft;
  facts: Partial<DossierFacts>;
  readonly values: OcelValue[];
}

export const historyGathering: Gathering<DossierHistory> = {
  begin: () => ({ draft: dossierDraft(), facts: {}, values: [] }),
  add: (history, event) => {
    addToDraft(history.draft, event);
    const facts = dossierFacts(history.draft);
    const since = event.version === 1 ? null : event.occurredAt;
    for (const name of FACTS) {
      const value = facts[name];
      if (value !== null && value !== history.facts[name])
        history.values.push({ name, value: typeof value === "number" ? isoUtc(value) : value, since });
    }
    history.facts = facts;
  },
};

/** The attributes of a dossier. Due dates are local dates or instants, so they are texts. */
export const DOSSIER_ATTRIBUTES = {
  code: "string",
  status: "string",
  centre: "string",
  unit: "string",
  agency: "string",
  procedure: "string",
  field: "string",
  channel: "string",
  subject: "string",
  received: "time",
  promised: "string",
  due: "string",
  resolved: "time",
  outcome: "string",
  returned: "time",
} as const satisfies Readonly<Record<keyof DossierFacts, OcelType>>;

const FACTS = Object.keys(DOSSIER_ATTRIBUTES) as ReadonlyArray<keyof DossierFacts>;

export const dossierObject = ({ id, gathered: { facts, values } }: GatheredDossier<DossierHistory>): OcelObject => {
  const link = (
    type: OcelLink["type"],
    target: string | null | undefined,
    qualifier: string,
  ): ReadonlyArray<OcelLink> =>
    target === null || target === undefined || target === ""
      ? []
      : [{ objectId: objectId(type, target), type, qualifier }];
  return {
    id: objectId("dossier", id),
    type: "dossier",
    values: byTime(values),
    links: [
      ...link("applicant", facts.subject, "filed by"),
      ...link("procedure", facts.procedure, "under"),
      ...link("unit", facts.agency, "decided by"),
    ],
  };
};

/** Of two values of one attribute at one instant the later counts. */
const byTime = (values: ReadonlyArray<OcelValue>): ReadonlyArray<OcelValue> => {
  const last = new Map(values.map((value) => [`${value.name} ${value.since}`, value]));
  return [...last.values()].toSorted(
    (a, b) => (a.since ?? Number.NEGATIVE_INFINITY) - (b.since ?? Number.NEGATIVE_INFINITY) || 0,
  );
};
