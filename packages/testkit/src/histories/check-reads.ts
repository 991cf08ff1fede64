import { isDeepStrictEqual } from "node:util";
import { categoryOf, DEFAULT_PAGE, type RecordedEvent } from "@motcua/event-store";
import { isLeft } from "fp-ts/lib/Either.js";
import type { History, LogCall, StreamCall } from "./history.js";
import type { Stored, StoredLog } from "./stored.js";
import type { Violation } from "./violation.js";

/** Each read by itself: that its page is what the final log has at that place. When it was there is another question. */
export const checkReads = ({ calls }: History, log: StoredLog): ReadonlyArray<Violation> => {
  const matching = filteredLogs(log);
  return calls.flatMap((call) => {
    if (call.kind === "append" || call.answer === null) return [];
    if (isLeft(call.answer))
      return call.answer.left.code === "StoreUnavailable" ? [] : [{ code: "ReadFailed" as const, call }];
    return call.kind === "readStream" ? checkStreamPage(call, log) : checkLogPage(call, matching(call.query));
  });
};

/** The final log as a filter shows it; each filter is applied once. */
export const filteredLogs = (log: StoredLog): ((query: LogCall["query"]) => ReadonlyArray<Stored>) => {
  const known = new Map<string, ReadonlyArray<Stored>>();
  return ({ types, categories }) => {
    const key = JSON.stringify([types, categories]);
    const found =
      known.get(key) ??
      log.all.filter(
        ({ event }) =>
          (types?.includes(event.type) ?? true) && (categories?.includes(categoryOf(event.stream)) ?? true),
      );
    known.set(key, found);
    return found;
  };
};

const checkStreamPage = (call: StreamCall, { streams }: StoredLog): ReadonlyArray<Violation> => {
  if (call.answer === null || isLeft(call.answer)) return [];
  const { from, direction, limit = DEFAULT_PAGE } = call.query;
  const { events, version, next } = call.answer.right;
  const there = (streams.get(call.stream) ?? []).slice(0, version);
  const backward = direction === "backward";
  const start = backward ? Math.min(from ?? version, version) : (from ?? 1);
  const wanted = backward
    ? there.slice(Math.max(0, start - limit), start).reverse()
    : there.slice(start - 1, start - 1 + limit);
  const after = backward ? start - wanted.length : start + wanted.length;
  const wantedNext = after >= 1 && after <= version ? after : null;
  const found = differences(call, wanted, events);
  return found.length > 0 || next === wantedNext ? found : [{ code: "WrongNext", call, wanted: wantedNext }];
};

const checkLogPage = (call: LogCall, matching: ReadonlyArray<Stored>): ReadonlyArray<Violation> => {
  if (call.answer === null || isLeft(call.answer)) return [];
  const { events } = call.answer.right;
  const most = Math.min(events.length, call.query.limit ?? DEFAULT_PAGE);
  return differences(call, matching.slice(call.given, call.given + most), events);
};

const differences = (
  call: StreamCall | LogCall,
  wanted: ReadonlyArray<Stored>,
  found: ReadonlyArray<RecordedEvent>,
): ReadonlyArray<Violation> => {
  const length = Math.max(wanted.length, found.length);
  for (let index = 0; index < length; index++) {
    const there = wanted[index]?.event ?? null;
    const shown = found[index] ?? null;
    if (!isDeepStrictEqual(there, shown)) return [{ code: "PageDiffers", call, index, wanted: there, found: shown }];
  }
  return [];
};
