// A double of EventStoreDB on a port, for trying things out without a server. Runs until it is told to stop.
import { parseArgs } from "node:util";
import { Failure } from "./run/failure.mjs";
import { say } from "./run/say.mjs";

const USAGE = `Usage: npm run double -- --port <number> --client <E|K>
  --port    0 for any that is free (default 2113)
  --client  whose protocol it loads: E, @eventstore/db-client, or K, @kurrent/kurrentdb-client (default E)`;

const CLIENTS = /** @type {const} */ ({ E: "@eventstore/db-client", K: "@kurrent/kurrentdb-client" });

const FLAGS = /** @type {const} */ ({
  port: { type: "string", default: "2113" },
  client: { type: "string", default: "E" },
});

/** @returns {{ port: number, client: (typeof CLIENTS)[keyof typeof CLIENTS] }} */
const options = () => {
  const { port, client } = parsed();
  if (client !== "E" && client !== "K") throw new Failure(`There is no client "${client}".\n${USAGE}`, 2);
  if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535) throw new Failure(`"${port}" is no port.\n${USAGE}`, 2);
  return { port: Number(port), client: CLIENTS[client] };
};

const parsed = () => {
  try {
    return parseArgs({ options: FLAGS }).values;
  } catch (error) {
    throw new Failure(`${error instanceof Error ? error.message : error}\n${USAGE}`, 2);
  }
};

const main = async () => {
  const chosen = options();
  /** @type {typeof import("@motcua/testkit")} */
  const testkit = await import(new URL("../packages/testkit/dist/index.js", import.meta.url).href);
  const double = await testkit.startEventStoreDbDouble(chosen).catch((/** @type {Error} */ error) => {
    throw new Failure(`The double does not start: ${error.message}. Choose another --port.`);
  });
  for (const signal of /** @type {NodeJS.Signals[]} */ (["SIGINT", "SIGTERM"])) process.once(signal, double.stop);
  process.stdout.write(`listening on ${double.port}\n`);
};

try {
  await main();
} catch (error) {
  if (!(error instanceof Failure)) throw error;
  say(error.message);
  process.exitCode = error.exitCode;
}
