import type { DossierFacts } from "../export/dossier-facts.js";

/** Under which names a trace tells the facts of its dossier. Facts without a name are not told. */
export type TraceNames = Readonly<Partial<Record<keyof DossierFacts, string>>>;

/**
 * A log that came in by a preset goes out under the names that it came in with, so that the preset reads it again; what the
 * preset had made up beside is left out.
 */
export const traceNames = (log: string | null): TraceNames => (log === "receipt" ? RECEIPT : DOSSIER);

const RECEIPT: TraceNames = {
  received: "startdate",
  promised: "deadline",
  resolved: "enddate",
  agency: "department",
  channel: "channel",
};

const DOSSIER: TraceNames = {
  code: "dossier:code",
  status: "dossier:status",
  centre: "dossier:centre",
  unit: "dossier:unit",
  agency: "dossier:agency",
  procedure: "dossier:procedure",
  field: "dossier:field",
  channel: "dossier:channel",
  subject: "dossier:subject",
  received: "dossier:received",
  promised: "dossier:promised",
  due: "dossier:due",
  resolved: "dossier:resolved",
  outcome: "dossier:outcome",
  returned: "dossier:returned",
};
