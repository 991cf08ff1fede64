import type Database from "better-sqlite3";
import { Unsuitable } from "./failure.js";

export type Connection = Database.Database;
export type Statement = Database.Statement<unknown[], unknown>;
export type Driver = new (file: string, options: Database.Options) => Connection;

/** The Node-API that the driver is built for; Node 22.13 and 23.5 have 9, and break off at the first call. */
const NODE_API = 10;

/**
 * Loads the driver when the first store is opened, not when this package is imported: its native part ends the process
 * on a Node that is too old, where an error can still be told here.
 */
export const loadDriver = async (): Promise<Driver> => {
  const { node, napi } = process.versions;
  if (!(Number(napi) >= NODE_API)) throw new Unsuitable(`Node 22.14 (of 23, 23.6) or later is needed, this is ${node}`);
  return (await import("better-sqlite3")).default;
};
