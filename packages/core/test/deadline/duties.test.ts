import { anyCommands, anyPolicy } from "@motcua/testkit";
import fc from "fast-check";
import { isLeft } from "fp-ts/lib/Either.js";
import { describe, expect, it } from "vitest";
import {
  type DossierCommand,
  type DossierState,
  dossierDecider,
  dossierDuties,
  type Instant,
  isPast,
  ND_61_DEADLINES,
  petitionDuties,
  type Rules,
  VIETNAM,
  VIETNAM_POLICIES,
} from "../../src/index.js";
import { asked } from "../support/commands.js";
import { petitioned, petitions, story } from "../support/petition.js";
import { anyPetitionCommands } from "../support/petition-arbitraries.js";
import { given } from "../support/scenario.js";
import { runs } from "../support/tier.js";
import { dueOn, vn } from "../support/vietnam.js";

const rulesUnder = (policies: Rules["policies"]) => ({ calendar: VIETNAM, policies, deadlines: ND_61_DEADLINES });
const duties = dossierDuties(rulesUnder(VIETNAM_POLICIES));

// Received on Monday 2 July 2018 at 09:00 with five working days: due on the 9th.
const received = asked("receive", "2018-07-02T09:00");

const said = (state: DossierState) =>
  duties(state).map(({ from, command }) => [
    new Date(from + 7 * 3_600_000).toISOString().slice(0, 16),
    command.type === "noteDeadline" ? `${command.deadline} ${command.stage} ${command.to}` : command.type,
  ]);

describe("what time makes necessary about a dossier", () => {
  it("it is near two working days before, an apology is owed one before, and then it climbs", () => {
    const { state } = given(received, asked("forward", "2018-07-02T10:00"));
    expect(said(state)).toEqual([
      ["2018-07-10T00:00", "noteOverdue"],
      ["2018-07-05T07:30", "dossier dueSoon handler"],
      ["2018-07-06T07:30", "dossier apologyOwed handler"],
      ["2018-07-10T00:00", "dossier overdue handler"],
      ["2018-07-10T07:30", "dossier overdue agencyHead"],
      ["2018-07-12T07:30", "dossier overdue headOfCentre"],
    ]);
  });

  it("a dossier that was not handed over has a date for that too", () => {
    expect(said(given(received).state)).toContainEqual(["2018-07-02T17:00", "handOver overdue receptionOfficer"]);
  });

  it("no apology is owed where no other date may be given", () => {
    const { state } = given(received, asked("apologiseAndReschedule", "2018-07-06T09:00"));
    expect(said(state).map(([, what]) => what)).not.toContain("dossier apologyOwed handler");
  });

  it("nobody is warned of a date from before it ran", () => {
    const short = asked("receive", "2018-07-02T09:00", { legalTerm: { unit: "workingDay", amount: 1 } });
    expect(said(given(short).state).map(([, what]) => what)).not.toContain("dossier dueSoon handler");
  });

  it("while its clock stands still it has no date; the opinion that was asked for has", () => {
    const { state } = given(
      received,
      asked("forward", "2018-07-02T10:00"),
      asked("requestOpinion", "2018-07-02T11:00"),
      asked("requestSupplement", "2018-07-03T09:00"),
    );
    expect(said(state)).toEqual([
      ["2018-07-05T00:00", "reportOpinionOverdue"],
      ["2018-07-05T00:00", "opinion overdue headOfCentre"],
    ]);
  });

  it("what is over has none", () => {
    expect(said(given(received, asked("resolve", "2018-07-05T09:00")).state)).toEqual([]);
  });
});

/** Does all that is due by then, as a monitor does, and says what was refused. */
const monitored = (decider: ReturnType<typeof dossierDecider>, dutiesOf: typeof duties) => {
  const tick = (before: DossierState, at: Instant): DossierState => {
    let state = before;
    for (let round = 0; ; round++) {
      if (round > 50) throw new Error(`does not come to an end: ${JSON.stringify(dutiesOf(state))}`);
      const due = dutiesOf(state).filter(({ from, until }) => from <= at && (until === null || at < until));
      const [first] = due;
      if (first === undefined) return state;
      const decided = decider.decide({ ...first.command, at } as DossierCommand, state);
      if (isLeft(decided)) throw new Error(`${JSON.stringify(first)} was refused: ${JSON.stringify(decided.left)}`);
      state = decided.right.reduce(decider.evolve, state);
    }
  };
  return tick;
};

