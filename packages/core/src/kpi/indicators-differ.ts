import type { Indicators } from "./indicators.js";
import { rounded } from "./ratio.js";

type Differing<A> = { readonly [Key in keyof A]: A[Key] extends number | null ? A[Key] : Differing<A[Key]> };

/** For each indicator how much more it is, with six decimals. */
export type Differences = Differing<Indicators>;

type Tree = { readonly [key: string]: number | null | Tree };

/** Each indicator less what it was before; `null` where one of the two is not known. */
export const differencesOf = (before: Indicators, after: Indicators): Differences =>
  subtracted(treeOf(before), treeOf(after)) as unknown as Differences;

/** The paths of the indicators that are not the same, such as `resolved.late`. */
export const figuresThatDiffer = (before: Indicators, after: Indicators): ReadonlyArray<string> =>
  pathsThatDiffer(treeOf(before), treeOf(after), "");

const treeOf = (figures: Indicators): Tree => figures as unknown as Tree;

const subtracted = (before: Tree, after: Tree): Tree =>
  Object.fromEntries(
    Object.entries(after).map(([key, now]) => {
      const then = before[key] ?? null;
      if (isTree(now)) return [key, subtracted(isTree(then) ? then : {}, now)];
      return [key, now === null || then === null || isTree(then) ? null : rounded(now - then)];
    }),
  );

const pathsThatDiffer = (before: Tree, after: Tree, under: string): ReadonlyArray<string> =>
  Object.entries(after).flatMap(([key, now]) => {
    const then = before[key] ?? null;
    if (isTree(now)) return pathsThatDiffer(isTree(then) ? then : {}, now, `${under}${key}.`);
    return now === then ? [] : [`${under}${key}`];
  });

const isTree = (value: number | null | Tree): value is Tree => typeof value === "object" && value !== null;
