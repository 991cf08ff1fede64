import { dossierStream } from "@motcua/core";
import type { AppendError, EventStore, ReadError } from "@motcua/event-store";
import { type Either, isLeft, right } from "fp-ts/lib/Either.js";
import type { TaskEither } from "fp-ts/lib/TaskEither.js";
import type { ImportFault } from "../fault.js";
import { readSource } from "../read-source.js";
import type { SourceCase } from "../source-case.js";
import type { Source } from "../text/source.js";
import type { CheckedLog } from "./check-log.js";
import { claimOf, factsOf } from "./claim.js";
import { type Claim, mergeInto } from "./merge.js";
import type { Anomaly, Preset } from "./preset.js";

export interface ImportSummary {
  /** Dossiers that the file tells of. */
  readonly dossiers: number;
  /** Events that were appended; none when the file had been imported before. */
  readonly events: number;
  /** Oddities of the source, each counted: kept as they are. */
  readonly anomalies: Readonly<Partial<Record<Anomaly, number>>>;
  /** Dossiers of which everything was there already. */
  readonly skipped: number;
}

/** How many cases have been written, of how many. */
export type ImportProgress = (cases: number, of: number) => void;

/**
 * Brings a checked log into a store. What a batch says of a dossier is one append, so an interrupted import goes on where
 * it was, and importing the same file again changes nothing.
 *
 * Memory holds a few hundred cases and the ids of all, whatever the size of the file.
 *
 * @example
 * const source = await openSource("receipt.xes.gz");
 * if (isRight(source))
 *   await pipe(checkLog(source.right, receipt), chainW((checked) => importLog(store, checked)))();
 */
export const importLog =
  (
    store: Pick<EventStore, "append" | "readStream">,
    { source, preset, dossiers, cases, anomalies }: CheckedLog,
    progress: ImportProgress = () => undefined,
  ): TaskEither<ImportFault | AppendError | ReadError, ImportSummary> =>
  async () => {
    const changed = new Set<string>();
    let [events, differing, written] = [0, 0, 0];
    for await (const batch of readSource(source, preset.reading)) {
      if (isLeft(batch)) return batch;
      const claims = claimsOf(batch.right, source, preset);
      if (isLeft(claims)) return claims;
      // Started together, so that the store may commit them together.
      const merged = await Promise.all(
        [...claims.right].map(async ([id, own]) => ({ id, result: await mergeInto(store, dossierStream(id), own) })),
      );
      for (const { id, result } of merged) {
        if (isLeft(result)) return result;
        events += result.right.appended;
        differing += result.right.differing;
        if (result.right.appended > 0) changed.add(id);
      }
      written += batch.right.length;
      progress(written, cases);
    }
    return right({
      dossiers: dossiers.size,
      events,
      anomalies: differing === 0 ? anomalies : { ...anomalies, differsFromStored: differing },
      skipped: dossiers.size - changed.size,
    });
  };

/** What a batch claims, by dossier; parts of one case are put together in their order. */
const claimsOf = (
  parts: ReadonlyArray<SourceCase>,
  source: Source,
  preset: Preset,
): Either<ImportFault, ReadonlyMap<string, ReadonlyArray<Claim>>> => {
  const claims = new Map<string, Claim[]>();
  for (const part of parts) {
    const imported = factsOf(part, source, preset);
    if (isLeft(imported)) return imported;
    const id = preset.dossierId(part.id);
    const own = claims.get(id) ?? [];
    claims.set(id, own);
    for (const fact of imported.right.facts) own.push(claimOf(fact, id, preset));
  }
  return right(claims);
};
