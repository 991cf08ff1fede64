import { setTimeout as sleep } from "node:timers/promises";
import { makeBell } from "@motcua/event-store";
import pg from "pg";
import type { Database } from "./database.js";
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

/** Many appends in a short time are one piece of news. */
const TELL_EVERY_MS = 10;

/**
 * A transaction that notifies takes a lock at its commit which all others that notify wait for, its sync of the disk
 * included. So appends do not notify; we do so after them, seldom, and without a sync.
 */
const TELL = "SELECT set_config('synchronous_commit', 'off', true), pg_notify($1, '')";

export const makeWake = (database: Database, options: PostgresOptions): Wake => {
  const { url, schema = "motcua", pooler = "none" } = options;
  const { pollIntervalMs = pooler === "none" ? 1_000 : 100 } = options;
  const channel = `${schema}_appended`;
  const bell = makeBell();
  const ending = new AbortController();
  let subscriptions = 0;
  let listener: { readonly stop: () => void } | undefined;
  let telling: Promise<void> | undefined;

  const tell = async () => {
    await sleep(TELL_EVERY_MS, undefined, { signal: ending.signal }).catch(() => undefined);
    telling = undefined;
    const lent = await database.lend();
    await lent.sql("tell", TELL, [channel]).then(
      () => lent.giveBack(),
      () => lent.giveBack(true),
    );
  };

  return {
    heard: (signal) => bell.heard(signal, pollIntervalMs),
    ring: () => {
      bell.ring();
      // Whoever does not hear of it looks by itself before long.
      telling ??= tell().catch(() => undefined);
    },
    begin: () => {
      subscriptions++;
      if (pooler === "none") listener ??= listen(url, channel, bell.ring);
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

const FIRST_PAUSE_MS = 100;

/** Listens over a connection of its own, which is opened again when it breaks. */
const listen = (url: string, channel: string, heard: () => void): { readonly stop: () => void } => {
  const ending = new AbortController();
  let client: pg.Client | undefined;
  let pause = FIRST_PAUSE_MS;

  const once = async (): Promise<void> => {
    const opened = new pg.Client({ connectionString: url, application_name: "motcua", connectionTimeoutMillis: 5_000 });
    client = opened;
    const broken = new Promise<void>((resolve) => {
      opened.on("error", () => resolve());
      opened.on("end", resolve);
    });
    opened.on("notification", heard);
    await opened.connect();
    await opened.query(`LISTEN ${pg.escapeIdentifier(channel)}`);
    pause = FIRST_PAUSE_MS;
    // What was appended before it listened.
    heard();
    await broken;
  };
  const forEver = async (): Promise<void> => {
    for (; !ending.signal.aborted; pause = Math.min(2 * pause, 5_000)) {
      await once().catch(() => undefined);
      await client?.end().catch(() => undefined);
      await sleep(pause * (0.5 + Math.random() / 2), undefined, { signal: ending.signal }).catch(() => undefined);
    }
  };
  void forEver();
  return {
    stop: () => {
      ending.abort();
      void client?.end().catch(() => undefined);
    },
  };
};
