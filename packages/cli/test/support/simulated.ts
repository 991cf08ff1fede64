import { join } from "node:path";
import { folder, motcuaJson } from "./motcua.js";

/** A small simulated year in a log that goes with the test; answers the option that names it. */
export const simulated = async (dossiers = 400): Promise<ReadonlyArray<string>> => {
  const store = ["--store", `sqlite:${join(folder(), "year.db")}`];
  await motcuaJson("simulate", "--dossiers", `${dossiers}`, "--seed", "3", ...store);
  return store;
};

/** A dossier as `dossier list` has it. */
export interface Listed {
  readonly id: string;
  readonly code: string | null;
  readonly status: string;
}

/** The dossiers of a log. */
export const listed = async (store: ReadonlyArray<string>): Promise<ReadonlyArray<Listed>> =>
  (await motcuaJson<{ dossiers: ReadonlyArray<Listed> }>("dossier", "list", ...store)).dossiers;

/** Some dossier of which something is true. */
export const dossierThat = async (
  store: ReadonlyArray<string>,
  is: (dossier: Listed) => boolean,
): Promise<Listed & { readonly code: string }> => {
  const found = (await listed(store)).find(is);
  if (found?.code == null) throw new Error("the simulated year has no such dossier");
  return { ...found, code: found.code };
};
