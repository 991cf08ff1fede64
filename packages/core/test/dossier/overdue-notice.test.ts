import { describe, expect, it } from "vitest";
import { asked } from "../support/commands.js";
import { given } from "../support/scenario.js";
import { dueOn, vn } from "../support/vietnam.js";

const received = asked("receive", "2018-07-02T09:00"); // due on Monday 9 July
const noted = (time: string) => asked("noteOverdue", time);

describe("the notice that a due date has passed", () => {
  it.each(["2018-07-03T09:00", "2018-07-09T17:01", "2018-07-09T23:59:59.999"])(
    "is refused while the date lasts: %s",
    (time) => {
      expect(given(received).when(noted(time)).refused).toEqual({ code: "NotOverdue", due: dueOn("2018-07-09") });
    },
  );

  it("is recorded from 24:00 on, with the date and when it was noticed", () => {
    expect(given(received).when(noted("2018-07-10T00:00")).events).toEqual([
      {
        type: "DossierOverdue",
        occurredAt: vn("2018-07-10T00:00"),
        data: { due: dueOn("2018-07-09"), noticedAt: vn("2018-07-10T00:00") },
      },
    ]);
  });

  it("is recorded once, however often it is looked for", () => {
    expect(given(received, noted("2018-07-10T00:00")).when(noted("2018-08-10T00:00")).refused).toEqual({
      code: "OverdueAlreadyNoticed",
      due: dueOn("2018-07-09"),
    });
  });

  it("changes no status: overdue is a fact about time", () => {
    expect(given(received).when(noted("2018-07-10T00:00")).state.status).toBe("received");
  });

  it("is recorded again when a new date has passed too", () => {
    const postponed = asked("apologiseAndReschedule", "2018-07-10T09:00", { to: dueOn("2018-07-16") });
    const scenario = given(received, noted("2018-07-10T00:00"), postponed);
    expect(scenario.when(noted("2018-07-16T20:00")).refused).toEqual({ code: "NotOverdue", due: dueOn("2018-07-16") });
    expect(scenario.when(noted("2018-07-17T00:00")).events).toMatchObject([{ data: { due: dueOn("2018-07-16") } }]);
  });

  it("is recorded again when the term that began anew has passed too", () => {
    const history = [
      received,
      noted("2018-07-10T00:00"),
      asked("requestSupplement", "2018-07-10T09:00"),
      asked("receiveSupplement", "2018-07-16T09:00"),
    ];
    expect(given(...history).when(noted("2018-07-24T00:00")).events).toMatchObject([
      { data: { due: dueOn("2018-07-23") } },
    ]);
  });

  it("is refused while the clock stands still", () => {
    const waiting = given(received, asked("requestSupplement", "2018-07-04T09:00"));
    expect(waiting.when(noted("2018-08-01T00:00")).refused).toMatchObject({ code: "NotOverdue" });
  });
});
