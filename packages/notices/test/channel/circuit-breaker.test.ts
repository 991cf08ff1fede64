import { isLeft, left, right } from "fp-ts/lib/Either.js";
import { describe, expect, it } from "vitest";
import { type Channel, withCircuitBreaker } from "../../src/index.js";
import { anOutgoingMessage as message } from "../support/an-outgoing-message.js";

describe("a circuit breaker", () => {
  const broken = () => {
    let now = 0;
    let answer: Awaited<ReturnType<ReturnType<Channel["send"]>>> = left({
      code: "GatewayFailed",
      again: true,
      detail: "",
    });
    let asked = 0;
    const channel: Channel = {
      kind: "sms",
      send: () => async () => {
        asked++;
        return answer;
      },
    };
    const guarded = withCircuitBreaker({ failures: 3, pauseMs: 60_000 }, () => now)(channel);
    return {
      guarded,
      asked: () => asked,
      wait: (ms: number) => (now += ms),
      heal: () => (answer = right({ reference: null })),
      refuse: () => (answer = left({ code: "AddressRefused", again: false, detail: "" })),
      send: () => guarded.send(message)(),
    };
  };

  it("leaves a gateway alone that has failed so often, then sends one message to see", async () => {
    const { guarded, asked, wait, heal, send } = broken();
    for (let n = 0; n < 3; n++) await send();
    expect([guarded.state(), asked()]).toEqual(["open", 3]);
    expect(await send()).toMatchObject({ left: { code: "CircuitOpen", again: true, retryAfterMs: 60_000 } });
    expect(asked()).toBe(3);
    wait(60_000);
    const [first, second] = await Promise.all([send(), send()]);
    expect([isLeft(first), asked(), guarded.state()]).toEqual([true, 4, "open"]);
    expect(second).toMatchObject({ left: { code: "CircuitOpen" } });
    wait(60_000);
    heal();
    expect(await send()).toEqual(right({ reference: null }));
    expect(guarded.state()).toBe("closed");
  });

  it("is not opened by addresses that are wrong", async () => {
    const { guarded, refuse, send } = broken();
    refuse();
    for (let n = 0; n < 10; n++) await send();
    expect(guarded.state()).toBe("closed");
  });
});
