import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import type { ClientPackage } from "./client.ts";

/** A server of EventStoreDB's protocol. */
export interface Server {
  readonly url: string;
  readonly about: string;
  readonly stop: () => void;
}

/** The server that KURRENTDB_URL names; or a double of one, in a process of its own, as a server is. */
export const eventStoreDbServer = async (client: ClientPackage): Promise<Server> => {
  const url = process.env["KURRENTDB_URL"];
  if (url !== undefined) return { url, about: "the server at KURRENTDB_URL", stop: () => undefined };
  const program = fileURLToPath(new URL("stores-double.js", import.meta.url));
  const double = spawn(process.execPath, [program, client], { stdio: ["ignore", "pipe", "inherit"] });
  const [printed] = await once(double.stdout.setEncoding("utf8"), "data");
  return { url: `${printed}`.trim(), about: "a double of the server, in memory", stop: () => double.kill() };
};
