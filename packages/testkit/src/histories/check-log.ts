import { type AppendCall, type History, outcomeOf } from "./history.js";
import type { StoredLog } from "./stored.js";
import type { Violation } from "./violation.js";

/** The final log by itself: ids, versions, and that everything in it was appended by somebody. */
export const checkLog = ({ calls }: History, { all, byId, streams }: StoredLog): ReadonlyArray<Violation> => {
  const refused = refusedById(calls);
  const found: Violation[] = [];
  for (const { event, place, origins } of all) {
    if (byId.get(event.id)?.place !== place) {
      const events = all.flatMap((other) => (other.event.id === event.id ? [other.event] : []));
      found.push({ code: "IdStoredTwice", id: event.id, events });
    }
    if (origins.length > 0) continue;
    const call = refused.get(event.id);
    found.push(
      call === undefined ? { code: "StoredWithoutAppend", event } : { code: "StoredThoughRefused", call, event },
    );
  }
  for (const stream of streams.values())
    for (const [index, { event }] of stream.entries())
      if (event.version !== index + 1) {
        found.push({ code: "VersionOutOfPlace", event, wanted: index + 1 });
        break;
      }
  return found;
};

const refusedById = (calls: History["calls"]): ReadonlyMap<string, AppendCall> => {
  const refused = new Map<string, AppendCall>();
  for (const call of calls)
    if (call.kind === "append" && outcomeOf(call) === "refused")
      for (const { id } of call.events) refused.set(id, call);
  return refused;
};
