import {
  type AppendError,
  type Appended,
  type CheckedEvent,
  type Expected,
  holds,
  type RecordedEvent,
  repetitionOf,
} from "@motcua/event-store";
import { type Either, left, right } from "fp-ts/lib/Either.js";
import type { Connection } from "./driver.js";
import { eventInserter } from "./insert-events.js";
import type { SqliteConnection, SqliteValue, WriterHooks } from "./options.js";
import { EVENT_COLUMNS, type EventRow, eventOf } from "./rows.js";
import { streamHeads } from "./stream-heads.js";
import { typeNumbers } from "./type-numbers.js";

/** An append whose events have passed every limit of the port. */
export interface AppendRequest {
  readonly stream: string;
  readonly events: ReadonlyArray<CheckedEvent>;
  readonly expected: Expected;
}

export type Answer = Either<AppendError, Appended>;

/**
 * Whether to look for known event ids before each append. Almost no append repeats another, so `"trusting"` leaves it to
 * the trigger that refuses a known id; what it refuses is then done again, `"careful"`.
 */
export type Care = "trusting" | "careful";

export interface Writer {
  /** Decides and writes, in order, inside a transaction; throws where the whole of it must be undone. */
  readonly write: (requests: ReadonlyArray<AppendRequest>, care: Care) => ReadonlyArray<Answer>;
  /** To be called after a rollback. */
  readonly undone: () => void;
}

export const makeWriter = (connection: Connection, { clock = Date.now, inTransaction }: WriterHooks): Writer => {
  const heads = streamHeads(connection);
  const types = typeNumbers(connection);
  const inserter = eventInserter(connection);
  const lastPosition = connection.prepare<[], number>("SELECT ifnull(max(position), 0) FROM events").pluck();
  const byId = connection
    .prepare<[string], EventRow>(
      `SELECT ${EVENT_COLUMNS} FROM events e JOIN streams s ON s.id = e.stream JOIN types t ON t.id = e.type
       WHERE e.id = unhex(?, '-')`,
    )
    .raw();

  const lent: SqliteConnection = {
    prepare: (sql) => connection.prepare<SqliteValue[]>(sql),
    exec: (sql) => connection.exec(sql),
  };

  const known = ({ events }: AppendRequest): ReadonlyArray<RecordedEvent> => {
    inserter.flush();
    return events.flatMap(({ id }) => {
      const row = byId.get(id);
      return row === undefined ? [] : [eventOf(row)];
    });
  };

  const write: Writer["write"] = (requests, care) => {
    heads.refresh();
    const before = lastPosition.get() ?? 0;
    const recorded: RecordedEvent[] = [];
    let position = before;

    const decide = (request: AppendRequest): Answer => {
      const { stream, events, expected } = request;
      const head = heads.find(stream);
      const version = head?.version ?? 0;
      const held = holds(expected, version);
      const repeated = care === "careful" || !held ? known(request) : [];
      if (repeated.length > 0) return repetition(request, repeated, version);
      if (!held) return conflict(request, version);
      return right({ version: events.length === 0 ? version : add(request, head ?? heads.begin(stream)) });
    };

    const add = ({ stream, events }: AppendRequest, head: { readonly id: number; version: number }): number => {
      const recordedAt = clock();
      for (const { id, type, schemaVersion, occurredAt, data, meta } of events) {
        const version = ++head.version;
        inserter.add([
          ++position,
          head.id,
          version,
          id,
          types.of(type),
          schemaVersion,
          occurredAt,
          recordedAt,
          data,
          meta,
        ]);
        if (inTransaction === undefined) continue;
        const stored = { id, type, schemaVersion, occurredAt, data: JSON.parse(data), meta: JSON.parse(meta) };
        recorded.push({ ...stored, stream, version, recordedAt });
      }
      return head.version;
    };

    const answers = requests.map(decide);
    inserter.flush();
    if (inTransaction !== undefined && recorded.length > 0) {
      const result: unknown = inTransaction({ connection: lent, events: recorded, firstPosition: before + 1 });
      if (result instanceof Promise) throw new TypeError("inTransaction must not be asynchronous");
    }
    return answers;
  };

  return {
    write,
    undone: () => {
      inserter.clear();
      heads.forget();
      types.forget();
    },
  };
};

const conflict = ({ stream, expected }: AppendRequest, actual: number): Answer =>
  left({ code: "VersionConflict", stream, expected, actual });

const repetition = (request: AppendRequest, known: ReadonlyArray<RecordedEvent>, version: number): Answer => {
  const { stream, events, expected } = request;
  const found = repetitionOf(stream, events, expected, known);
  switch (found.kind) {
    case "same":
      return right({ version: found.version });
    case "reused":
      return left({ code: "EventIdReused", stream, id: found.id });
    case "conflict":
      return conflict(request, version);
  }
};
