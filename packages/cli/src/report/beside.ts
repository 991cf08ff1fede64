import type { Projection } from "@motcua/event-store";

/** Two views folded in one reading of the log, for a report that needs both. */
export const beside = <A, B>(
  name: string,
  a: Required<Projection<A>>,
  b: Required<Projection<B>>,
): Required<Projection<readonly [A, B]>> => {
  const [ofA, ofB] = [new Set(a.handles), new Set(b.handles)];
  return {
    name,
    version: 1,
    handles: [...new Set([...a.handles, ...b.handles])],
    empty: () => [a.empty(), b.empty()],
    step: ([viewA, viewB], event) => [
      ofA.has(event.type) ? a.step(viewA, event) : viewA,
      ofB.has(event.type) ? b.step(viewB, event) : viewB,
    ],
    concat: ([a1, b1], [a2, b2]) => [a.concat(a1, a2), b.concat(b1, b2)],
  };
};
