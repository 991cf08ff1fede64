import type { Instant } from "../time/instant.js";
import type { LocalDate } from "../time/local-date.js";
import { type UnitState, unitKnownAt } from "./state.js";
import { type UnitOn, unitOn } from "./unit-on.js";
import type { UnitKind } from "./vocabulary.js";

/** All units of a store, by their streams. */
export interface Units {
  readonly units: ReadonlyMap<string, UnitState>;
}

/** A unit in force, and where it stands. */
export interface UnitNode {
  readonly code: string;
  readonly name: string;
  readonly kind: UnitKind;
  /** `null` at the root of a tree. */
  readonly parent: string | null;
  /** By their codes, in order. */
  readonly children: ReadonlyArray<string>;
}

/** The units in force on a date, by their codes. A store may hold several trees: of a city, of a province. */
export type UnitTree = ReadonlyMap<string, UnitNode>;

/**
 * The units that exist on a local date, each under its parent.
 *
 * A unit whose parent was dissolved stands under the parent's successor, and theirs, until it is moved; without any it is
 * a root. So the tree of every day can be asked for, before and after 1 July 2025 alike.
 */
export const unitTree = ({ units }: Units, date: LocalDate): UnitTree => {
  const all = new Map<string, UnitOn>();
  for (const state of units.values()) if (state.code !== null) all.set(state.code, unitOn(state, date));

  const tree = new Map<string, UnitNode & { readonly children: string[] }>();
  for (const code of [...all.keys()].toSorted()) {
    const { standing, name = null, kind = null } = all.get(code) ?? {};
    if (standing === "inForce" && name !== null && kind !== null)
      tree.set(code, { code, name, kind, parent: parentInForce(all, code), children: [] });
  }
  for (const { code, parent } of tree.values()) if (parent !== null) tree.get(parent)?.children.push(code);
  return tree;
};

/** The units as they were known at an instant. */
export const unitsKnownAt = ({ units }: Units, asOf: Instant): Units => ({
  units: new Map([...units].map(([stream, state]) => [stream, unitKnownAt(state, asOf)])),
});

/** Follows successors; those that lead round in a circle lead nowhere. */
const parentInForce = (all: ReadonlyMap<string, UnitOn>, unit: string): string | null => {
  const passed = new Set([unit]);
  let code = all.get(unit)?.parent ?? null;
  while (code !== null && !passed.has(code)) {
    passed.add(code);
    const parent = all.get(code);
    if (parent?.standing === "inForce") return code;
    code = parent?.successor ?? null;
  }
  return null;
};

/**
 * The unit itself, its parent, and so on up to the root. One unit alone cannot see that two were put under each other:
 * such a circle is walked once.
 */
export const lineOf = (tree: UnitTree, code: string): ReadonlyArray<UnitNode> => {
  const line = new Map<string, UnitNode>();
  let node = tree.get(code);
  while (node !== undefined && !line.has(node.code)) {
    line.set(node.code, node);
    node = node.parent === null ? undefined : tree.get(node.parent);
  }
  return [...line.values()];
};

/** Whether a unit is another one, or stands under it at any depth. */
export const isWithin = (tree: UnitTree, unit: string, ancestor: string): boolean =>
  lineOf(tree, unit).some(({ code }) => code === ancestor);

/**
 * The one-stop centre of a unit: the nearest on its way up that is a centre, or that has one directly under it. `null`
 * where there is none, and where a unit has several, of which none is nearer.
 */
export const centreOf = (tree: UnitTree, unit: string): string | null => {
  for (const { code, kind, children } of lineOf(tree, unit)) {
    if (kind === "centre") return code;
    const centres = children.filter((child) => tree.get(child)?.kind === "centre");
    if (centres.length > 0) return centres.length === 1 ? (centres[0] ?? null) : null;
  }
  return null;
};
