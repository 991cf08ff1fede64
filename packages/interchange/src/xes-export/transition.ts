import { SOURCE_EVENT, textAt } from "../export/activity.js";

export const LIFECYCLE = "lifecycle:transition";

/**
 * Where an event stands in the life of its activity, by the standard's names (IEEE 1849-2016, Lifecycle extension).
 *
 * @param attributes  what the source's log had said, where the event came from one
 */
export const transitionOf = (type: string, attributes: object): string => {
  if (type !== SOURCE_EVENT) return TRANSITIONS.get(type) ?? "complete";
  const given = textAt(attributes, LIFECYCLE);
  return given === null ? "complete" : STANDARD.has(given.toLowerCase()) ? given : "unknown";
};

const TRANSITIONS: ReadonlyMap<string, string> = new Map([
  ["SupplementRequested", "suspend"],
  ["SupplementReceived", "resume"],
  ["DossierForwarded", "reassign"],
  ["DossierTransferred", "reassign"],
  ["DossierWithdrawn", "withdraw"],
]);

const STANDARD: ReadonlySet<string> = new Set([
  "schedule",
  "assign",
  "withdraw",
  "reassign",
  "start",
  "suspend",
  "resume",
  "pi_abort",
  "ate_abort",
  "complete",
  "autoskip",
  "manualskip",
  "unknown",
]);
