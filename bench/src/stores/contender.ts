import type { NewEvent } from "@motcua/event-store";

/** `hand`: statements written for the row, with the guarantees of the port and no more; the fastest of them is the ceiling. */
export type Kind = "hand" | "ours" | "peer";

/** A way to keep a log, opened on a log of its own. */
export interface Contender {
  /**
   * Adds events at the end of a stream that stands at `version`, and rejects if it stands elsewhere.
   *
   * @param lane  which of the concurrent callers asks; one of them has at most one call under way
   */
  readonly append: (stream: string, events: ReadonlyArray<NewEvent>, version: number, lane: number) => Promise<unknown>;
  /** Reads a whole stream, parsed. Answers how many events it has. */
  readonly load: (stream: string, lane: number) => Promise<number>;
  /** Reads the whole log, parsed, in pages. Answers how many events it has; `undefined` where it cannot be read. */
  readonly readAll: (() => Promise<number>) | undefined;
  readonly close: () => Promise<unknown>;
}

/** A contender that is not open yet. */
export interface Entry {
  readonly name: string;
  readonly kind: Kind;
  readonly open: () => Promise<Contender>;
  /** Appends that are under way at a time are refused by it. */
  readonly onlyInTurn?: true;
}

/** Events of one page of a read of the whole log: the default of the port. */
export const PAGE = 1_000;

/** An answer that is no error, or an end to the benchmark. */
export const must = <A>(
  answer:
    | { readonly _tag: "Left"; readonly left: { readonly code: string } }
    | { readonly _tag: "Right"; readonly right: A },
): A => {
  if (answer._tag === "Left") throw new Error(JSON.stringify(answer.left));
  return answer.right;
};
