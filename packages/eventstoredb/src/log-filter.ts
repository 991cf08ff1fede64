import { categoryOf, type LogQuery, shardOf } from "@motcua/event-store";
import type { ServerFilter } from "./client.js";
import type { StreamNames } from "./stream-name.js";

/** Whether an event is asked for. */
export type Wanted = (stream: string, type: string) => boolean;

/** The filters of a query, exactly. */
export const wantedBy = ({ types, categories, shard }: LogQuery): Wanted => {
  const ofType = types && new Set(types);
  const ofCategory = categories && new Set(categories);
  return (stream, type) =>
    ofType?.has(type) !== false &&
    ofCategory?.has(categoryOf(stream)) !== false &&
    (shard === undefined || shardOf(stream, shard.of) === shard.number);
};

/** Whether no event can be asked for. */
export const wantsNothing = ({ types, categories }: LogQuery): boolean =>
  types?.length === 0 || categories?.length === 0;

/** Whether some events may not be asked for. */
export const isSelective = ({ types, categories, shard }: LogQuery): boolean =>
  types !== undefined || categories !== undefined || shard !== undefined;

/**
 * The part of a query that the server can apply: one filter, either on types or on streams, by what they begin with. It lets
 * through more than was asked for ("Received2" begins with "Received"), never less; `wantedBy` decides.
 *
 * By prefixes and not by an expression: nothing in a name has to be escaped, and the server compares bytes.
 */
export const serverFilter = ({ types, categories }: LogQuery, { prefix }: StreamNames): ServerFilter | undefined => {
  if (types !== undefined) return filterOn("eventType", types);
  // A stream without a dash is its own category; the empty category begins with one.
  if (categories !== undefined)
    return filterOn(
      "streamName",
      categories.map((category) => prefix + (category === "" ? "-" : category)),
    );
  return prefix === "" ? undefined : filterOn("streamName", [prefix]);
};

/** The same for a subscription, which always has a filter: any event that is not the server's own is news. */
export const subscriptionFilter = (query: LogQuery, names: StreamNames): ServerFilter =>
  (wantsNothing(query) ? undefined : serverFilter(query, names)) ?? NOT_OF_THE_SERVER;

const filterOn = (what: ServerFilter["filterOn"], prefixes: ReadonlyArray<string>): ServerFilter => ({
  filterOn: what,
  prefixes: [...new Set(prefixes)],
  checkpointInterval: CHECKPOINT_INTERVAL,
});

/** How often the server says how far it has looked, in steps of 32 events. Nobody listens to it. */
const CHECKPOINT_INTERVAL = 1_000;

const NOT_OF_THE_SERVER: ServerFilter = {
  filterOn: "eventType",
  regex: "^[^$]",
  checkpointInterval: CHECKPOINT_INTERVAL,
};
