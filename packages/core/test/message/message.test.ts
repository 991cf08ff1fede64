import fc from "fast-check";
import { isLeft } from "fp-ts/lib/Either.js";
import { describe, expect, it } from "vitest";
import {
  type MessageCommand,
  type MessageCommandOf,
  type MessageEvent,
  type MessagePolicy,
  messageDecider,
  ND_61_MESSAGES,
  sendingTime,
  VIETNAM,
} from "../../src/index.js";
import { runs } from "../support/tier.js";
import { vn } from "../support/vietnam.js";

const decider = messageDecider({ calendar: VIETNAM, messages: { ...ND_61_MESSAGES, attempts: 2 } });

const queue = (time: string, fields: Partial<MessageCommandOf<"queue">> = {}): MessageCommand => ({
  type: "queue",
  at: vn(time),
  about: { kind: "dossier", id: "d-1" },
  to: { kind: "subject", subject: "subject-1" },
  template: "resultReady",
  fields: {},
  ground: "2018-07-09T09:00",
  channels: ["sms", "email"],
  ...fields,
});
const sent = (time: string): MessageCommand => ({ type: "recordSent", at: vn(time), channel: "sms" });
const failed = (time: string, fields: Partial<MessageCommandOf<"recordFailure">> = {}): MessageCommand => ({
  type: "recordFailure",
  at: vn(time),
  channel: "sms",
  reason: "GatewayFailed",
  again: true,
  retryAt: vn(time) + 60_000,
  ...fields,
});

const played = (...commands: ReadonlyArray<MessageCommand>) => {
  let state = decider.initial;
  const events: MessageEvent[] = [];
  const refused: string[] = [];
  for (const command of commands) {
    const decided = decider.decide(command, state);
    if (isLeft(decided)) refused.push(decided.left.code);
    else {
      events.push(...decided.right);
      state = decided.right.reduce(decider.evolve, state);
    }
  }
  return { state, events, refused };
};

describe("a message", () => {
  it("that is queued by night is sent in the morning", () => {
    expect(played(queue("2018-07-09T22:15")).state.sendFrom).toBe(vn("2018-07-10T07:00"));
    expect(played(queue("2018-07-09T10:15")).state.sendFrom).toBe(vn("2018-07-09T10:15"));
  });

  it("that is looked at by night waits for the morning; by day it does not wait", () => {
    const waiting = queue("2018-07-09T09:00");
    const looked = (time: string): MessageCommand => ({ type: "postpone", at: vn(time) });
    expect(played(waiting, looked("2018-07-11T02:00")).state).toMatchObject({
      status: "waiting",
      sendFrom: vn("2018-07-11T07:00"),
    });
    expect(played(waiting, looked("2018-07-11T12:00")).events).toHaveLength(1);
    const until = vn("2018-07-11T12:05");
    expect(played(waiting, { type: "postpone", at: vn("2018-07-11T12:00"), until }).state).toMatchObject({
      sendFrom: until,
      attempts: 0,
    });
  });

  it("to an office is sent when the office works", () => {
    const to = { kind: "office", role: "handler", at: "land office" } as const;
    expect(played(queue("2018-07-07T10:00", { to })).state.sendFrom).toBe(vn("2018-07-09T07:00"));
  });

  it("is tried again, then by the next channel, and then given up", () => {
    const one = played(queue("2018-07-09T09:00"), failed("2018-07-09T09:00"));
    expect(one.state).toMatchObject({ status: "waiting", channel: "sms", sendFrom: vn("2018-07-09T09:01") });
    const two = played(queue("2018-07-09T09:00"), failed("2018-07-09T09:00"), failed("2018-07-09T09:01"));
    expect(two.state).toMatchObject({
      status: "waiting",
      channel: "email",
      failures: 0,
      sendFrom: vn("2018-07-09T09:01"),
    });
    const mail = { channel: "email", again: false, reason: "AddressRefused" } as const;
    const three = played(
      queue("2018-07-09T09:00"),
      failed("2018-07-09T09:00", { again: false }),
      failed("2018-07-09T09:01", mail),
    );
    expect(three.state).toMatchObject({ status: "givenUp", attempts: 2, reason: "AddressRefused", sendFrom: null });
  });

  it("a failure of a channel whose turn it is not changes nothing", () => {
    const failure = failed("2018-07-09T09:00", { again: false });
    expect(played(queue("2018-07-09T09:00"), failure, failure)).toMatchObject({
      refused: ["NotItsTurn"],
      state: { status: "waiting", channel: "email", attempts: 1 },
    });
  });

  it("that was given up is tried again when somebody asks for it", () => {
    const givenUp = [queue("2018-07-09T09:00", { channels: ["sms"] }), failed("2018-07-09T09:00", { again: false })];
    expect(played(...givenUp, { type: "retry", at: vn("2018-07-09T21:00") }).state).toMatchObject({
      status: "waiting",
      channel: "sms",
      sendFrom: vn("2018-07-10T07:00"),
    });
  });

  it("is neither queued, sent nor acknowledged twice, and not sent when it was dropped", () => {
    const again = played(
      queue("2018-07-09T09:00"),
      queue("2018-07-09T09:00"),
      sent("2018-07-09T09:00"),
      sent("2018-07-09T09:00"),
    );
    expect(again.refused).toEqual(["MessageNotPossibleNow", "MessageNotPossibleNow"]);
    const acknowledge = { type: "acknowledge", at: vn("2018-07-09T09:00") } as const;
    expect(played(queue("2018-07-09T09:00"), sent("2018-07-09T09:00"), acknowledge, acknowledge).events).toHaveLength(
      3,
    );
    const dropped = played(
      queue("2018-07-09T09:00"),
      { type: "drop", at: vn("2018-07-09T09:00"), reason: "noGround" },
      sent("2018-07-09T09:01"),
    );
    expect(dropped.refused).toEqual(["MessageNotPossibleNow"]);
  });

  it("without a channel is refused", () => {
    expect(played(queue("2018-07-09T09:00", { channels: [] })).refused).toEqual(["NoChannel"]);
  });
});

