import { left, right } from "fp-ts/lib/Either.js";
import { expect, it } from "vitest";
import { type Channel, type SendFailure, withCircuitBreaker } from "../../src/index.js";
import { anOutgoingMessage as message } from "../support/an-outgoing-message.js";

const down: SendFailure = { code: "GatewayUnreachable", again: true, detail: "" };
const noAddress: SendFailure = { code: "AddressRefused", again: false, detail: "" };

const guarded = () => {
  let now = 1_000_000_000;
  let next: SendFailure | "taken" | "throws" = down;
  const channel: Channel = {
    kind: "sms",
    send:
      ({ to }) =>
      async () => {
        if (next === "throws") throw new Error(to);
        return next === "taken" ? right({ reference: null }) : left(next);
      },
  };
  const breaker = withCircuitBreaker({ failures: 3, pauseMs: 60_000 }, () => now)(channel);
  const send = (answer: typeof next) => {
    next = answer;
    return breaker.send(message)();
  };
  return { breaker, send, wait: (ms: number) => (now += ms) };
};

it("an address that is none says nothing of the gateway: failures around it are in a row", async () => {
  const { breaker, send, wait } = guarded();
  for (const answer of [down, noAddress, down, noAddress, down]) await send(answer);
  expect(breaker.state()).toBe("open");
  wait(60_000);
  await send(noAddress);
  expect(breaker.state()).toBe("open");
  expect(await send("taken")).toEqual(right({ reference: null }));
  expect(breaker.state()).toBe("closed");
});

it("a clock that is set back does not make the pause longer", async () => {
  const { send, wait } = guarded();
  for (const answer of [down, down, down]) await send(answer);
  wait(-5 * 3_600_000);
  expect(await send("taken")).toMatchObject({ left: { code: "CircuitOpen", retryAfterMs: 60_000 } });
  wait(60_000);
  expect(await send("taken")).toEqual(right({ reference: null }));
});

it("a channel that throws is one that fails, also when it is tried again", async () => {
  const { breaker, send, wait } = guarded();
  for (let n = 0; n < 3; n++)
    expect(await send("throws")).toEqual(
      left({ code: "GatewayFailed", again: true, detail: "the channel threw instead of answering" }),
    );
  wait(60_000);
  await send("throws");
  expect(breaker.state()).toBe("open");
  wait(60_000);
  expect(await send("taken")).toEqual(right({ reference: null }));
});
