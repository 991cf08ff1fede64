import { describe, expect, it } from "vitest";
import { petitionDecider, QD_766_2022, VIETNAM } from "../../src/index.js";
import { petitioned, petitions, story, storyUnder } from "../support/petition.js";
import { dueOn, vn } from "../support/vietnam.js";

// Monday 6 March 2023: two working days end on the 8th, five on the 13th, fifteen on the 27th.
const lodged = petitioned("lodge", "2023-03-06T09:00");

it("what is due, under which rule, by which edition of the calendar, is recorded with the petition", () => {
  const { events, state } = story(lodged);
  expect(events).toMatchObject([
    {
      type: "PetitionLodged",
      occurredAt: vn("2023-03-06T09:00"),
      data: {
        terms: "QD-766-2022",
        calendar: { id: VIETNAM.id, version: VIETNAM.version },
        deadlines: {
          refuse: { due: dueOn("2023-03-08"), rule: "QD-766-2022" },
          askSupplement: { due: dueOn("2023-03-13") },
          forward: { due: dueOn("2023-03-13"), rule: "ND-20-2008" },
          answer: { due: dueOn("2023-03-27"), rule: "QD-766-2022" },
        },
      },
    },
  ]);
  expect(state).toMatchObject({ status: "lodged", holder: "one-stop", terms: "QD-766-2022", violations: 0 });
});

describe.each([
  ["refused within two working days (QĐ 766)", "refuse", "2023-03-08", "2023-03-09", "QD-766-2022: refused after"],
  [
    "a supplement asked for within five (QĐ 766)",
    "askSupplement",
    "2023-03-13",
    "2023-03-14",
    "QD-766-2022: supplement asked for after",
  ],
  ["forwarded within five (NĐ 20/2008)", "forward", "2023-03-13", "2023-03-14", "ND-20-2008: forwarded after"],
  ["answered within fifteen (QĐ 766)", "answer", "2023-03-27", "2023-03-28", "QD-766-2022: answered after"],
] as const)("%s", (_, type, last, after, flag) => {
  it("the last day is in time through 24:00", () => {
    const { refused, flagged } = story(lodged, petitioned(type, `${last}T23:59:59.999`));
    expect(refused).toEqual([]);
    expect(flagged).toEqual([]);
  });

  it("from then on it is recorded and flagged, not denied", () => {
    const { refused, flagged, state } = story(lodged, petitioned(type, `${after}T00:00`));
    expect(refused).toEqual([]);
    expect(flagged).toEqual([`${flag} ${last}`]);
    expect(state.violations).toBe(1);
  });
});

describe("the answer is published within two working days after it (QĐ 766)", () => {
  // Thursday 16 March; the weekend does not count.
  const answered = petitioned("answer", "2023-03-16T15:00");

  it.each([
    ["2023-03-20T23:59", []],
    ["2023-03-21T00:00", ["QD-766-2022: published after 2023-03-20"]],
  ])("at %s: %j", (time, flags) => {
    const { flagged, state } = story(lodged, answered, petitioned("publishAnswer", time));
    expect(flagged).toEqual(flags);
    expect(state).toMatchObject({ status: "answered", publishedAt: vn(time) });
  });

  it("an answer is published once", () => {
    const published = petitioned("publishAnswer", "2023-03-17T09:00");
    const { refused } = story(lodged, answered, published, petitioned("publishAnswer", "2023-03-18T09:00"));
    expect(refused).toEqual([{ code: "AnswerAlreadyPublished", publishedAt: vn("2023-03-17T09:00") }]);
  });
});

describe("the terms in force on the day of lodging stay with a petition", () => {
  it("before QĐ 766 only forwarding had a term that is known here", () => {
    const { state, flagged } = story(
      petitioned("lodge", "2022-06-22T23:59"),
      petitioned("answer", "2022-12-01T09:00"),
      petitioned("publishAnswer", "2023-02-01T09:00"),
    );
    expect(state.terms).toBe("ND-20-2008");
    expect(state.deadlines).toMatchObject({ forward: { due: dueOn("2022-06-29") } });
    expect(Object.keys(state.deadlines)).toEqual(["forward"]);
    expect(flagged).toEqual([]);
  });

  it("on 23 June 2022 QĐ 766 begins", () => {
    expect(story(petitioned("lodge", "2022-06-23T00:00")).state.terms).toBe("QD-766-2022");
  });

  it("before all of them there are none", () => {
    const { refused } = story(petitioned("lodge", "2008-03-14T09:00"));
    expect(refused).toEqual([{ code: "PetitionTermsMissing", date: "2008-03-14" }]);
  });

  it("in a year whose calendar is not loaded nothing is promised", () => {
    const { refused } = story(petitioned("lodge", "2017-05-10T09:00"));
    expect(refused).toMatchObject([{ code: "CalendarYearMissing", year: 2017 }]);
  });
});

