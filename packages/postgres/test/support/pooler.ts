import { spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { start } from "../../../../scripts/child/child.js";
import { connected } from "./postgres.js";

export interface Pooler {
  /** The address of the same database through the pooler. */
  readonly through: (url: string) => string;
  readonly stop: () => Promise<void>;
}

/** Debian's, which is not on every user's path. */
const programPath = (): string | undefined =>
  ["pgbouncer", "/usr/sbin/pgbouncer"].find((name) => spawnSync(name, ["--version"]).status === 0);

/** PgBouncer before the server of this address, lending connections for a transaction; `undefined` where it is not installed. */
export const startPooler = async (url: string): Promise<Pooler | undefined> => {
  const program = programPath();
  if (program === undefined) return undefined;
  const { hostname, port: serverPort, username, password } = new URL(url);
  const folder = mkdtempSync(join(tmpdir(), "motcua-pooler-"));
  const [settings, users, port] = [join(folder, "pgbouncer.ini"), join(folder, "users.txt"), await freePort()];
  writeFileSync(users, `"${username}" "${decodeURIComponent(password)}"\n`, { mode: 0o644 });
  writeFileSync(
    settings,
    `[databases]
* = host=${hostname} port=${serverPort}
[pgbouncer]
listen_addr = 127.0.0.1
listen_port = ${port}
unix_socket_dir =
auth_type = scram-sha-256
auth_file = ${users}
pool_mode = transaction
default_pool_size = 5
`,
  );
  // As root it refuses to run, unless it is told which user to become.
  const child = start(program, ["-q", ...(process.getuid?.() === 0 ? ["-u", "nobody"] : []), settings]);
  const through = (address: string): string => {
    const other = new URL(address);
    other.port = String(port);
    return other.href;
  };
  await isThere(through(url));
  return {
    through,
    stop: async () => {
      child.process.kill("SIGKILL");
      await child.ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
};

const isThere = async (url: string): Promise<void> => {
  for (let tries = 0; ; tries++) {
    try {
      await connected(url, (client) => client.query("SELECT 1"));
      return;
    } catch (cause) {
      if (tries === 100) throw cause;
      await sleep(50);
    }
  }
};

const freePort = async (): Promise<number> => {
  const probe = createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const address = probe.address();
  probe.close();
  await once(probe, "close");
  return typeof address === "object" && address !== null ? address.port : 0;
};
