import { type EventStore, START } from "@motcua/event-store";
import type { Task } from "fp-ts/lib/Task.js";
import { appendAt } from "./append-at.js";
import { MAX_APPEND_BYTES } from "./append-size.js";
import { appending } from "./appending.js";
import type { EventStoreDbClient } from "./client.js";
import { type ClientSource, connect } from "./connection.js";
import { makeLife } from "./life.js";
import { headOf, logEnd } from "./log-end.js";
import { logScan } from "./log-scan.js";
import { type EventStoreDbOptions, settingsOf } from "./options.js";
import { placing } from "./placing.js";
import { logReader } from "./read-all.js";
import { streamReader } from "./read-stream.js";
import { makeReader } from "./reading.js";
import { restoring } from "./restoring.js";
import { streamNames } from "./stream-name.js";
import { subscribing } from "./subscribing.js";

/**
 * The event store in EventStoreDB or KurrentDB, over a client of either package. Nothing is sent before the first call.
 *
 * The store takes the client over: `close` ends it. A node that is not the leader answers no call of the store, so that
 * what was acknowledged is always read; and a call waits out a change of leader (see the options).
 *
 * @param source  a client; or, better, a way to make one, so that the store can replace a client that no longer works
 *                although the server does. Both clients know such states, and none of them leaves them by itself
 * @throws RangeError where the namespace is not a word
 *
 * @example
 * import { KurrentDBClient } from "@kurrent/kurrentdb-client";
 * const url = "kurrentdb://127.0.0.1:2113?tls=false";
 * const store = eventStoreDbEventStore(() => KurrentDBClient.connectionString(url));
 */
export const eventStoreDbEventStore = (source: ClientSource, options: EventStoreDbOptions = {}): EventStore => {
  const settings = settingsOf(options);
  const { startAfter = START } = options;
  const names = streamNames(options.namespace);
  const life = makeLife();
  const connection = connect(source, settings.timeoutMs);
  const reader = makeReader(connection, life, settings);
  const streams = streamReader(reader, names);
  const end = logEnd(reader);
  const scan = logScan(reader, end, life, settings.retryForMs);
  const readAll = logReader({ scan, end, names, startAfter, canFilter: letsTheServerFilter(connection.client()) });
  const place = placing(appendAt(connection, life, settings), streams, names, end.seen);
  const append = appending(place, streams, settings.retryForMs);
  const restore = restoring(place, streams);

  const readAllWhileOpen: EventStore["readAll"] = (query) => life.whileOpen(() => readAll(query));
  const live = subscribing({
    ...settings,
    readAll: readAllWhileOpen,
    client: connection.client,
    names,
    life,
  });
  let ended: Promise<void> | undefined;
  const close: Task<void> = () => {
    ended ??= life.end().then(() => {
      live.close();
      return connection.close();
    });
    return ended;
  };

  return {
    append: (...call) => life.whileOpen(() => append(...call)),
    restore: (events) => life.whileOpen(() => restore(events)),
    readStream: (stream, query) => life.whileOpen(() => streams.page(stream, query)),
    readAll: readAllWhileOpen,
    subscribe: live.subscribe,
    head: life.whileOpen(headOf(end, startAfter)),
    capabilities: { durable: true, uniqueIds: "slot", maxAppendBytes: MAX_APPEND_BYTES },
    close,
  };
};

/** The client that can is the one that appends to several streams at once; only it shows that before it is called. */
const letsTheServerFilter = (client: EventStoreDbClient): boolean => "multiStreamAppend" in client;
