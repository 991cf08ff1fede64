import { isLeft, isRight } from "fp-ts/lib/Either.js";
import { filteredLogs } from "./check-reads.js";
import type { AppendCall, Call, History, LogCall, StreamCall } from "./history.js";
import { type Moments, makeMoments } from "./moments.js";
import { observedVersion } from "./observed.js";
import { type Stored, type StoredLog, storedOf } from "./stored.js";
import type { Evidence, Violation } from "./violation.js";

/**
 * Whether the calls can be put in an order, within the times at which they ran, that explains all answers: for each
 * stream, and for the log as its readers see it.
 *
 * What is there for the one is there for the other. What is missing is not: a store may show an event in its stream while
 * it holds the log back for an append that is under way, so that nothing appears behind a reader's cursor.
 */
export const checkTime = ({ calls }: History, log: StoredLog): ReadonlyArray<Violation> => {
  const ofLog = makeMoments(log.all.length);
  const ofStreams = new Map([...log.streams].map(([stream, { length }]) => [stream, makeMoments(length)]));
  const matching = filteredLogs(log);
  const found: Violation[] = [];

  const isThere = ({ event, place }: Stored, evidence: Evidence): void => {
    ofLog.notAfter(place, evidence);
    ofStreams.get(event.stream)?.notAfter(event.version - 1, evidence);
  };

  const take = (call: AppendCall | StreamCall): void => {
    if (call.kind === "append") for (const stored of provenBy(call, log)) isThere(stored, end(call, "acknowledged"));
    const version = observedVersion(call);
    if (version === undefined) return;
    const stream = log.streams.get(call.stream) ?? [];
    if (version > stream.length) found.push({ code: "VersionNeverThere", call, version });
    const last = stream[version - 1];
    if (last !== undefined) isThere(last, end(call, "saw"));
    ofStreams.get(call.stream)?.notBefore(version, start(call, "missed"));
  };

  const takePage = (call: LogCall): void => {
    if (call.answer === null || isLeft(call.answer)) return;
    const { events, atEnd } = call.answer.right;
    for (const { id } of events) {
      const stored = log.byId.get(id);
      if (stored !== undefined) isThere(stored, end(call, "saw"));
    }
    const next = matching(call.query)[call.given + events.length];
    if (atEnd && next !== undefined) ofLog.notBefore(next.place, start(call, "missed"));
  };

  for (const stored of log.all) {
    const first = firstOf(stored.origins);
    if (first === undefined) continue;
    ofLog.notBefore(stored.place, start(first, "began"));
    ofStreams.get(stored.event.stream)?.notBefore(stored.event.version - 1, start(first, "began"));
  }
  for (const call of calls) call.kind === "readAll" ? takePage(call) : take(call);

  for (const [name, stream] of log.streams) found.push(...contradictionIn(ofStreams.get(name), stream, name));
  return [...found, ...contradictionIn(ofLog, log.all, null)];
};

const contradictionIn = (
  moments: Moments | undefined,
  events: ReadonlyArray<Stored>,
  stream: string | null,
): ReadonlyArray<Violation> => {
  const found = moments?.contradiction();
  const at = found === undefined ? undefined : events[found.index];
  return found === undefined || at === undefined
    ? []
    : [{ code: "NotLinearizable", stream, event: at.event, shown: found.shown, denied: found.denied }];
};

/** The events that were in the log when an append was answered: its own, or the one whose id was in use. */
const provenBy = ({ answer, events }: AppendCall, log: StoredLog): ReadonlyArray<Stored> => {
  if (answer === null) return [];
  if (isRight(answer)) return storedOf(log, events);
  const reused = answer.left.code === "EventIdReused" ? log.byId.get(answer.left.id) : undefined;
  return reused === undefined ? [] : [reused];
};

const firstOf = (calls: ReadonlyArray<AppendCall>): AppendCall | undefined =>
  calls.reduce<AppendCall | undefined>(
    (first, call) => (first === undefined || call.began < first.began ? call : first),
    undefined,
  );

const start = (call: Call, because: "began" | "missed"): Evidence => ({ call, because, at: call.began });

/** What has no answer proves nothing, so its end is never asked for. */
const end = (call: Call, because: "acknowledged" | "saw"): Evidence => ({
  call,
  because,
  at: call.ended ?? Number.POSITIVE_INFINITY,
});
