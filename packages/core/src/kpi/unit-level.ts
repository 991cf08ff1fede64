import type { CompetenceLevel } from "../procedure/vocabulary.js";
import { lineOf, type UnitTree } from "../unit/tree.js";
import type { UnitKind } from "../unit/vocabulary.js";
import type { Service } from "./services.js";

/**
 * The level of an agency: that of the territory it stands under, else that of its procedures where these are all of one.
 * `null` where it is not known.
 */
export const levelOf = (tree: UnitTree, agency: string, services: ReadonlyArray<Service>): CompetenceLevel | null => {
  for (const { kind } of lineOf(tree, agency)) {
    const level = LEVELS[kind];
    if (level !== undefined) return level;
  }
  return onlyOne(services.filter((service) => service.agency === agency).map(({ competence }) => competence));
};

/** The level that all agencies have in common, if they do. */
export const commonLevel = (tree: UnitTree, services: ReadonlyArray<Service>): CompetenceLevel | null =>
  onlyOne([...new Set(services.map(({ agency }) => agency))].map((agency) => levelOf(tree, agency, services)));

const LEVELS: Readonly<Partial<Record<UnitKind, CompetenceLevel>>> = {
  province: "province",
  district: "district",
  ward: "commune",
  commune: "commune",
};

const onlyOne = (levels: ReadonlyArray<CompetenceLevel | null>): CompetenceLevel | null => {
  const [first = null, ...others] = new Set(levels);
  return others.length === 0 ? first : null;
};
