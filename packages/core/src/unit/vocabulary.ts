import * as t from "io-ts/lib/index.js";

/**
 * What a unit is: a level of territory (province, district, ward, commune), a one-stop centre, an agency, or a branch of
 * one. The district level is gone since 1 July 2025 (NĐ 118/2025/NĐ-CP); what it was before that day stays known.
 */
export const UnitKind = t.keyof({
  province: null,
  district: null,
  ward: null,
  commune: null,
  centre: null,
  agency: null,
  branch: null,
});
export type UnitKind = t.TypeOf<typeof UnitKind>;

/** All kinds, from the widest territory to a branch. */
export const UNIT_KINDS = Object.keys(UnitKind.keys) as ReadonlyArray<UnitKind>;

/** One criterion of a standard, and whether it was found to be met. */
export const CriterionFinding = t.readonly(t.type({ criterion: t.string, met: t.boolean }));
export type CriterionFinding = t.TypeOf<typeof CriterionFinding>;