describe("in every life of a dossier", () => {
  const lives = fc.tuple(anyPolicy(), anyCommands({ maxLength: 40 }));

  it("what is due is possible, comes to an end, and leaves no date that has passed off the record", () => {
    let [dates, waits] = [0, 0];
    fc.assert(
      fc.property(lives, fc.integer({ min: 1, max: 5 }), ([policy, commands], every) => {
        const rules = rulesUnder([policy]);
        const decider = dossierDecider(rules);
        const tick = monitored(decider, dossierDuties(rules));
        let state = decider.initial;
        for (const [n, command] of commands.entries()) {
          if (n % every === 0) state = tick(state, command.at);
          const decided = decider.decide(command, state);
          if (!isLeft(decided)) state = decided.right.reduce(decider.evolve, state);
          if (n % every !== 0) continue;
          const noticed = state.noticed.filter(({ to, stage }) => to === null && stage === "overdue");
          dates += noticed.length;
          for (const { due } of noticed) expect(isPast(VIETNAM.zone, due, command.at)).toBe(true);
          if (state.status === "awaitingSupplement" && state.supplementUntil !== null) waits++;
        }
      }),
      runs(300),
    );
    expect(Math.min(dates, waits)).toBeGreaterThan(50);
  });
});

describe("what time makes necessary about a petition", () => {
  const dutiesOf = petitionDuties(rulesUnder(VIETNAM_POLICIES));

  it("answering it within fifteen working days, and passing on what is outside the office's competence within five", () => {
    const lodged = petitioned("lodge", "2023-03-06T09:00");
    const what = (state: Parameters<typeof dutiesOf>[0]) =>
      dutiesOf(state).map(({ due, command }) =>
        "deadline" in command ? [command.deadline, command.stage, command.to, due] : [],
      );
    expect(what(story(lodged).state)).toEqual([
      ["answer", "dueSoon", "receptionOfficer", dueOn("2023-03-27")],
      ["answer", "overdue", "receptionOfficer", dueOn("2023-03-27")],
      ["answer", "overdue", "headOfCentre", dueOn("2023-03-27")],
    ]);
    const outside = petitioned("classify", "2023-03-06T10:00", { competence: "outside" });
    expect(what(story(lodged, outside).state).map(([, , , due]) => due)).toEqual([
      dueOn("2023-03-13"),
      dueOn("2023-03-13"),
    ]);
  });

  it("what is due is possible, and done once", () => {
    let done = 0;
    fc.assert(
      fc.property(anyPetitionCommands(), (commands) => {
        let state = petitions.initial;
        for (const command of commands) {
          for (let round = 0; ; round++) {
            expect(round).toBeLessThan(20);
            const due = dutiesOf(state).find(
              ({ from, until }) => from <= command.at && (until ?? Infinity) > command.at,
            );
            if (due === undefined) break;
            const decided = petitions.decide({ ...due.command, at: command.at } as typeof command, state);
            if (isLeft(decided)) throw new Error(JSON.stringify([due, decided.left]));
            state = decided.right.reduce(petitions.evolve, state);
            done++;
          }
          const decided = petitions.decide(command, state);
          if (!isLeft(decided)) state = decided.right.reduce(petitions.evolve, state);
        }
      }),
      runs(300),
    );
    expect(done).toBeGreaterThan(50);
  });
});

describe("a warning", () => {
  const warn = (time: string, fields: object) => given(received).when(asked("noteDeadline", time, fields));

  it("carries the date it speaks of and when it was noticed", () => {
    expect(warn("2018-07-05T08:00", {}).events).toEqual([
      {
        type: "DeadlineNoticed",
        occurredAt: vn("2018-07-05T08:00"),
        data: {
          deadline: "dossier",
          stage: "dueSoon",
          to: "handler",
          due: dueOn("2018-07-09"),
          noticedAt: vn("2018-07-05T08:00"),
        },
      },
    ]);
  });

  it("is refused where there is no such date, at the wrong time, or a second time", () => {
    expect(warn("2018-07-05T08:00", { deadline: "opinion", of: "opinion-1" }).refused?.code).toBe("DeadlineNotOpen");
    expect(warn("2018-07-10T08:00", { stage: "dueSoon" }).refused?.code).toBe("DeadlineStageRefused");
    expect(warn("2018-07-05T08:00", { stage: "overdue" }).refused?.code).toBe("DeadlineStageRefused");
    expect(warn("2018-07-05T08:00", { deadline: "handOver", stage: "apologyOwed" }).refused?.code).toBe(
      "DeadlineNotOpen",
    );
    const once = asked("noteDeadline", "2018-07-05T08:00");
    expect(given(received, once).when(once).refused?.code).toBe("DeadlineAlreadyNoticed");
    expect(given(received, once).when(asked("noteDeadline", "2018-07-05T08:00", { to: "agencyHead" })).refused).toBe(
      undefined,
    );
  });

  it("a date that has moved is told of anew", () => {
    const once = asked("noteDeadline", "2018-07-05T08:00");
    const later = asked("apologiseAndReschedule", "2018-07-06T09:00", { to: dueOn("2018-07-16") });
    expect(given(received, once, later).when(asked("noteDeadline", "2018-07-12T08:00")).events).toHaveLength(1);
  });

  it("of an imported dossier, older than every regime, is given as well", () => {
    const state = { ...given(received).state, policy: null };
    const decided = dossierDecider(rulesUnder([])).decide(asked("noteDeadline", "2018-07-05T08:00"), state);
    expect(decided).toMatchObject({ _tag: "Right" });
  });
});
