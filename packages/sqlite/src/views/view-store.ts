import type { Build, Cursor, LeaseLost, Part, PartState, SavedPart, ViewName, ViewStore } from "@motcua/event-store";
import { left, right } from "fp-ts/lib/Either.js";
import type { Connection } from "../driver.js";
import { preparedOver, workOver } from "./work.js";

/** Views over this connection. */
export const viewStoreOver = (connection: Connection, now: () => number): ViewStore => {
  const sql = statements(connection);
  const { read, write } = workOver(connection, "view");

  return {
    parts: (of) =>
      read(() => {
        const rows = of === undefined ? sql.parts().all() : sql.partsOf().all(of);
        return right((rows as ReadonlyArray<PartRow>).map((row) => stateOf(row, now())));
      }),
    begin: ({ name, version }, parts) =>
      write(() => {
        const last = sql.lastBuild().get({ name, version }) as (Build & { readonly serves: number }) | undefined;
        if (last?.serves === 0) return right({ name, version, build: last.build, parts: last.parts });
        const build: Build = { name, version, build: (last?.build ?? 0) + 1, parts };
        // A view whose parts were dropped may still be there, of another number of parts.
        sql.forget().run(buildOf(build));
        for (let part = 0; part < parts; part++) sql.addPart().run({ ...build, part });
        return right(build);
      }),
    claim: (part, owner, forMs) =>
      write(() => {
        const held = sql.holder().get(keyOf(part)) as Holder | undefined;
        if (held === undefined) return left(lostBy(part));
        if (held.owner !== null && held.owner !== owner && held.leased_until > now()) return right(null);
        const token = held.token + 1;
        sql.claim().run({ ...keyOf(part), owner, token, until: now() + forMs });
        return right({ ...part, owner, token });
      }),
    load: (part) => read(() => right(savedOf(sql.load().get(keyOf(part)) as SavedRow | undefined))),
    save: (lease, { saved, deadLetter, forMs }) =>
      write(() => {
        const key = keyOf(lease);
        const held = sql.holder().get(key) as Holder | undefined;
        // Of another building of the same number, whose parts were dropped, the tokens may be the same.
        if (held?.token !== lease.token || held.parts !== lease.parts) return left(lostBy(lease));
        sql.hold().run({ ...key, owner: forMs > 0 ? lease.owner : null, until: now() + forMs });
        if (saved !== undefined) {
          const { cursor, folded, last } = saved.checkpoint;
          sql.save().run({ ...key, cursor, folded, last: last && JSON.stringify(last), at: now(), bytes: saved.view });
        }
        if (saved !== undefined || deadLetter !== undefined)
          sql.setAside().run({ ...key, deadLetter: deadLetter === undefined ? null : JSON.stringify(deadLetter) });
        return right(undefined);
      }),
    serve: (build) =>
      write(() => {
        for (const table of ["views", "parts"] as const) sql.dropBefore(table).run(buildOf(build));
        sql.serve().run(buildOf(build));
        return right(undefined);
      }),
    close: async () => {
      connection.close();
    },
  };
};

const KEY = "name = :name AND version = :version AND build = :build AND part = :part";

const STATES = `
SELECT p.*, v.cursor, v.folded, v.last, v.saved_at
FROM parts p LEFT JOIN views v USING (name, version, build, part)`;
const IN_ORDER = "ORDER BY p.name, p.version, p.build, p.part";

const statements = (connection: Connection) => {
  const of = preparedOver(connection);
  return {
    parts: of(`${STATES} ${IN_ORDER}`),
    partsOf: of(`${STATES} WHERE p.name = :name AND p.version = :version ${IN_ORDER}`),
    lastBuild: of("SELECT * FROM parts WHERE name = :name AND version = :version ORDER BY build DESC LIMIT 1"),
    addPart: of(
      "INSERT INTO parts (name, version, build, part, parts) VALUES (:name, :version, :build, :part, :parts)",
    ),
    forget: of("DELETE FROM views WHERE name = :name AND version = :version AND build = :build"),
    holder: of(`SELECT owner, leased_until, token, parts FROM parts WHERE ${KEY}`),
    claim: of(`UPDATE parts SET owner = :owner, token = :token, leased_until = :until WHERE ${KEY}`),
    hold: of(`UPDATE parts SET owner = :owner, leased_until = :until WHERE ${KEY}`),
    setAside: of(`UPDATE parts SET dead_letter = :deadLetter WHERE ${KEY}`),
    load: of(`SELECT cursor, folded, last, bytes FROM views WHERE ${KEY}`),
    save: of(`
      INSERT INTO views (name, version, build, part, cursor, folded, last, saved_at, bytes)
      VALUES (:name, :version, :build, :part, :cursor, :folded, :last, :at, :bytes)
      ON CONFLICT DO UPDATE SET cursor = excluded.cursor, folded = excluded.folded, last = excluded.last,
                                saved_at = excluded.saved_at, bytes = excluded.bytes`),
    dropBefore: (table: "parts" | "views") =>
      of(`DELETE FROM ${table} WHERE name = :name AND (version, build) < (:version, :build)`)(),
    serve: of("UPDATE parts SET serves = 1 WHERE name = :name AND version = :version AND build = :build"),
  };
};

interface Holder {
  readonly owner: string | null;
  readonly leased_until: number;
  readonly token: number;
  readonly parts: number;
}

interface SavedRow {
  readonly cursor: string;
  readonly folded: number;
  readonly last: string | null;
  readonly bytes: Uint8Array;
}

interface PartRow extends Part, Holder, Omit<SavedRow, "cursor" | "bytes"> {
  readonly serves: number;
  readonly dead_letter: string | null;
  /** `null` where nothing has been saved. */
  readonly cursor: string | null;
  readonly saved_at: number | null;
}

const stateOf = (row: PartRow, now: number): PartState => ({
  ...keyOf(row),
  parts: row.parts,
  serves: row.serves === 1,
  checkpoint: row.cursor === null ? null : checkpointOf({ ...row, cursor: row.cursor }),
  savedAt: row.saved_at,
  owner: row.leased_until > now ? row.owner : null,
  deadLetter: row.dead_letter === null ? null : JSON.parse(row.dead_letter),
});

const savedOf = (row: SavedRow | undefined): SavedPart | null =>
  row === undefined ? null : { checkpoint: checkpointOf(row), view: row.bytes };

const checkpointOf = ({ cursor, folded, last }: Omit<SavedRow, "bytes">): SavedPart["checkpoint"] => ({
  cursor: cursor as Cursor,
  folded,
  last: last === null ? null : JSON.parse(last),
});

const buildOf = ({ name, version, build }: ViewName & Pick<Build, "build">) => ({ name, version, build });

const keyOf = ({ name, version, build, part }: Omit<Part, "parts">) => ({ name, version, build, part });

const lostBy = (part: Part): LeaseLost => ({ code: "LeaseLost", part: { ...keyOf(part), parts: part.parts } });
