import { readdirSync, readFileSync } from "node:fs";

/** The processes that a process has started, and those that they have; empty where there is no `/proc`. */
export const descendantsOf = (ancestor: number): ReadonlyArray<number> => {
  const parents = new Map(processes().flatMap((pid) => parentOf(pid).map((parent) => [pid, parent] as const)));
  const isBelow = (pid: number): boolean => {
    const parent = parents.get(pid);
    return parent !== undefined && (parent === ancestor || isBelow(parent));
  };
  return [...parents.keys()].filter(isBelow);
};

const processes = (): ReadonlyArray<number> => {
  try {
    return readdirSync("/proc").map(Number).filter(Number.isInteger);
  } catch {
    return [];
  }
};

const parentOf = (pid: number): ReadonlyArray<number> => {
  try {
    // After the name, which may hold anything: the state, then the parent.
    const [, parent] = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ").at(-1)?.split(" ") ?? [];
    return [Number(parent)];
  } catch {
    return [];
  }
};
