import {
  type AppendRequest,
  type CheckedEvent,
  copyConflict,
  decideAppend,
  holds,
  type RecordedEvent,
  type RestoreRequest,
  type WriteAnswer,
  type WriteRequest,
} from "@motcua/event-store";
import { isLeft, left, right } from "fp-ts/lib/Either.js";
import type { Connection } from "./driver.js";
import { eventInserter } from "./insert-events.js";
import type { SqliteConnection, SqliteValue, WriterHooks } from "./options.js";
import { EVENT_COLUMNS, type EventRow, eventOf } from "./rows.js";
import { type StreamHead, streamHeads } from "./stream-heads.js";
import { typeNumbers } from "./type-numbers.js";

/**
 * Whether to look for known event ids before each append. Almost no append repeats another, so `"trusting"` leaves it to
 * the trigger that refuses a known id; what it refuses is then done again, `"careful"`.
 */
export type Care = "trusting" | "careful";

export interface Writer {
  /** Decides and writes, in order, inside a transaction; throws where the whole of it must be undone. */
  readonly write: (requests: ReadonlyArray<WriteRequest>, care: Care) => ReadonlyArray<WriteAnswer>;
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

  const known = ({ events }: WriteRequest): ReadonlyArray<RecordedEvent> => {
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

    const decide = (request: WriteRequest): WriteAnswer =>
      request.stream === undefined ? restore(request) : append(request);

    const append = (request: AppendRequest): WriteAnswer => {
      const { stream, events, expected } = request;
      const head = heads.find(stream);
      const version = head?.version ?? 0;
      const look = care === "careful" || !holds(expected, version);
      const decided = decideAppend(request, version, look ? known(request) : []);
      if (isLeft(decided)) return decided;
      if (decided.right.write) {
        const recordedAt = clock();
        const appended = head ?? heads.begin(stream);
        for (const event of events) add(event, stream, appended, recordedAt);
      }
      return right({ version: decided.right.version });
    };

    const restore = (request: RestoreRequest): WriteAnswer => {
      const conflict = copyConflict(request.events, (stream) => heads.find(stream)?.version ?? 0);
      if (conflict !== undefined) return left(conflict);
      const [reused] = care === "careful" ? known(request) : [];
      if (reused !== undefined) return left({ code: "EventIdReused", stream: reused.stream, id: reused.id });
      let version = 0;
      for (const event of request.events) {
        const head = heads.find(event.stream) ?? heads.begin(event.stream);
        add(event, event.stream, head, event.recordedAt);
        version = head.version;
      }
      return right({ version });
    };

    const add = (event: CheckedEvent, stream: string, head: StreamHead, recordedAt: number): void => {
      const { id, type, schemaVersion, occurredAt, data, meta } = event;
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
      if (inTransaction === undefined) return;
      const stored = { id, type, schemaVersion, occurredAt, data: JSON.parse(data), meta: JSON.parse(meta) };
      recorded.push({ ...stored, stream, version, recordedAt });
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
