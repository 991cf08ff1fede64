import { isRight } from "fp-ts/lib/Either.js";
import { filteredLogs } from "./check-reads.js";
import type { History, LogCall } from "./history.js";
import { observedVersion } from "./observed.js";
import type { Stored, StoredLog } from "./stored.js";
import type { Violation } from "./violation.js";

/** Nobody is shown a part of an append as if it were all. */
export const checkHalves = ({ calls }: History, log: StoredLog): ReadonlyArray<Violation> => {
  const matching = filteredLogs(log);
  return calls.flatMap((call) => {
    if (call.kind === "readAll") return halfOfPage(call, matching(call.query));
    const version = observedVersion(call);
    const stream = log.streams.get(call.stream) ?? [];
    const half = version === undefined ? undefined : firstLeftOut(stream, version);
    return half === undefined ? [] : [{ code: "HalfAnAppendSeen" as const, call, event: half.event }];
  });
};

/** A page may end inside an append because it is full; when it says that nothing more was there, it may not. */
const halfOfPage = (call: LogCall, matching: ReadonlyArray<Stored>): ReadonlyArray<Violation> => {
  if (call.answer === null || !isRight(call.answer) || !call.answer.right.atEnd) return [];
  const half = firstLeftOut(matching, call.given + call.answer.right.events.length);
  return half === undefined ? [] : [{ code: "HalfAnAppendSeen", call, event: half.event }];
};

/** The first event after `count` events that belongs to an append of which some are among them. */
const firstLeftOut = (events: ReadonlyArray<Stored>, count: number): Stored | undefined => {
  const next = events[count];
  return next?.append !== undefined && next.append === events[count - 1]?.append ? next : undefined;
};
