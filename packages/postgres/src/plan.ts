import {
  type AppendRequest,
  type CheckedEvent,
  copyConflict,
  decideAppend,
  type RecordedEvent,
  type RestoreRequest,
  type WriteAnswer,
  type WriteRequest,
} from "@motcua/event-store";
import { isLeft, left, right } from "fp-ts/lib/Either.js";
import type { NewRow } from "./insert-rows.js";
import type { Seen } from "./look.js";

/** What is to be written, and what to answer each request once it has been. */
export interface Plan {
  readonly rows: ReadonlyArray<NewRow>;
  readonly answers: ReadonlyArray<WriteAnswer>;
}

/**
 * Decides requests in their order, each as if those before it had been carried out.
 *
 * A stream that was not looked for is taken to stand where its first request expects it: the log itself refuses the rows
 * if it does not.
 */
export const plan = (requests: ReadonlyArray<WriteRequest>, seen: Seen): Plan => {
  const versions = new Map(seen.versions);
  const rows: NewRow[] = [];
  const planned = new Map<string, NewRow>();

  const add = (row: NewRow): void => {
    rows.push(row);
    planned.set(row.event.id, row);
    versions.set(row.stream, row.version);
  };
  const known = (id: string): ReadonlyArray<RecordedEvent> => {
    const event = seen.known.get(id) ?? recordedOf(planned.get(id));
    return event === undefined ? [] : [event];
  };

  const append = (request: AppendRequest): WriteAnswer => {
    const { stream, events } = request;
    const version = versions.get(stream) ?? expectedVersion(request) ?? 0;
    const decided = decideAppend(
      request,
      version,
      events.flatMap(({ id }) => known(id)),
    );
    if (isLeft(decided)) return decided;
    if (decided.right.write)
      for (const [index, event] of events.entries()) add({ stream, version: version + index + 1, event });
    return right({ version: decided.right.version });
  };
  const restore = ({ events }: RestoreRequest): WriteAnswer => {
    const conflict = seen.versions.size > 0 && copyConflict(events, (stream) => versions.get(stream) ?? 0);
    if (conflict) return left(conflict);
    const [reused] = events.flatMap(({ id }) => known(id));
    if (reused !== undefined) return left({ code: "EventIdReused", stream: reused.stream, id: reused.id });
    for (const { stream, version, recordedAt, ...event } of events) add({ stream, version, event, recordedAt });
    return right({ version: events.at(-1)?.version ?? 0 });
  };

  const answers = requests.map((request) => (request.stream === undefined ? restore(request) : append(request)));
  return { rows, answers };
};

/** The version that an expectation names; `undefined` where it names none. */
export const expectedVersion = ({ expected }: AppendRequest): number | undefined => {
  if (expected === "none") return 0;
  return typeof expected === "number" ? expected : undefined;
};

/** An event of this plan as it will be read: what tells a repetition from an id that is used twice. */
const recordedOf = (row: NewRow | undefined): RecordedEvent | undefined => {
  if (row === undefined) return undefined;
  const { stream, version, event } = row;
  return { ...event, data: parsed(event, "data"), meta: parsed(event, "meta"), stream, version, recordedAt: 0 };
};

const parsed = (event: CheckedEvent, member: "data" | "meta") => JSON.parse(event[member]);
