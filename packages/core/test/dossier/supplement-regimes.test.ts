import { describe, expect, it } from "vitest";
import { dossierDecider, ND_61_2018, type PolicyPack, VIETNAM } from "../../src/index.js";
import { asked } from "../support/commands.js";
import { figures, happened, received as taken } from "../support/figures.js";
import { givenUnder } from "../support/scenario.js";
import { dueOn } from "../support/vietnam.js";

// Due on Monday 9 July; asked for on the 4th, handed in on the 16th.
const received = asked("receive", "2018-07-02T09:00");
const requested = asked("requestSupplement", "2018-07-04T10:00");
const handedIn = asked("receiveSupplement", "2018-07-16T08:30");

const under = (supplement: Partial<PolicyPack["supplement"]>) =>
  givenUnder(
    dossierDecider({
      calendar: VIETNAM,
      policies: [{ ...ND_61_2018, supplement: { ...ND_61_2018.supplement, ...supplement } }],
    }),
  );

describe("what the clock does about a supplement is the regime's choice", () => {
  it.each([
    ["restart", "2018-07-23"],
    ["pause", "2018-07-19"],
    ["extend", "2018-07-19"],
  ] as const)("%s: due on %s", (clock, date) => {
    const { events, state } = under({ clock })(received, requested).when(handedIn);
    expect(events).toMatchObject([{ data: { clock, due: dueOn(date) } }]);
    expect(state).toMatchObject({ due: dueOn(date), promisedDue: dueOn("2018-07-09") });
  });

  it.each(["restart", "pause"] as const)("%s: it stands still while one waits, and no date passes", (clock) => {
    const waiting = under({ clock })(received, requested);
    expect(waiting.state.clock?.stopped).not.toBeNull();
    expect(waiting.when(asked("noteOverdue", "2018-07-10T00:00")).refused).toMatchObject({ code: "NotOverdue" });
  });

  it("extend: it runs on, so that the date may pass while one waits", () => {
    const waiting = under({ clock: "extend" })(received, requested);
    expect(waiting.state.clock?.stopped).toBeNull();
    expect(waiting.when(asked("noteOverdue", "2018-07-10T00:00")).refused).toBeUndefined();
  });

  it("extend: in the figures too", () => {
    const asking = happened("SupplementRequested", "2018-07-04T10:00", { items: [], clock: "runs" });
    expect(figures([[taken("2018-07-02T09:00"), asking]])).toMatchObject({
      inProgress: { overdue: 1 },
      supplements: 1,
    });
    const still = happened("SupplementRequested", "2018-07-04T10:00", { items: [] });
    expect(figures([[taken("2018-07-02T09:00"), still]])).toMatchObject({ inProgress: { overdue: 0, withinTerm: 1 } });
  });
});

describe("how long the applicant may take", () => {
  const expired = (time: string) => asked("expireSupplement", time);

  it("where the regime says so, it has not expired before", () => {
    const waiting = under({ waitDays: 10 })(received, requested);
    expect(waiting.state.supplementUntil).toEqual(dueOn("2018-07-18"));
    expect(waiting.when(expired("2018-07-18T23:59:59.999")).refused).toEqual({
      code: "SupplementNotExpired",
      until: dueOn("2018-07-18"),
    });
    expect(waiting.when(expired("2018-07-19T00:00")).state.status).toBe("stopped");
  });

  it("where it says nothing, the officer decides", () => {
    const waiting = under({ waitDays: null })(received, requested);
    expect(waiting.state.supplementUntil).toBeNull();
    expect(waiting.when(expired("2018-07-04T11:00")).state.status).toBe("stopped");
  });
});

describe("a supplement asked for before reception", () => {
  const filed = [asked("submit", "2018-07-01T20:00"), asked("requestIntakeSupplement", "2018-07-02T08:00")];

  it("counts as the one that is allowed where the regime says so", () => {
    const scenario = under({ countsIntake: true })(...filed, received);
    expect(scenario.when(requested).refused).toMatchObject({ code: "SupplementAlreadyRequested", max: 1 });
    expect(
      under({ countsIntake: true })(...filed).when(asked("requestIntakeSupplement", "2018-07-02T08:30")).refused,
    ).toMatchObject({ code: "SupplementAlreadyRequested" });
  });

  it("else it does not", () => {
    expect(under({ countsIntake: false })(...filed, received).when(requested).refused).toBeUndefined();
    expect(
      under({ countsIntake: false })(...filed).when(asked("requestIntakeSupplement", "2018-07-02T08:30")).refused,
    ).toBeUndefined();
  });
});
