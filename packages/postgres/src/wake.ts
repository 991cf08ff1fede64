import { Socket } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { makeBell } from "@motcua/event-store";
import pg from "pg";
import { type Database, quoted, withConnection } from "./database.js";
import type { PostgresOptions } from "./options.js";

/** What tells subscriptions when to look again. */
export interface Wake {
  /** Resolves when something may have been appended, after a while at the latest, or when the signal aborts. */
  readonly heard: (signal: AbortSignal) => Promise<void>;
  /** Something was appended here: tells subscriptions here at once, and others soon. */
  readonly ring: () => void;
  /** A subscription begins; to be called again when it ends. */
  readonly begin: () => () => void;
  readonly close: () => Promise<void>;
}

/** The first append is told of at once, those that follow it within this time together: a server has many writers. */
const TELL_EVERY_MS = 50;

/** Where nobody listened, we look so much later whether somebody does: to tell nobody took a tenth of the time of appends. */
const LOOK_EVERY_MS = 1_000;

/**
 * A transaction that notifies takes a lock at its commit which all others that notify wait for, its sync of the disk
 * included. So appends do not notify; we do so after them, seldom, and without a sync. Answers a row if somebody listens.
 */
const TELL = `
SELECT set_config('synchronous_commit', 'off', true), pg_notify($1, '') FROM pg_stat_activity
WHERE datname = current_database() AND application_name = $2 LIMIT 1`;

const channelOf = (schema: string): string => `${schema}_appended`;

/** What a connection that listens calls itself, for others to find it. With the longest name of a schema it has 62 characters. */
export const listenerOf = (schema: string): string => `motcua hears ${schema}`;

export const makeWake = (database: Database, options: PostgresOptions): Wake => {
  const { url, schema = "motcua", pooler = "none" } = options;
  const { pollIntervalMs = pooler === "none" ? 1_000 : 100 } = options;
  const channel = channelOf(schema);
  const bell = makeBell();
  const ending = new AbortController();
  let subscriptions = 0;
  let listener: { readonly stop: () => void } | undefined;
  let news = false;
  let telling: Promise<void> | undefined;

  const tell = async () => {
    for (let pauseMs = 0; news; await pause(pauseMs, ending.signal)) {
      news = false;
      // Whoever does not hear of it looks by itself before long.
      const told = await withConnection(database, ({ sql }) => sql("tell", TELL, [channel, listenerOf(schema)])).catch(
        () => [],
      );
      pauseMs = told.length > 0 ? TELL_EVERY_MS : LOOK_EVERY_MS;
    }
    telling = undefined;
  };

  return {
    heard: (signal) => bell.heard(signal, pollIntervalMs),
    ring: () => {
      bell.ring();
      news = true;
      telling ??= tell();
    },
    begin: () => {
      subscriptions++;
      if (pooler === "none") listener ??= listen(url, schema, bell.ring);
      return () => {
        if (--subscriptions > 0) return;
        listener?.stop();
        listener = undefined;
      };
    },
    close: async () => {
      listener?.stop();
      ending.abort();
      await telling;
      bell.ring();
    },
  };
};

/** Resolves after a while, or when the signal aborts; keeps no process alive that has nothing else to do. */
const pause = async (ms: number, signal: AbortSignal): Promise<void> => {
  await sleep(ms, undefined, { signal, ref: false }).catch(() => undefined);
};

const FIRST_PAUSE_MS = 100;
const LISTENER = { application_name: "motcua", connectionTimeoutMillis: 5_000, query_timeout: 5_000 };

/** Listens over a connection of its own, which is opened again when it breaks. */
const listen = (url: string, schema: string, heard: () => void): { readonly stop: () => void } => {
  const ending = new AbortController();
  let pauseMs = FIRST_PAUSE_MS;

  const once = async (): Promise<void> => {
    // Its own socket, so that it can be given up at any time: the driver waits for one that is being opened.
    const socket = new Socket();
    const client = new pg.Client({ connectionString: url, ...LISTENER, stream: () => socket });
    const giveUp = () => socket.destroy();
    ending.signal.addEventListener("abort", giveUp);
    const broken = new Promise<void>((resolve) => {
      client.on("error", () => resolve()).on("end", resolve);
    });
    client.on("notification", heard);
    try {
      await client.connect();
      await client.query(`LISTEN ${quoted(channelOf(schema))}; SET application_name = '${listenerOf(schema)}'`);
      pauseMs = FIRST_PAUSE_MS;
      // What was appended before it listened.
      heard();
      await broken;
    } finally {
      ending.signal.removeEventListener("abort", giveUp);
      giveUp();
    }
  };
  const forEver = async (): Promise<void> => {
    for (; !ending.signal.aborted; pauseMs = Math.min(2 * pauseMs, 5_000)) {
      await once().catch(() => undefined);
      await pause(pauseMs * (0.5 + Math.random() / 2), ending.signal);
    }
  };
  void forEver();
  return { stop: () => ending.abort() };
};
