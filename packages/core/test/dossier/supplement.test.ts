import { describe, expect, it } from "vitest";
import { dossierDecider, ND_61_2018, type PolicyPack, VIETNAM } from "../../src/index.js";
import { asked } from "../support/commands.js";
import { given, givenUnder } from "../support/scenario.js";
import { dueOn, vn } from "../support/vietnam.js";

// Monday 2 July 2018; the third working day after it is Thursday the 5th.
const received = asked("receive", "2018-07-02T09:00");
const requested = asked("requestSupplement", "2018-07-04T10:00");
const handedIn = asked("receiveSupplement", "2018-07-16T08:30");

const underPolicy = (supplement: Partial<PolicyPack["supplement"]>) =>
  givenUnder(
    dossierDecider({
      calendar: VIETNAM,
      policies: [{ ...ND_61_2018, supplement: { ...ND_61_2018.supplement, ...supplement } }],
    }),
  );

describe("a supplement may be requested only once (NĐ 61/2018, Đ11.2c, Đ17.2a)", () => {
  it("the first is possible and stops the clock", () => {
    const { refused, state, flagged } = given(received).when(requested);
    expect(refused).toBeUndefined();
    expect(state).toMatchObject({ status: "awaitingSupplement", supplements: 1 });
    expect(state.clock?.stopped).toEqual({ since: vn("2018-07-04T10:00"), cause: "supplement" });
    expect(flagged).toEqual([]);
  });

  it("a second one is refused, and says when the first was", () => {
    const again = asked("requestSupplement", "2018-07-17T09:00");
    expect(given(received, requested, handedIn).when(again).refused).toEqual({
      code: "SupplementAlreadyRequested",
      max: 1,
      requestedAt: vn("2018-07-04T10:00"),
    });
  });

  it("a regime that allows two refuses the third", () => {
    const second = asked("requestSupplement", "2018-07-17T09:00");
    const secondIn = asked("receiveSupplement", "2018-07-18T09:00");
    const third = asked("requestSupplement", "2018-07-19T09:00");
    const scenario = underPolicy({ max: 2 })(received, requested, handedIn, second, secondIn);
    expect(scenario.when(third).refused).toMatchObject({ code: "SupplementAlreadyRequested", max: 2 });
  });

  it("what was told to the applicant before reception does not count", () => {
    const history = [asked("submit", "2018-07-01T20:00"), asked("requestIntakeSupplement", "2018-07-02T08:00")];
    expect(given(...history, received).when(requested).refused).toBeUndefined();
  });
});

describe("notice within three working days from reception (NĐ 61/2018, Đ19.4)", () => {
  it.each([
    ["on the day of reception", "2018-07-02T16:00"],
    ["on working day 3, until midnight", "2018-07-05T23:59:59.999"],
  ])("%s it is in time", (_, time) => {
    expect(given(received).when(asked("requestSupplement", time)).flagged).toEqual([]);
  });

  it("on working day 4 it is recorded and flagged", () => {
    const { refused, flagged, state, events } = given(received).when(asked("requestSupplement", "2018-07-06T00:00"));
    expect(refused).toBeUndefined();
    expect(flagged).toEqual(["ND-61-2018 D19.4"]);
    expect(events).toMatchObject([{ data: { violations: [{ detail: "asked on working day 4 of 3" }] } }]);
    expect(state.violations).toBe(1);
  });

  it("the weekend is not counted", () => {
    const onThursday = asked("receive", "2018-07-05T09:00");
    expect(given(onThursday).when(asked("requestSupplement", "2018-07-10T09:00")).flagged).toEqual([]);
  });
});

it("an agency that asks past the one-stop is flagged (NĐ 61/2018, Đ5.1e)", () => {
  const byItself = asked("requestSupplement", "2018-07-04T10:00", { through: "agency" });
  const { refused, flagged } = given(received).when(byItself);
  expect(refused).toBeUndefined();
  expect(flagged).toEqual(["ND-61-2018 D5.1e"]);
});

it("late and past the one-stop are two faults", () => {
  const both = asked("requestSupplement", "2018-07-09T10:00", { through: "agency" });
  expect(given(received).when(both).flagged).toEqual(["ND-61-2018 D19.4", "ND-61-2018 D5.1e"]);
});

describe("the clock after a supplement", () => {
  it("the whole term begins anew (NĐ 61/2018, Đ19.4); the promise stays on record", () => {
    const { state, events } = given(received, requested).when(handedIn);
    expect(events).toMatchObject([{ data: { clock: "restart", due: dueOn("2018-07-23") } }]);
    expect(state).toMatchObject({ status: "processing", due: dueOn("2018-07-23"), promisedDue: dueOn("2018-07-09") });
  });

  it("under a regime that adds the wait, eight working days of waiting are added", () => {
    const { events } = underPolicy({ clock: "extend" })(received, requested).when(handedIn);
    expect(events).toMatchObject([{ data: { clock: "extend", due: dueOn("2018-07-19") } }]);
  });

  it("begins anew on the eve of Tết: none of the holidays count", () => {
    const beforeTet = asked("receive", "2018-02-05T09:00");
    const asking = asked("requestSupplement", "2018-02-06T09:00");
    const { state } = given(beforeTet, asking).when(asked("receiveSupplement", "2018-02-13T16:59"));
    expect(state.due).toEqual(dueOn("2018-02-27"));
  });

  it("a supplement that never comes stops the dossier", () => {
    const { state } = given(received, requested).when(asked("expireSupplement", "2018-08-06T09:00"));
    expect(state.status).toBe("stopped");
  });
});
