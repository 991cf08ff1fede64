import { anyEvents, anyInstant } from "@motcua/testkit";
import fc from "fast-check";
import { isLeft } from "fp-ts/lib/Either.js";
import { describe, expect, it } from "vitest";
import { noticesDue, VIETNAM } from "../../src/index.js";
import { asked } from "../support/commands.js";
import { given } from "../support/scenario.js";
import { runs } from "../support/tier.js";
import { decider, dueOn, vn } from "../support/vietnam.js";

const received = asked("receive", "2018-07-02T09:00"); // due on Monday 9 July
const pending = noticesDue({ calendar: VIETNAM }, 2);
const named = (state: Parameters<typeof pending>[0], time: string) =>
  pending(state, vn(time)).map(({ notice, about }) => `${notice} ${about}`);

describe("what the applicant is to be told follows from the facts", () => {
  const { state: open } = given(received);

  it.each([
    ["2018-07-06T23:59:59.999", []],
    ["2018-07-07T00:00", ["dueSoon 2018-07-09"]],
    ["2018-07-09T23:59:59.999", ["dueSoon 2018-07-09"]],
    ["2018-07-10T00:00", ["overdue 2018-07-09"]],
  ])("as of %s: %j", (time, expected) => {
    expect(named(open, time)).toEqual(expected);
  });

  it.each([
    ["2018-07-08T10:00", "2018-07-07T00:00"],
    ["2018-07-11T10:00", "2018-07-10T00:00"],
  ])("as of %s: since %s", (time, since) => {
    expect(pending(open, vn(time))).toMatchObject([{ since: vn(since) }]);
  });

  it("of a date that was put off: the new one, and the apology (Đ19.9)", () => {
    const { state } = given(received, asked("apologiseAndReschedule", "2018-07-06T09:00", { to: dueOn("2018-07-16") }));
    expect(named(state, "2018-07-06T10:00")).toEqual(["apology 2018-07-06T09:00:00.000+07:00"]);
    expect(named(state, "2018-07-14T10:00")).toContain("dueSoon 2018-07-16");
  });

  it("while the clock stands still no date is near or past", () => {
    const { state } = given(received, asked("requestSupplement", "2018-07-03T09:00"));
    expect(named(state, "2018-08-01T09:00")).toEqual([]);
  });

  it("an early result is announced as such (Đ20.4), one of the due date is not early", () => {
    const at = (time: string) => given(received, asked("resolve", time)).state;
    expect(named(at("2018-07-08T23:59"), "2018-07-09T09:00")).toEqual([
      "earlyResult 2018-07-08T23:59:00.000+07:00",
      "resultReady 2018-07-08T23:59:00.000+07:00",
    ]);
    expect(named(at("2018-07-09T00:00"), "2018-07-09T09:00")).toEqual(["resultReady 2018-07-09T00:00:00.000+07:00"]);
  });

  it("it says whom, and by which ways the law names", () => {
    const { state } = given(received, asked("resolve", "2018-07-05T09:00"));
    expect(pending(state, vn("2018-07-05T10:00"))[0]).toMatchObject({
      to: "subject-1",
      channels: ["sms", "email", "phone"],
    });
  });

  it("once it has been handed out there is nothing to tell", () => {
    const { state } = given(received, asked("resolve", "2018-07-05T09:00"), asked("returnResult", "2018-07-05T10:00"));
    expect(named(state, "2018-07-05T11:00")).toEqual([]);
  });
});

describe("each thing is told once", () => {
  const told = (time: string) => asked("notifyApplicant", time, { notice: "overdue", channel: "sms" });

  it("and is no longer pending", () => {
    const { state, events } = given(received).when(told("2018-07-10T08:00"));
    expect(events).toMatchObject([
      { type: "ApplicantNotified", data: { notice: "overdue", about: "2018-07-09", to: "subject-1", channel: "sms" } },
    ]);
    expect(named(state, "2018-07-11T08:00")).toEqual([]);
  });

  it("a second time is refused, by another way too", () => {
    const byMail = asked("notifyApplicant", "2018-07-11T08:00", { notice: "overdue", channel: "email" });
    expect(given(received, told("2018-07-10T08:00")).when(byMail).refused).toEqual({
      code: "AlreadyNotified",
      notice: "overdue",
      about: "2018-07-09",
    });
  });

  it("of a new date it is told anew", () => {
    const history = [
      received,
      told("2018-07-10T08:00"),
      asked("apologiseAndReschedule", "2018-07-10T09:00", { to: dueOn("2018-07-16") }),
    ];
    expect(given(...history).when(told("2018-07-17T00:00")).events).toMatchObject([{ data: { about: "2018-07-16" } }]);
  });
});

it.each(["resultReady", "earlyResult", "overdue", "apology"] as const)("%s without a ground is refused", (notice) => {
  expect(given(received).when(asked("notifyApplicant", "2018-07-03T09:00", { notice })).refused).toEqual({
    code: "NoticeWithoutGround",
    notice,
  });
});

it("what is pending can be told, of any history at any time, and then is pending no more", () => {
  fc.assert(
    fc.property(anyEvents(), anyInstant(), (events, at) => {
      let state = events.reduce(decider.evolve, decider.initial);
      for (const { notice } of pending(state, at)) {
        const decision = decider.decide({ type: "notifyApplicant", at, notice, channel: "sms" }, state);
        expect(decision).toMatchObject({ _tag: "Right" });
        if (isLeft(decision)) return;
        state = decision.right.reduce(decider.evolve, state);
      }
      expect(pending(state, at)).toEqual([]);
    }),
    runs(300),
  );
});
