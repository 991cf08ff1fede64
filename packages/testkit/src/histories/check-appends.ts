import { isDeepStrictEqual } from "node:util";
import {
  type AppendError,
  type Appended,
  checkEvents,
  holds,
  type NewEvent,
  type RecordedEvent,
} from "@motcua/event-store";
import { type Either, isLeft, isRight } from "fp-ts/lib/Either.js";
import type { AppendCall, History } from "./history.js";
import { outcomeOf } from "./history.js";
import { type Stored, type StoredLog, standTogether, storedOf } from "./stored.js";
import type { Violation } from "./violation.js";

/** Each append by itself: its answer against what is in the log. */
export const checkAppends = ({ calls }: History, log: StoredLog): ReadonlyArray<Violation> =>
  calls.flatMap((call) => (call.kind === "append" ? checkAppend(call, storedOf(log, call.events)) : []));

const checkAppend = (call: AppendCall, stored: ReadonlyArray<Stored>): ReadonlyArray<Violation> => {
  switch (outcomeOf(call)) {
    case "stored":
      return stored.length < call.events.length ? [missing(call, stored)] : checkStored(call, stored);
    case "inDoubt":
      return checkInDoubt(call, stored);
    case "refused":
      return hasCause(call, stored) ? [] : [{ code: "RefusedWithoutCause", call }];
  }
};

const missing = (call: AppendCall, { length }: ReadonlyArray<Stored>): Violation =>
  length === 0 ? { code: "AcknowledgedNotStored", call } : { code: "StoredInPart", call, stored: length };

/**
 * May or may not be in the log, but not by half, and then as it was asked for. What others may have brought tells nothing:
 * the answer that got lost may have been a refusal.
 */
const checkInDoubt = (call: AppendCall, stored: ReadonlyArray<Stored>): ReadonlyArray<Violation> => {
  const own = stored.filter(({ origins }) => origins.length === 1);
  if (own.length === 0 || own.length < stored.length) return [];
  return own.length < call.events.length
    ? [{ code: "StoredInPart", call, stored: own.length }]
    : checkStored(call, own);
};

const checkStored = (call: AppendCall, stored: ReadonlyArray<Stored>): ReadonlyArray<Violation> => {
  const { events, expected, answer } = call;
  const answered = versionOf(answer);
  if (events.length === 0)
    return answered === undefined || holds(expected, answered)
      ? []
      : [{ code: "ExpectationIgnored", call, version: answered }];
  if (!standTogether(call, stored)) return [{ code: "StoredApart", call }];

  const found: Violation[] = [];
  const changed = stored.find(({ event }, index) => !isSame(event, events[index] as NewEvent));
  if (changed !== undefined) found.push({ code: "ContentChanged", call, event: changed.event });
  const before = firstVersion(stored) - 1;
  if (!holds(expected, before)) found.push({ code: "ExpectationIgnored", call, version: before });
  const wanted = before + events.length;
  if (answered !== undefined && answered !== wanted) found.push({ code: "WrongVersion", call, answered, wanted });
  return found;
};

/** Whether a refusal gives a reason that held; for a conflict, whether it could at all, see `checkTime` for when. */
const hasCause = (call: AppendCall, stored: ReadonlyArray<Stored>): boolean => {
  const { stream, events, expected, answer } = call;
  if (answer === null || isRight(answer)) return true;
  const error = answer.left;
  const repeats =
    events.length > 0 &&
    standTogether(call, stored) &&
    stored.every(({ event }, index) => isSame(event, events[index] as NewEvent));
  const before = firstVersion(stored) - 1;
  switch (error.code) {
    case "VersionConflict": {
      if (error.actual === null) return true;
      // What is a repetition by then is to be answered as the first time, and not to be refused for where the stream stands.
      if (repeats && error.actual > before) return !holds(expected, before);
      return !holds(expected, error.actual);
    }
    case "EventIdReused":
      return stored.some(({ event }) => event.id === error.id) && !repeats;
    case "EventRefused":
      return isLeft(checkEvents(stream, events));
    default:
      return true;
  }
};

const versionOf = (answer: Either<AppendError, Appended> | null): number | undefined =>
  answer !== null && isRight(answer) ? answer.right.version : undefined;

const firstVersion = (stored: ReadonlyArray<Stored>): number => stored[0]?.event.version ?? 0;

const isSame = (stored: RecordedEvent, given: NewEvent): boolean =>
  stored.type === given.type &&
  stored.schemaVersion === given.schemaVersion &&
  stored.occurredAt === given.occurredAt &&
  isDeepStrictEqual(stored.data, given.data) &&
  isDeepStrictEqual(stored.meta, given.meta);
