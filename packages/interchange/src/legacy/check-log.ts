import { dossierStream } from "@motcua/core";
import { checkEvents, type EventRefused } from "@motcua/event-store";
import { isLeft, right } from "fp-ts/lib/Either.js";
import type { TaskEither } from "fp-ts/lib/TaskEither.js";
import type { ImportFault } from "../fault.js";
import { readSource } from "../read-source.js";
import type { Source } from "../text/source.js";
import { claimOf, factsOf } from "./claim.js";
import type { Anomaly, Preset } from "./preset.js";

/** A log that was read whole and found to be sound: the only thing that can be imported. */
export interface CheckedLog {
  readonly source: Source;
  readonly preset: Preset;
  /** Ids of the dossiers that it tells of. */
  readonly dossiers: ReadonlySet<string>;
  /** Cases, each part of one counted. */
  readonly cases: number;
  /** Events that it makes. */
  readonly events: number;
  readonly anomalies: Readonly<Partial<Record<Anomaly, number>>>;
}

/**
 * Reads a whole log, as a preset understands it, and writes nothing: a fault in its last line is found before its first
 * line is imported.
 *
 * @param progress  called with the number of cases so far
 */
export const checkLog =
  (
    source: Source,
    preset: Preset,
    progress: (cases: number) => void = () => undefined,
  ): TaskEither<ImportFault | EventRefused, CheckedLog> =>
  async () => {
    const dossiers = new Set<string>();
    const anomalies: Partial<Record<Anomaly, number>> = {};
    let [cases, made] = [0, 0];
    for await (const batch of readSource(source, preset.reading)) {
      if (isLeft(batch)) return batch;
      for (const part of batch.right) {
        const imported = factsOf(part, source, preset);
        if (isLeft(imported)) return imported;
        const id = preset.dossierId(part.id);
        const events = imported.right.facts.map((fact) => claimOf(fact, id, preset).event);
        const refused = checkEvents(dossierStream(id), events);
        if (isLeft(refused)) return refused;
        // What later parts say about the whole case has been counted.
        const isLater = dossiers.has(id);
        const { ofCase, ofEvents } = imported.right.anomalies;
        for (const anomaly of isLater ? ofEvents : [...ofCase, ...ofEvents]) {
          anomalies[anomaly] = (anomalies[anomaly] ?? 0) + 1;
        }
        made += imported.right.facts.filter(({ about }) => about === "event" || !isLater).length;
        dossiers.add(id);
      }
      cases += batch.right.length;
      progress(cases);
    }
    return right({ source, preset, dossiers, cases, events: made, anomalies });
  };
