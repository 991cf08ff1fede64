import {
  type CatalogueRows,
  catalogueRows,
  type DossierRegister,
  type DossierRows,
  dossierRegister,
  dossierRows,
  type PetitionRows,
  petitionRows,
  type RevenueAccounts,
  revenueAccounts,
  type TimeRows,
  timeRows,
} from "@motcua/core";
import type { Projection } from "@motcua/event-store";

/** What reports are computed from. */
export interface Views {
  readonly dossierRows: DossierRows;
  readonly catalogueRows: CatalogueRows;
  readonly petitionRows: PetitionRows;
  readonly revenueAccounts: RevenueAccounts;
  readonly dossierRegister: DossierRegister;
  readonly timeRows: TimeRows;
}

/** By name: a name can be told to another thread, functions cannot. */
export const projections: { readonly [Name in keyof Views]: Required<Projection<Views[Name]>> } = {
  dossierRows,
  catalogueRows,
  petitionRows,
  revenueAccounts,
  dossierRegister,
  timeRows,
};

/** What a report leaves out: what happened after `asOf`, what was recorded after `knownAt`. */
export interface Sight {
  readonly asOf?: number;
  readonly knownAt?: number;
}

/** Whether an event is to be seen. */
export const within =
  ({ asOf = Number.POSITIVE_INFINITY, knownAt = Number.POSITIVE_INFINITY }: Sight) =>
  ({ occurredAt, recordedAt }: { readonly occurredAt: number; readonly recordedAt: number }): boolean =>
    occurredAt <= asOf && recordedAt <= knownAt;
