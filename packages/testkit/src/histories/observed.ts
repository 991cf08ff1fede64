import { isLeft } from "fp-ts/lib/Either.js";
import type { AppendCall, StreamCall } from "./history.js";

/**
 * The version at which a call shows its stream to have been at some moment while it ran: exactly that one, neither less
 * nor more. `undefined` where the answer does not say.
 */
export const observedVersion = (call: AppendCall | StreamCall): number | undefined => {
  if (call.kind === "readStream")
    return call.answer === null || isLeft(call.answer) ? undefined : call.answer.right.version;
  const { answer, events } = call;
  if (answer === null) return undefined;
  if (isLeft(answer)) return answer.left.code === "VersionConflict" ? (answer.left.actual ?? undefined) : undefined;
  // An append of events tells of the moment after it, but a repetition of one that is long past: its events alone say which.
  return events.length > 0 ? undefined : answer.right.version;
};
