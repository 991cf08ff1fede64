import { addToDraft, type DossierDraft, dossierDraft } from "../export/dossier-draft.js";
import { type DossierFacts, dossierFacts } from "../export/dossier-facts.js";
import type { GatheredDossier, Gathering } from "../export/gathering.js";
import type { Column } from "./column.js";

/** A dossier as a row. */
export interface DossierRow {
  readonly id: string;
  readonly facts: DossierFacts;
  readonly events: number;
  readonly handler: string | null;
  readonly supplements: number;
  readonly reschedules: number;
}

export interface DossierTally {
  readonly draft: DossierDraft;
  events: number;
}

export const tallyGathering: Gathering<DossierTally> = {
  begin: () => ({ draft: dossierDraft(), events: 0 }),
  add: (tally, event) => {
    addToDraft(tally.draft, event);
    tally.events += 1;
  },
};

export const dossierRow = ({ id, gathered: { draft, events } }: GatheredDossier<DossierTally>): DossierRow => {
  const { handler, supplements, reschedules } = draft.state;
  return { id, facts: dossierFacts(draft), events, handler, supplements, reschedules };
};

type Of<Kind> = { [Fact in keyof DossierFacts]: DossierFacts[Fact] extends Kind ? Fact : never }[keyof DossierFacts];

const text = (name: Of<string | null>, meaning: string): Column<DossierRow> => ({
  name,
  kind: "text",
  meaning,
  cell: ({ facts }) => facts[name],
});

const instant = (name: string, fact: Of<number | null>, meaning: string): Column<DossierRow> => ({
  name,
  kind: "instant",
  meaning,
  cell: ({ facts }) => facts[fact],
});

const due = (name: string, fact: "promised" | "due", meaning: string): ReadonlyArray<Column<DossierRow>> => [
  {
    name: `${name}_date`,
    kind: "date",
    meaning: `${meaning}: through which local date`,
    cell: ({ facts: { [fact]: value } }) => (typeof value === "string" ? value : null),
  },
  {
    name: `${name}_at`,
    kind: "instant",
    meaning: `${meaning}: or up to which instant`,
    cell: ({ facts: { [fact]: value } }) => (typeof value === "number" ? value : null),
  },
];

/** The register: every dossier, one a row, as it stands at the end of the log; corrections are in it. */
export const DOSSIER_COLUMNS: ReadonlyArray<Column<DossierRow>> = [
  { name: "dossier", kind: "text", meaning: "its id", cell: ({ id }) => id },
  text("code", "the code on its appointment receipt"),
  text("status", "where it stands"),
  text("centre", "the centre"),
  text("unit", "the unit that received it"),
  text("agency", "the agency that decides it"),
  text("procedure", "code of the procedure"),
  text("field", "its field of work"),
  text("channel", "how it came in"),
  text("subject", "an opaque name for the applicant"),
  instant("received_at", "received", "when it was received"),
  ...due("promised", "promised", "what the appointment receipt promised"),
  ...due("due", "due", "the promise as the clock has moved it"),
  instant("resolved_at", "resolved", "when it was decided"),
  text("outcome", "granted or refused"),
  instant("returned_at", "returned", "when the applicant had the result"),
  {
    name: "handler",
    kind: "text",
    meaning: "who has it, or had it last: an opaque id",
    cell: ({ handler }) => handler,
  },
  { name: "supplements", kind: "integer", meaning: "how often something was missing", cell: (row) => row.supplements },
  { name: "reschedules", kind: "integer", meaning: "how often its date was moved", cell: (row) => row.reschedules },
  { name: "events", kind: "integer", meaning: "how many events it has", cell: ({ events }) => events },
];
