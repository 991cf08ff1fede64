import type Database from "better-sqlite3";
import { Unsuitable } from "./failure.js";

export type Connection = Database.Database;
export type Statement = Database.Statement<unknown[], unknown>;
export type Driver = new (file: string, options: Database.Options) => Connection;

/**
 * Loads the driver when the first store is opened, not when this package is imported: its native part ends the process
 * on a Node that is too old, where an error can still be told here.
 */
export const loadDriver = async (): Promise<Driver> => {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  if (major < 22 || (major === 22 && minor < 13))
    throw new Unsuitable(`Node 22.13 or later is needed, this is ${process.versions.node}`);
  return (await import("better-sqlite3")).default;
};
