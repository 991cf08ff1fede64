import type { AccessDenied, StoreDamaged, StoreUnavailable } from "@motcua/event-store";
import { appendGate } from "./append-gate.js";
import type { Position, WireEvent } from "./client.js";
import type { Connection } from "./connection.js";
import { failure, faultOf, isSilence } from "./failure.js";
import { inTime } from "./in-time.js";
import type { Life } from "./life.js";
import type { Settings } from "./options.js";
import { pause } from "./pause.js";
import { revisionAt, versionAt } from "./revision.js";

/** What became of an append at one exact place. */
type Outcome =
  /** The events stand there, now or since an earlier attempt; `version` is that of the last. */
  | { readonly kind: "stored"; readonly version: number; readonly position: Position | undefined }
  /** They do not, and never will: the stream stands elsewhere. `actual` is `undefined` where the client does not say. */
  | { readonly kind: "conflict"; readonly actual: number | undefined }
  | { readonly kind: "tooLarge" }
  | { readonly kind: "failed"; readonly error: StoreUnavailable | StoreDamaged | AccessDenied };

/** Appends after exactly this version of a stream. May be repeated: the server knows the events again at their place. */
export type AppendAt = (streamId: string, events: WireEvent[], version: number) => Promise<Outcome>;

/**
 * Asks until the answer is certain or the time is over. An attempt that failed is in doubt; the next has the same ids and
 * the same expectation, so at most one of them is stored.
 */
export const appendAt =
  (connection: Connection, life: Life, { timeoutMs, retryForMs }: Settings): AppendAt =>
  async (streamId, events, version) => {
    const giveUpAt = performance.now() + retryForMs;
    const revision = revisionAt(version);
    let inDoubt = false;
    for (let attempt = 1; ; attempt++) {
      while (appendGate.shut() !== undefined) await appendGate.shut();
      const client = connection.client();
      let cause: unknown;
      appendGate.enter();
      try {
        // Without a deadline of ours: it would travel as a time of day, and our clock may differ from the server's.
        const answer = await inTime(
          timeoutMs,
          client.appendToStream(streamId, events, {
            expectedRevision: revision,
            streamState: revision,
            requiresLeader: true,
          }),
        );
        if (answer.success)
          return { kind: "stored", version: versionAt(answer.nextExpectedRevision), position: answer.position };
        // A client that was told not to throw does not say where the stream stands.
        if (!inDoubt) return { kind: "conflict", actual: undefined };
        cause = new Error("a conflict without the actual version");
      } catch (error) {
        cause = error;
        const fault = faultOf(error);
        switch (fault.kind) {
          case "conflict": {
            const actual = fault.actual === undefined ? undefined : versionAt(fault.actual);
            // An earlier attempt may still be on its way. It is refused for certain only when its place is taken.
            if (!inDoubt || (actual !== undefined && actual > version)) return { kind: "conflict", actual };
            break;
          }
          case "tooLarge":
            return { kind: "tooLarge" };
          case "notLeader":
            break;
          case "transient":
            inDoubt = true;
            if (isSilence(error)) connection.replace(client);
            break;
          default:
            return { kind: "failed", error: failure(error, fault.kind === "unknown" || inDoubt) };
        }
      } finally {
        appendGate.leave();
      }
      if (life.closing.aborted || performance.now() >= giveUpAt)
        return { kind: "failed", error: failure(cause, inDoubt) };
      await pause(attempt, life.closing);
    }
  };
