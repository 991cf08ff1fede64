import type { PostgresClient } from "./options.js";

export type Row = ReadonlyArray<string>;

/** Runs a statement; a name lets the server keep its plan. `read` is given each row as it comes. */
export type RunSql = <R extends Row = Row, A = R>(
  name: string,
  text: string,
  values?: ReadonlyArray<unknown>,
  read?: (row: R) => A,
) => Promise<ReadonlyArray<A>>;

/** A connection that is lent, to be given back once. */
export interface Lent {
  readonly client: PostgresClient;
  readonly sql: RunSql;
  /** `broken`: what it is in the midst of is not known, so nobody else may have it. */
  readonly giveBack: (broken?: boolean) => void;
}

/** Connections to one database. */
export interface Database {
  /** The log's schema, quoted. */
  readonly schema: string;
  /** `weight`: of a connection that many share, how much will be taken up: 1 by a short statement, 4 is all of it. Default 1. */
  readonly lend: (weight?: number) => Promise<Lent>;
  readonly close: () => Promise<void>;
}

/** Runs work over a lent connection; one on which it failed unforeseen is not given to anybody else. */
export const withConnection = async <A>(
  { lend }: Pick<Database, "lend">,
  work: (lent: Lent) => Promise<A>,
  weight?: number,
): Promise<A> => {
  const lent = await lend(weight);
  let broken = true;
  try {
    const result = await work(lent);
    broken = false;
    return result;
  } finally {
    lent.giveBack(broken);
  }
};

export const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;