describe("in every life of a message", () => {
  const at = fc.integer({ min: vn("2018-01-01T00:00"), max: vn("2018-12-31T23:59") });
  const channel = fc.constantFrom("sms" as const, "email" as const, "post" as const);
  const command: fc.Arbitrary<MessageCommand> = fc.oneof(
    fc.record({ type: fc.constant("recordSent" as const), at, channel }),
    fc.record({
      type: fc.constant("recordFailure" as const),
      at,
      channel,
      reason: fc.constant("x"),
      again: fc.boolean(),
      retryAt: at,
    }),
    fc.record({ type: fc.constant("giveUp" as const), at, reason: fc.constant("x") }),
    fc.record({ type: fc.constant("postpone" as const), at, until: at }),
    fc.record({ type: fc.constant("drop" as const), at, reason: fc.constant("x") }),
    fc.record({ type: fc.constant("acknowledge" as const), at }),
    fc.record({ type: fc.constant("retry" as const), at }),
  );

  it("it is sent at most once, waits for an hour at which people may be written to, and comes to an end unless it is asked for again", () => {
    fc.assert(
      fc.property(fc.array(command, { maxLength: 30 }), (commands) => {
        const { events, state } = played(queue("2018-07-09T09:00"), ...commands);
        expect(events.filter(({ type }) => type === "MessageSent").length).toBeLessThanOrEqual(1);
        expect(state.sendFrom === null).toBe(state.status !== "waiting");
        for (const event of events)
          if ("sendFrom" in event.data)
            expect(sendingTime(VIETNAM, ND_61_MESSAGES.applicantHours)(event.data.sendFrom)).toBe(event.data.sendFrom);
        const rounds = events.filter(({ type }) => type === "MessageRetried").length + 1;
        expect(events.filter(({ type }) => type === "MessageFailed").length).toBeLessThanOrEqual(rounds * 4);
      }),
      runs(300),
    );
  });

  it("the time to send is never earlier than asked, and the same when asked again", () => {
    const policies: ReadonlyArray<MessagePolicy["staffHours"]> = [
      ND_61_MESSAGES.staffHours,
      ND_61_MESSAGES.applicantHours,
    ];
    fc.assert(
      fc.property(at, fc.constantFrom(...policies), (instant, hours) => {
        const when = sendingTime(VIETNAM, hours)(instant);
        expect(when).toBeGreaterThanOrEqual(instant);
        expect(sendingTime(VIETNAM, hours)(when)).toBe(when);
      }),
      runs(500),
    );
  });
});
