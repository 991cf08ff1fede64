import type { DossierEvent } from "@motcua/core";
import type { Either } from "fp-ts/lib/Either.js";
import type { CsvOptions } from "../csv/options.js";
import type { Doubt } from "../fault.js";
import type { SourceCase } from "../source-case.js";

/** Something odd in the source. It is kept as it is, and counted; nothing is dropped or put right. */
export type Anomaly =
  /** The case ends before it begins. */
  | "endBeforeStart"
  /** An event lies before its case begins, or after it ends. */
  | "eventBeforeStart"
  | "eventAfterEnd"
  /** The case does not say when it began: it has a history, but was never received. */
  | "noReceptionDate"
  /** The source's status says that the case has ended, and there is no end; or that it is open, and there is one. */
  | "endedWithoutEnd"
  | "openWithEnd"
  /** An amount below zero; or one with more decimal places than its map keeps, which makes no charge and no payment. */
  | "amountNegative"
  | "amountNotExact"
  /** What was paid so far did not grow by what was paid. */
  | "runningTotalDiffers"
  /** A step has a due date and nobody who is to do it. */
  | "stepDueWithoutHandler"
  /** A word of the source that the map has no other for. */
  | "valueNotMapped"
  /** The source now says something else than what was imported from it before; what is stored stays. */
  | "differsFromStored";

/** A fact found in the source, under a name by which it is recognised when it is imported again. */
export interface Fact {
  /** Unique within the case: `received`, `event/4213`, … */
  readonly key: string;
  /** Each part of a case tells the facts of the whole case again; they are written once. */
  readonly about: "case" | "event";
  readonly event: DossierEvent;
  /** Members of the data that were taken from the events of this part: another part may lead to others. */
  readonly inferred?: ReadonlyArray<string>;
}

/** What a case, or a part of one, says. */
export interface ImportedFacts {
  /** In the order in which they are to stand in the stream. */
  readonly facts: ReadonlyArray<Fact>;
  readonly anomalies: {
    /** Told again by each part of the case. */
    readonly ofCase: ReadonlyArray<Anomaly>;
    readonly ofEvents: ReadonlyArray<Anomaly>;
  };
}

/** How the cases of one kind of log become dossiers. */
export interface Preset {
  readonly name: string;
  /** Id of the dossier of a case. */
  readonly dossierId: (caseId: string) => string;
  /** How its files are read; by the defaults where it does not say. */
  readonly reading?: CsvOptions;
  /** The left says which attribute has a value that cannot be meant. */
  readonly factsOf: (source: SourceCase) => Either<Doubt & { readonly attribute: string }, ImportedFacts>;
}
