import { isFourOnSpot } from "../procedure/on-spot.js";
import type { ProcedureOn } from "../procedure/procedure-on.js";
import { ratio } from "./ratio.js";

/** A procedure on the date of a report. */
export interface CatalogueItem {
  readonly on: ProcedureOn;
  /** How many versions of it had begun by then. */
  readonly versions: number;
}

/**
 * How many procedures there are, and what is promised of them. All but `versions` and `repealed` count procedures in force
 * on the date of the report.
 *
 * Rates are shares of `procedures`, `null` where there are none.
 */
export interface CatalogueFigures {
  readonly procedures: number;
  /** That decide at least one of the procedures; agencies that only do a step are not counted. */
  readonly agencies: number;
  readonly sameDay: number;
  /** With an announced term shorter than the legal one. */
  readonly shortened: number;
  /** At level 3 or 4 (NĐ 43/2011/NĐ-CP, Đ3.4). */
  readonly onlineLevel34: number;
  /** By the names of NĐ 42/2022/NĐ-CP: none before they came. */
  readonly online: { readonly whole: number; readonly partial: number };
  /** Received, appraised, approved and delivered at the centre ("4 tại chỗ"). */
  readonly fourOnSpot: number;
  /** Versions that had begun, of all procedures, repealed ones too. */
  readonly versions: number;
  readonly repealed: number;
  readonly rates: {
    readonly sameDay: number | null;
    readonly shortened: number | null;
    readonly onlineLevel34: number | null;
    readonly fourOnSpot: number | null;
  };
}

export const catalogueFigures = (items: ReadonlyArray<CatalogueItem>): CatalogueFigures => {
  const inForce = items.filter(({ on }) => on.standing === "inForce").map(({ on }) => on);
  const count = (counts: (on: ProcedureOn) => boolean) => inForce.filter(counts).length;
  const procedures = inForce.length;
  const sameDay = count((on) => on.sameDay);
  const shortened = count(({ committedTerm }) => committedTerm !== null);
  const onlineLevel34 = count(({ onlineLevel }) => onlineLevel !== null && onlineLevel >= 3);
  const fourOnSpot = count(({ onSpot }) => isFourOnSpot(onSpot));
  return {
    procedures,
    agencies: new Set(inForce.map(({ version }) => version?.agency)).size,
    sameDay,
    shortened,
    onlineLevel34,
    online: {
      whole: count(({ onlineService }) => onlineService === "whole"),
      partial: count(({ onlineService }) => onlineService === "partial"),
    },
    fourOnSpot,
    versions: items.reduce((sum, { versions }) => sum + versions, 0),
    repealed: items.filter(({ on }) => on.standing === "repealed").length,
    rates: {
      sameDay: ratio(sameDay, procedures),
      shortened: ratio(shortened, procedures),
      onlineLevel34: ratio(onlineLevel34, procedures),
      fourOnSpot: ratio(fourOnSpot, procedures),
    },
  };
};
