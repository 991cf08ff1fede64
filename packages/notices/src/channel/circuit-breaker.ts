import { isLeft, left } from "fp-ts/lib/Either.js";
import type { Channel, SendFailureCode } from "./channel.js";
import { trySending } from "./try-sending.js";

/** When a channel is taken to be down, and for how long it is left alone. */
export interface BreakerPolicy {
  /** So many failures in a row. */
  readonly failures: number;
  readonly pauseMs: number;
}

export const BREAKER_POLICY: BreakerPolicy = { failures: 5, pauseMs: 60_000 };

/** A channel that is left alone while it is down (M. Nygard, "Release It!", 2007: circuit breaker). */
export interface GuardedChannel extends Channel {
  /** `closed`: messages go through; `open`: none does; `halfOpen`: one is on its way, to see. */
  readonly state: () => "closed" | "open" | "halfOpen";
}

/** What says that the other side is down. */
const DOWN: ReadonlySet<SendFailureCode> = new Set(["GatewayUnreachable", "GatewayTimeout", "GatewayFailed"]);

/** What says neither that it is down nor that it is up: an address that is none never got there. */
const SILENT: ReadonlySet<SendFailureCode> = new Set(["AddressRefused", "AddressUnknown"]);

/**
 * After so many failures in a row the channel is left alone; then one message is sent to see. Nothing waits: what comes
 * meanwhile fails at once, to be tried again when the pause is over.
 *
 * @param clock  epoch milliseconds
 */
export const withCircuitBreaker =
  ({ failures: most, pauseMs }: BreakerPolicy, clock: () => number) =>
  (channel: Channel): GuardedChannel => {
    let failures = 0;
    let openUntil = 0;
    let isTrying = false;
    const state = () => (failures < most ? "closed" : isTrying ? "halfOpen" : "open");
    return {
      kind: channel.kind,
      state,
      send: (message) => async () => {
        const now = clock();
        // A clock that is set back does not make the pause longer.
        openUntil = Math.min(openUntil, now + pauseMs);
        const waitMs = openUntil - now;
        if (failures >= most && (waitMs > 0 || isTrying))
          return left({
            code: "CircuitOpen",
            again: true,
            retryAfterMs: Math.max(waitMs, 1_000),
            detail: "it is left alone for a while",
          });
        const isTrial = failures >= most;
        if (isTrial) isTrying = true;
        const answer = await trySending(channel, message);
        if (isTrial) isTrying = false;
        if (isLeft(answer) && SILENT.has(answer.left.code)) return answer;
        const isDown = isLeft(answer) && DOWN.has(answer.left.code);
        failures = isDown ? failures + 1 : 0;
        if (failures >= most) openUntil = clock() + pauseMs;
        return answer;
      },
    };
  };
