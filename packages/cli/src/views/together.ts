import type { Projection } from "@motcua/event-store";
import { projections, type Views } from "../report/projections.js";

/** Several views folded in one reading of the log. */
export const together = <Name extends keyof Views>(
  names: ReadonlyArray<Name>,
): Required<Projection<Pick<Views, Name>>> => {
  const each = names.map((view) => ({ view, ...projections[view], reads: new Set(projections[view].handles) }));
  return {
    name: names.join(" and "),
    version: 1,
    handles: [...new Set(each.flatMap(({ handles }) => handles))],
    empty: () => Object.fromEntries(each.map(({ view, empty }) => [view, empty()])) as unknown as Pick<Views, Name>,
    step: (views, event) => {
      for (const { view, reads, step } of each)
        if (reads.has(event.type)) views[view] = step(views[view] as never, event) as Views[Name];
      return views;
    },
    concat: (a, b) =>
      Object.fromEntries(
        each.map(({ view, concat }) => [view, concat(a[view] as never, b[view] as never)]),
      ) as unknown as Pick<Views, Name>,
  };
};