describe("waiting for a supplement", () => {
  // Asked for on Wednesday 8 March, handed in on Wednesday the 15th: five working days.
  const asking = petitioned("askSupplement", "2023-03-08T09:00");
  const handedIn = petitioned("receiveSupplement", "2023-03-15T09:00");

  it("is added to the term for the answer", () => {
    const { state } = story(lodged, asking, handedIn);
    expect(state).toMatchObject({ status: "lodged", deadlines: { answer: { due: dueOn("2023-04-03") } } });
  });

  it("or begins it anew, where the terms say so", () => {
    const restarting = petitionDecider({ calendar: VIETNAM, terms: [{ ...QD_766_2022, clock: "restart" }] });
    const { state } = storyUnder(restarting)(lodged, asking, handedIn);
    expect(state.deadlines.answer?.due).toEqual(dueOn("2023-04-05"));
  });

  it("an answer meanwhile is held against the day on which the waiting began", () => {
    expect(story(lodged, asking, petitioned("answer", "2023-05-02T09:00")).flagged).toEqual([]);
  });

  it("without a term there is nothing to move", () => {
    const { state, events } = story(
      petitioned("lodge", "2022-03-07T09:00"),
      petitioned("askSupplement", "2022-03-08T09:00"),
      petitioned("receiveSupplement", "2022-03-15T09:00"),
    );
    expect(events.at(-1)?.data).toEqual({ clock: "extend" });
    expect(state.clock).toBeNull();
  });
});

describe("prolonging", () => {
  const prolonged = petitioned("prolong", "2023-03-24T09:00");

  it("records the date it takes the place of; an answer by the new one is not flagged", () => {
    const { events, state, flagged } = story(lodged, prolonged, petitioned("answer", "2023-04-10T17:00"));
    expect(events[1]?.data).toEqual({ reason: "witnesses away", from: dueOn("2023-03-27"), to: dueOn("2023-04-10") });
    expect(state.prolongedTo).toEqual(dueOn("2023-04-10"));
    expect(state.deadlines.answer?.due).toEqual(dueOn("2023-03-27"));
    expect(flagged).toEqual([]);
  });

  it("an answer after the new date is late by it", () => {
    const { flagged } = story(lodged, prolonged, petitioned("answer", "2023-04-11T00:00"));
    expect(flagged).toEqual(["QD-766-2022: answered after 2023-04-10"]);
  });

  it("after the term has passed it is recorded and flagged", () => {
    const { flagged } = story(lodged, petitioned("prolong", "2023-03-28T09:00"));
    expect(flagged).toEqual(["QD-766-2022: prolonged after 2023-03-27"]);
  });

  it("is to a later date", () => {
    const again = petitioned("prolong", "2023-03-25T09:00");
    expect(story(lodged, prolonged, again).refused).toEqual([
      { code: "ProlongedNotLater", due: dueOn("2023-04-10"), to: dueOn("2023-04-10") },
    ]);
  });

  it("where a supplement moved the term past the new date, the term binds", () => {
    const { state } = story(
      lodged,
      petitioned("prolong", "2023-03-07T09:00", { to: dueOn("2023-03-28") }),
      petitioned("askSupplement", "2023-03-08T09:00"),
      petitioned("receiveSupplement", "2023-03-15T09:00"),
    );
    const decision = petitions.decide(petitioned("prolong", "2023-03-16T09:00", { to: dueOn("2023-04-03") }), state);
    expect(decision).toMatchObject({ left: { code: "ProlongedNotLater", due: dueOn("2023-04-03") } });
  });

  it("without a term any date is a first one", () => {
    const { events } = story(petitioned("lodge", "2022-03-07T09:00"), petitioned("prolong", "2022-03-08T09:00"));
    expect(events.at(-1)?.data).toEqual({ reason: "witnesses away", to: dueOn("2023-04-10") });
  });
});

it("taken up again, all terms begin anew and the prolonging is over", () => {
  const { state } = story(
    lodged,
    petitioned("prolong", "2023-03-24T09:00"),
    petitioned("answer", "2023-03-27T09:00"),
    petitioned("publishAnswer", "2023-03-28T09:00"),
    petitioned("reopen", "2023-04-03T09:00"),
    petitioned("answer", "2023-04-04T09:00"),
  );
  expect(state).toMatchObject({
    status: "answered",
    prolongedTo: null,
    publishedAt: null,
    deadlines: { refuse: { due: dueOn("2023-04-05") }, answer: { due: dueOn("2023-04-24") } },
  });
});
