import pg from "pg";
import type { PostgresOptions } from "./options.js";

/** A client, and what it has that the driver's types do not say: whether it keeps the process alive. */
export interface OwnClient extends pg.Client {
  ref(): void;
  unref(): void;
}

/** Opens a connection of this package. `gone` is called when it breaks or ends, lent or not. */
export const connect = (
  { url, timeoutMs = 30_000 }: PostgresOptions,
  settings: pg.ClientConfig,
  gone: () => void,
): Promise<OwnClient> => {
  const client = new pg.Client({
    connectionString: url,
    connectionTimeoutMillis: timeoutMs,
    query_timeout: timeoutMs,
    application_name: "motcua",
    ...settings,
  });
  // Whoever uses it is told by the statement; unheard, the error would end the process.
  client.on("error", gone);
  client.on("end", gone);
  return client.connect().then(() => client as OwnClient);
};

/** What is under way is answered first; and whoever waits for the end is kept alive until it has come. */
export const endOf = async (ready: Promise<{ readonly client: OwnClient }>): Promise<void> => {
  try {
    const { client } = await ready;
    client.ref();
    await client.end();
  } catch {
    // It never came to be, or is gone already.
  }
};
