import {
  type Checkpoint,
  type LeaseLost,
  type Part,
  type PartState,
  unavailable,
  type ViewStore,
  type ViewStoreError,
} from "@motcua/event-store";
import { type Either, left, right } from "fp-ts/lib/Either.js";
import type { TaskEither } from "fp-ts/lib/TaskEither.js";
import type { Database, Row } from "../database.js";
import { rowsOf, tableFailure } from "./asking.js";
import { statementsIn } from "./statements.js";

/** Views in this schema of this database. */
export const viewStoreOver = (database: Database): ViewStore => {
  const statements = statementsIn(database.schema);
  let ended: Promise<void> | undefined;

  /** Runs a statement, and reads its answer. */
  const run =
    <E, A>(
      name: keyof typeof statements,
      values: ReadonlyArray<unknown>,
      read: (rows: ReadonlyArray<Row>) => Either<E, A>,
    ): TaskEither<E | ViewStoreError, A> =>
    async () => {
      if (ended !== undefined) return left(unavailable("the view store is closed"));
      try {
        return read(await rowsOf(database, `views:${name}`, statements[name], values));
      } catch (cause) {
        return left(tableFailure("view", cause));
      }
    };

  return {
    parts: (of) =>
      run("parts", [of?.name, of?.version], (rows) =>
        right(rows.map(([state = ""]) => JSON.parse(state) satisfies PartState)),
      ),
    begin: (view, parts) =>
      run("begin", [view.name, view.version, parts], ([row = []]) =>
        right({ name: view.name, version: view.version, build: Number(row[0]), parts: Number(row[1]) }),
      ),
    claim: (part, owner, forMs) =>
      run("claim", [...keyOf(part), owner, forMs], ([row]) => {
        if (row === undefined) return left(lostBy(part));
        const [token = null] = row;
        return right(token === null ? null : { ...part, owner, token: Number(token) });
      }),
    load: (part) =>
      run("load", keyOf(part), ([row]) => {
        if (row === undefined) return right(null);
        const [checkpoint = "", bytes = ""] = row;
        return right({ checkpoint: JSON.parse(checkpoint) as Checkpoint, view: Buffer.from(bytes, "hex") });
      }),
    save: (lease, { saved, deadLetter, forMs }) => {
      const { cursor, folded, last } = saved?.checkpoint ?? NOTHING;
      const values = [lease.parts, lease.token, lease.owner, forMs, cursor, jsonOf(deadLetter), folded, jsonOf(last)];
      return run("save", [...keyOf(lease), ...values, saved && hexOf(saved.view)], (rows) =>
        rows.length === 0 ? left(lostBy(lease)) : right(undefined),
      );
    },
    serve: ({ name, version, build }) => run("serve", [name, version, build], () => right(undefined)),
    close: () => {
      ended ??= database.close();
      return ended;
    },
  };
};

const NOTHING: Partial<Checkpoint> = {};

const keyOf = ({ name, version, build, part }: Omit<Part, "parts">) => [name, version, build, part] as const;

const jsonOf = (value: object | null | undefined): string | null => (value ? JSON.stringify(value) : null);

/** Not `bytea` as the server writes it: that depends on a setting. */
const hexOf = ({ buffer, byteOffset, byteLength }: Uint8Array): string =>
  Buffer.from(buffer, byteOffset, byteLength).toString("hex");

const lostBy = ({ name, version, build, parts, part }: Part): LeaseLost => ({
  code: "LeaseLost",
  part: { name, version, build, parts, part },
});
