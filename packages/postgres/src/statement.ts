import pg from "pg";
import type { Row, RunSql } from "./database.js";

/** A statement with its parameters, as text; `""` for a name where the server is not to keep its plan. */
interface Bound {
  readonly name: string;
  readonly text: string;
  readonly values: ReadonlyArray<string | null>;
}

/** The statements of this package over a connection of its own. */
export const statementsOver = (client: pg.ClientBase, prepare: boolean): RunSql => {
  const run = (name: string, text: string, values: ReadonlyArray<unknown> = [], read: ReadRow = asItIs) =>
    new Promise<ReadonlyArray<unknown>>((resolve, reject) => {
      const bound = { name: prepare && name !== "" ? `motcua:${name}` : "", text, values: values.map(textOf) };
      client.query(new Statement(bound, read, (error, rows = []) => (error ? reject(error) : resolve(rows))));
    });
  return run as RunSql;
};

type ReadRow = (row: Row) => unknown;

const asItIs: ReadRow = (row) => row;

/** A parameter as PostgreSQL reads it, whatever its type. */
const textOf = (value: unknown): string | null => {
  if (typeof value === "string") return value;
  if (value === undefined || value === null) return null;
  return Array.isArray(value) ? `{${value.map(memberOf).join(",")}}` : String(value);
};

const memberOf = (member: unknown): string => {
  const text = textOf(member);
  return text === null ? "NULL" : `"${text.replaceAll(/["\\]/g, "\\$&")}"`;
};

/** What the driver keeps of a connection, and its types do not say: the texts of statements by their names. */
interface Connection extends pg.Connection {
  readonly parsedStatements: Readonly<Record<string, string>>;
  readonly submittedNamedStatements: Record<string, string>;
}

/**
 * Takes the place of the driver's own query, in its queue and under its clock: it would send no other kind over a connection
 * that many share.
 *
 * All columns come as text, and in the order that the statement names them. So the server need not describe them each time,
 * and rows are read as they come, while the server looks for the next.
 */
class Statement extends pg.Query implements Bound {
  readonly name: string;
  readonly text: string;
  readonly values: Bound["values"];
  /** Not read-only: the driver puts another in its place, which stops its clock. */
  callback: (error?: Error | null, rows?: ReadonlyArray<unknown>) => void;
  readonly #read: ReadRow;
  readonly #rows: unknown[] = [];
  #unreadable: Error | undefined;

  constructor({ name, text, values }: Bound, read: ReadRow, callback: Statement["callback"]) {
    super(text);
    this.name = name;
    this.text = text;
    this.values = values;
    this.callback = callback;
    this.#read = read;
  }

  /** Called by the driver when it is this one's turn, with the packet held open. */
  prepare(connection: Connection): void {
    const { name, text, values } = this;
    if ((connection.parsedStatements[name] ?? connection.submittedNamedStatements[name]) === undefined) {
      connection.parse({ name, text, types: [] }, true);
      if (name !== "") connection.submittedNamedStatements[name] = text;
    }
    connection.bind({ statement: name, values: values as (string | null)[] }, true);
    connection.execute(null, true);
    connection.sync();
  }

  requiresPreparation(): boolean {
    return true;
  }

  handleDataRow({ fields }: { readonly fields: Row }): void {
    if (this.#unreadable !== undefined) return;
    try {
      this.#rows.push(this.#read(fields));
    } catch (cause) {
      this.#unreadable = cause as Error;
    }
  }

  handleCommandComplete(): void {
    // How many rows there were is known.
  }

  handleReadyForQuery(): void {
    this.callback(this.#unreadable, this.#rows);
  }

  handleError(error: Error): void {
    this.callback(error);
  }
}
