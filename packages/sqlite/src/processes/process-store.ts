import type {
  Cursor,
  DeadIntent,
  ProcessChange,
  ProcessCheckpoint,
  ProcessName,
  ProcessPlace,
  ProcessRow,
  ProcessStanding,
  ProcessStore,
} from "@motcua/event-store";
import { left, right } from "fp-ts/lib/Either.js";
import type { Connection } from "../driver.js";
import { preparedOver, workOver } from "../views/work.js";

/** States of processes over this connection. */
export const processStoreOver = (connection: Connection): ProcessStore => {
  const sql = statements(connection);
  const { read, write } = workOver(connection, "process");

  const apply = (process: ProcessName, { to, rows = [], over = [], dead = [], revived = [] }: ProcessChange): void => {
    const { cursor, folded, last, quietUntil } = to;
    sql.place().run({ ...process, cursor, folded, last: textOf(last), quiet: textOf(quietUntil) });
    for (const { stream, version, state, wakeAt, rung } of rows)
      sql.keep().run({ ...process, stream, at: version, state, wakeAt, rung: JSON.stringify(rung) });
    for (const stream of over) sql.drop().run({ ...process, stream });
    for (const intent of dead) sql.setAside().run({ ...process, ...intent, reason: JSON.stringify(intent.reason) });
    for (const key of revived) sql.revive().run({ ...process, key });
  };

  return {
    places: (name) => read(() => right((sql.places().all({ name }) as ReadonlyArray<PlaceRow>).map(placeOf))),
    processes: read(() => right((sql.processes().all() as ReadonlyArray<StandingRow>).map(standingOf))),
    rows: (process, streams) =>
      read(() => {
        const found = sql.rows().all({ ...nameOf(process), streams: JSON.stringify(streams) });
        return right((found as ReadonlyArray<StreamRow>).map(rowOf));
      }),
    due: (process, at, limit) =>
      read(() => right((sql.due().all({ ...nameOf(process), at, limit }) as ReadonlyArray<StreamRow>).map(rowOf))),
    deadIntents: (process) =>
      read(() => right((sql.dead().all(nameOf(process)) as ReadonlyArray<DeadIntent>).map(deadIntentOf))),
    save: (given, change) =>
      write(() => {
        const process = nameOf(given);
        const now = sql.placed().get(process) as Pick<ProcessCheckpoint, "cursor" | "folded"> | undefined;
        if (!isSamePlace(now, change.from)) return left({ code: "ProcessOvertaken", process } as const);
        apply(process, change);
        return right(undefined);
      }),
    forget: (process) =>
      write(() => {
        for (const table of ["processes", "process_streams", "dead_intents"] as const)
          sql.forget(table)().run(nameOf(process));
        return right(undefined);
      }),
    close: async () => {
      connection.close();
    },
  };
};

const OF = "name = :name AND version = :version";
const ROW = "stream, stream_version, state, wake_at, rung";

const statements = (connection: Connection) => {
  const of = preparedOver(connection);
  return {
    places: of("SELECT * FROM processes WHERE name = :name ORDER BY version"),
    processes: of(`
      SELECT p.*,
        (SELECT count(*) FROM process_streams s WHERE s.name = p.name AND s.version = p.version) AS streams,
        (SELECT min(wake_at) FROM process_streams s
          WHERE s.name = p.name AND s.version = p.version AND wake_at IS NOT NULL) AS wake_at,
        (SELECT count(*) FROM dead_intents d WHERE d.name = p.name AND d.version = p.version) AS dead
      FROM processes p ORDER BY name, version`),
    rows: of(`
      SELECT ${ROW} FROM process_streams
      WHERE ${OF} AND stream IN (SELECT value FROM json_each(:streams))`),
    due: of(`
      SELECT ${ROW} FROM process_streams
      WHERE ${OF} AND wake_at IS NOT NULL AND wake_at <= :at ORDER BY wake_at, stream LIMIT :limit`),
    dead: of(`SELECT key, stream, intent, reason, at FROM dead_intents WHERE ${OF} ORDER BY at, key`),
    placed: of(`SELECT cursor, folded FROM processes WHERE ${OF}`),
    place: of(`
      INSERT INTO processes (name, version, cursor, folded, last, quiet_until)
      VALUES (:name, :version, :cursor, :folded, :last, :quiet)
      ON CONFLICT DO UPDATE SET cursor = excluded.cursor, folded = excluded.folded, last = excluded.last,
                                quiet_until = excluded.quiet_until`),
    keep: of(`
      INSERT INTO process_streams (name, version, stream, stream_version, state, wake_at, rung)
      VALUES (:name, :version, :stream, :at, :state, :wakeAt, :rung)
      ON CONFLICT DO UPDATE SET stream_version = excluded.stream_version, state = excluded.state,
                                wake_at = excluded.wake_at, rung = excluded.rung`),
    drop: of(`DELETE FROM process_streams WHERE ${OF} AND stream = :stream`),
    setAside: of(`
      INSERT INTO dead_intents (name, version, key, stream, intent, reason, at)
      VALUES (:name, :version, :key, :stream, :intent, :reason, :at)
      ON CONFLICT DO UPDATE SET stream = excluded.stream, intent = excluded.intent, reason = excluded.reason,
                                at = excluded.at`),
    revive: of(`DELETE FROM dead_intents WHERE ${OF} AND key = :key`),
    forget: (table: "processes" | "process_streams" | "dead_intents") => of(`DELETE FROM ${table} WHERE ${OF}`),
  };
};

interface StreamRow {
  readonly stream: string;
  readonly stream_version: number;
  readonly state: string;
  readonly wake_at: number | null;
  readonly rung: string;
}

interface PlaceRow extends ProcessName {
  readonly cursor: string;
  readonly folded: number;
  readonly last: string | null;
  readonly quiet_until: string | null;
}

interface StandingRow extends PlaceRow {
  readonly streams: number;
  readonly wake_at: number | null;
  readonly dead: number;
}

const rowOf = ({ stream, stream_version, state, wake_at, rung }: StreamRow): ProcessRow => ({
  stream,
  version: stream_version,
  state,
  wakeAt: wake_at,
  rung: JSON.parse(rung),
});

/** A reason is any text, and is kept as JSON: what is not well-formed would be another one as text of SQLite. */
const deadIntentOf = (row: DeadIntent): DeadIntent => ({ ...row, reason: JSON.parse(row.reason) });

const placeOf = ({ name, version, cursor, folded, last, quiet_until }: PlaceRow): ProcessPlace => ({
  name,
  version,
  checkpoint: { cursor: cursor as Cursor, folded, last: read(last), quietUntil: read(quiet_until) },
});

const standingOf = (row: StandingRow): ProcessStanding => ({
  ...placeOf(row),
  streams: row.streams,
  wakeAt: row.wake_at,
  deadIntents: row.dead,
});

const textOf = (value: object | string | null): string | null => (value === null ? null : JSON.stringify(value));

const read = <A>(text: string | null): A | null => (text === null ? null : JSON.parse(text));

const isSamePlace = (
  now: Pick<ProcessCheckpoint, "cursor" | "folded"> | undefined,
  from: ProcessCheckpoint | null,
): boolean =>
  now === undefined || from === null
    ? now === undefined && from === null
    : now.cursor === from.cursor && now.folded === from.folded;

const nameOf = ({ name, version }: ProcessName): ProcessName => ({ name, version });
