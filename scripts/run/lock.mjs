import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { root } from "./root.mjs";
import { say } from "./say.mjs";

const folder = join(root, "node_modules", ".cache", "motcua");
const file = join(folder, "set-up.lock");

/**
 * Sets up while no other process of this clone does: two tasks that are started together must not build into the same
 * folder. The lock of a process that is no more is taken over.
 *
 * @template T
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export const whileLocked = async (work) => {
  for (let tries = 0; !take(); tries += 1) {
    if (tries === 0) say(`waiting for another set-up of this clone (process ${holder()})`);
    await sleep(200);
  }
  process.once("exit", release);
  try {
    return await work();
  } finally {
    process.off("exit", release);
    release();
  }
};

const release = () => rmSync(file, { force: true });

const take = () => {
  mkdirSync(folder, { recursive: true });
  try {
    writeFileSync(file, String(process.pid), { flag: "wx" });
    return true;
  } catch {
    if (!isAlive(holder())) release();
    return false;
  }
};

const holder = () => {
  try {
    return Number(readFileSync(file, "utf8"));
  } catch {
    return 0;
  }
};

const isAlive = (/** @type {number} */ id) => {
  // An empty file is a lock that is just being written.
  if (id === 0) return true;
  try {
    process.kill(id, 0);
    return true;
  } catch (error) {
    // EPERM: it is there, and another user's.
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
};
