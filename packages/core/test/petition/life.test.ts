import { describe, expect, it } from "vitest";
import {
  type PetitionCommand,
  type PetitionStatus,
  petitionPossibleFrom,
  petitionStream,
  petitionsReport,
  VIETNAM,
} from "../../src/index.js";
import { petitioned, petitions, story } from "../support/petition.js";
import { petitionView } from "../support/petition-view.js";

const lodged = petitioned("lodge", "2023-03-06T09:00");
const later = (type: PetitionCommand["type"], status: PetitionStatus) =>
  petitioned(type, "2023-03-09T09:00", type === "noteDeadline" && status === "answered" ? { deadline: "publish" } : {});

/** A way to each place. */
const ways: Readonly<Record<PetitionStatus, ReadonlyArray<PetitionCommand>>> = {
  unknown: [],
  lodged: [lodged],
  awaitingSupplement: [lodged, petitioned("askSupplement", "2023-03-07T09:00")],
  answered: [lodged, petitioned("answer", "2023-03-07T09:00")],
  refused: [lodged, petitioned("refuse", "2023-03-07T09:00")],
  passedOn: [lodged, petitioned("forward", "2023-03-07T09:00", { answer: "there" })],
  withdrawn: [lodged, petitioned("withdraw", "2023-03-07T09:00")],
};

const commands = Object.keys(petitionPossibleFrom) as ReadonlyArray<PetitionCommand["type"]>;

/** Written down a second time, by place. */
const possible: Readonly<Record<PetitionStatus, ReadonlyArray<PetitionCommand["type"]>>> = {
  unknown: ["lodge"],
  lodged: ["classify", "refuse", "askSupplement", "forward", "answer", "prolong", "judge", "noteDeadline", "withdraw"],
  awaitingSupplement: ["classify", "refuse", "receiveSupplement", "answer", "prolong", "judge", "withdraw"],
  answered: ["publishAnswer", "reopen", "judge", "noteDeadline"],
  refused: ["reopen", "judge"],
  passedOn: ["reopen", "judge"],
  withdrawn: ["reopen", "judge"],
};

describe.each(Object.keys(ways) as ReadonlyArray<PetitionStatus>)("a petition that is %s", (status) => {
  const { state } = story(...ways[status]);

  it("stands there", () => {
    expect(state.status).toBe(status);
  });

  it.each(commands)("%s is possible or refused with what it takes", (type) => {
    const decision = petitions.decide(later(type, status), state);
    if (possible[status].includes(type)) expect(decision).toMatchObject({ _tag: "Right" });
    else
      expect(decision).toEqual({
        _tag: "Left",
        left: { code: "PetitionNotPossibleNow", command: type, status, possible: petitionPossibleFrom[type] },
      });
  });
});

it("a refusal says why", () => {
  const { refused } = story(lodged, petitioned("refuse", "2023-03-07T09:00", { reasons: [] }));
  expect(refused).toEqual([{ code: "ReasonsMissing" }]);
});

it("an instant is whole milliseconds", () => {
  expect(story({ ...lodged, at: 0.5 }).refused).toEqual([{ code: "InstantRefused", at: 0.5 }]);
});

describe("forwarded to whoever is to explain (NĐ 61/2018, Đ8.1đ)", () => {
  const forward = petitioned("forward", "2023-03-07T09:00");
  const outside = petitioned("classify", "2023-03-06T10:00", { competence: "outside", class: "regulation" });

  it("it stays here to be answered", () => {
    const { state, events } = story(lodged, forward);
    expect(events.at(-1)?.data).toEqual({ to: "land office", answer: "here" });
    expect(state).toMatchObject({ status: "lodged", holder: "land office" });
  });

  it("outside the competence of the office it ends here", () => {
    const { state, events } = story(lodged, outside, forward);
    expect(events.at(-1)?.data).toEqual({ to: "land office", answer: "there" });
    expect(state).toMatchObject({ status: "passedOn", competence: "outside", class: "regulation" });
  });

  it("unless the office answers all the same", () => {
    const here = petitioned("forward", "2023-03-07T09:00", { answer: "here" });
    expect(story(lodged, outside, here).state.status).toBe("lodged");
  });
});

describe("a log may tell of things in any order", () => {
  const events = story(
    lodged,
    petitioned("forward", "2023-03-07T09:00"),
    petitioned("answer", "2023-03-28T09:00"),
  ).events;
  const backwards = events.toReversed();

  it("of the end before the beginning: the end stays, and so does who has it", () => {
    const state = backwards.reduce(petitions.evolve, petitions.initial);
    expect(state).toMatchObject({ status: "answered", holder: "land office", subjectRef: "subject-1" });
  });

  it("and the figures are the same", () => {
    const { total } = petitionsReport(petitionView(backwards), { zone: VIETNAM.zone });
    expect(total.answered).toMatchObject({ total: 1, late: 1 });
    expect(total).toEqual(petitionsReport(petitionView(events), { zone: VIETNAM.zone }).total);
  });
});

it("a later verdict takes the place of an earlier one", () => {
  const { state } = story(
    lodged,
    petitioned("judge", "2023-03-07T09:00", { verdict: "founded" }),
    petitioned("answer", "2023-03-08T09:00"),
    petitioned("judge", "2023-06-01T09:00", { verdict: "unfounded" }),
  );
  expect(state).toMatchObject({ status: "answered", verdict: "unfounded" });
});

it("the stream of a petition", () => {
  expect(petitionStream("7")).toBe("petition-7");
});
