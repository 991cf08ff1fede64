import { dossierEvents, dossierStream } from "@motcua/core";
import { type AppendError, checkEvents, type EventRefused, type EventStore, type ReadError } from "@motcua/event-store";
import { type Either, isLeft, left, right } from "fp-ts/lib/Either.js";
import type { TaskEither } from "fp-ts/lib/TaskEither.js";
import { v5 } from "uuid";
import type { ImportFault } from "../fault.js";
import { readSource } from "../read-source.js";
import type { SourceCase } from "../source-case.js";
import type { Source } from "../text/source.js";
import { type Claim, mergeInto } from "./merge.js";
import type { Anomaly, Fact, ImportedFacts, Preset } from "./preset.js";

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

/** How far an import is: first the whole file is checked, then written. */
export interface ImportProgress {
  readonly phase: "checking" | "writing";
  readonly cases: number;
  /** Known once the file has been checked. */
  readonly ofCases: number | null;
}

export interface ImportOptions {
  /** Only says what would come in. */
  readonly dryRun?: boolean;
  readonly progress?: (progress: ImportProgress) => void;
}

/**
 * Brings a legacy log in, as a preset reads it. The file is read twice: nothing is written before all of it has been
 * found to be sound and fit for a store. What a batch says of a dossier is one append, so an interrupted import goes on
 * where it was, and importing the same file again changes nothing.
 *
 * Memory holds a few hundred cases and the ids of all, whatever the size of the file.
 *
 * @example
 * const source = await openSource("receipt.xes.gz");
 * if (isRight(source)) await importLog(store, source.right, receipt)();
 */
export const importLog =
  (
    store: Pick<EventStore, "append" | "readStream">,
    source: Source,
    preset: Preset,
    { dryRun = false, progress = () => undefined }: ImportOptions = {},
  ): TaskEither<ImportFault | AppendError | ReadError, ImportSummary> =>
  async () => {
    const checked = await check(source, preset, progress);
    if (isLeft(checked)) return checked;
    const { dossiers, cases, anomalies } = checked.right;
    const changed = new Set<string>();
    let [events, differing, written] = [0, 0, 0];
    if (dryRun) return right({ dossiers: dossiers.size, events: checked.right.facts, anomalies, skipped: 0 });

    for await (const batch of readSource(source)) {
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
      progress({ phase: "writing", cases: written, ofCases: cases });
    }
    return right({
      dossiers: dossiers.size,
      events,
      anomalies: differing === 0 ? anomalies : { ...anomalies, differsFromStored: differing },
      skipped: dossiers.size - changed.size,
    });
  };

interface Checked {
  readonly dossiers: ReadonlySet<string>;
  readonly cases: number;
  readonly facts: number;
  readonly anomalies: Readonly<Partial<Record<Anomaly, number>>>;
}

/** Reads the whole file without writing anything. */
const check = async (
  source: Source,
  preset: Preset,
  progress: (progress: ImportProgress) => void,
): Promise<Either<ImportFault | EventRefused, Checked>> => {
  const dossiers = new Set<string>();
  const anomalies: Partial<Record<Anomaly, number>> = {};
  let [cases, facts] = [0, 0];
  for await (const batch of readSource(source)) {
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
      facts += imported.right.facts.filter(({ about }) => about === "event" || !isLater).length;
      dossiers.add(id);
    }
    cases += batch.right.length;
    progress({ phase: "checking", cases, ofCases: null });
  }
  return right({ dossiers, cases, facts, anomalies });
};

const factsOf = (part: SourceCase, { file }: Source, preset: Preset): Either<ImportFault, ImportedFacts> => {
  const facts = preset.factsOf(part);
  if (!isLeft(facts)) return facts;
  const { attribute, expected, found } = facts.left;
  return left({ code: "ValueInvalid", file, line: part.line, column: attribute, expected, found });
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

/** The id of an event follows from the log, the dossier and the fact: importing again finds it again. */
const claimOf = ({ key, event, inferred = [] }: Fact, dossierId: string, preset: Preset): Claim => {
  const id = v5(`${preset.name}/${dossierId}/${key}`, IMPORTS);
  const { schemaVersion } = dossierEvents[event.type];
  return { event: { ...event, id, schemaVersion, meta: { source: preset.name } }, inferred };
};

/** The name space of ids that come from imported logs (RFC 9562, version 5). */
const IMPORTS = "3f6b1c0a-52c7-5d0e-9a0e-8a7f3c9d1e22";
