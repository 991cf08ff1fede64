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
} from "@motcua/core";
import type { Projection } from "@motcua/event-store";
import { beside } from "./beside.js";

/** What reports are computed from, by the names of the projections. */
export interface Views {
  readonly dossierRows: DossierRows;
  readonly catalogueRows: CatalogueRows;
  readonly catalogueAndDossiers: readonly [CatalogueRows, DossierRows];
  readonly dossiersAndPetitions: readonly [readonly [CatalogueRows, DossierRows], PetitionRows];
  readonly petitionRows: PetitionRows;
  readonly revenueAccounts: RevenueAccounts;
  readonly dossierRegister: DossierRegister;
}

const catalogueAndDossiers = beside("catalogue-and-dossiers", catalogueRows, dossierRows);

/** By name: a name can be told to another thread, functions cannot. */
export const projections: { readonly [Name in keyof Views]: Required<Projection<Views[Name]>> } = {
  dossierRows,
  catalogueRows,
  catalogueAndDossiers,
  dossiersAndPetitions: beside("dossiers-and-petitions", catalogueAndDossiers, petitionRows),
  petitionRows,
  revenueAccounts,
  dossierRegister,
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
