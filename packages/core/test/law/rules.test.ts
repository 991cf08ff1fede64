import { describe, expect, it } from "vitest";
import {
  type DossierCommand,
  dossierCode,
  formInForce,
  isDossierCode,
  ND_61_2018,
  ND_118_2025,
  needsAppointmentReceipt,
  noDossier,
  noticesDue,
  numberDecider,
  VIETNAM,
} from "../../src/index.js";
import { asked } from "../support/commands.js";
import { given } from "../support/scenario.js";
import { testsIn } from "../support/tests-in.js";
import { decider, dueOn, vn } from "../support/vietnam.js";

/** One consequence of a rule: what is looked at, and what has to be seen. */
type Case = readonly [what: string, seen: () => unknown, expected: unknown];

interface Law {
  /** Of NĐ 61/2018 unless another is named. */
  readonly article: string;
  readonly cases: ReadonlyArray<Case>;
}

// Received on Monday 2 July 2018 at 09:00 with five working days: due on the 9th.
const received = asked("receive", "2018-07-02T09:00");
const forwarded = asked("forward", "2018-07-02T10:00");
const requested = asked("requestSupplement", "2018-07-04T09:00");
const resolved = asked("resolve", "2018-07-05T09:00");
const putOff = asked("apologiseAndReschedule", "2018-07-06T09:00");
/** What became of the last of these commands. */
const outcomeOf = (history: ReadonlyArray<DossierCommand>) =>
  given(...history.slice(0, -1)).when(history.at(-1) ?? received);
const flaggedBy = (...history: ReadonlyArray<DossierCommand>) => outcomeOf(history).flagged;
const refusedOf = (...history: ReadonlyArray<DossierCommand>) => outcomeOf(history).refused?.code;

const rules: Readonly<Record<string, Law>> = {
  L1: {
    article: "Đ11.2c, Đ15.3, Đ17.2a",
    cases: [
      ["a supplement may be asked for", () => refusedOf(received, requested), undefined],
      [
        "only once",
        () =>
          refusedOf(
            received,
            requested,
            asked("receiveSupplement", "2018-07-05T09:00"),
            asked("requestSupplement", "2018-07-05T10:00"),
          ),
        "SupplementAlreadyRequested",
      ],
    ],
  },
  L2: {
    article: "Đ17.3",
    cases: [
      ["a received dossier has its code", () => given(received).state.code, "000.00.01.H05-180702-0001"],
      ["which is a code", () => isDossierCode(dossierCode("000.00.01.H05", "2018-07-02", 1)), true],
      [
        "before reception it has none: the id of a dossier is not its code",
        () => given(asked("submit", "2018-07-01T20:00")).state.code,
        null,
      ],
    ],
  },
  L3: {
    article: "Đ17.4",
    cases: [
      ["an appointment receipt is needed", () => needsAppointmentReceipt({}), true],
      ["not for an immediate result", () => needsAppointmentReceipt({ immediate: true }), false],
      ["unless it is asked for", () => needsAppointmentReceipt({ immediate: true, receiptAskedFor: true }), true],
      [
        "the result is recorded on the day itself",
        () =>
          ["2018-07-02T16:00", "2018-07-03T00:00"].map((time) =>
            flaggedBy(asked("receive", "2018-07-02T09:00", { immediate: true }), asked("resolve", time)),
          ),
        [[], ["ND-61-2018 D17.4"]],
      ],
    ],
  },
  L4: {
    article: "Đ18.1-2",
    cases: [
      [
        "received by 15:00, today",
        () => given(asked("receive", "2018-07-02T15:00")).state.handOverBy,
        vn("2018-07-02T17:00"),
      ],
      [
        "after 15:00, on the next working day",
        () => given(asked("receive", "2018-07-06T15:00:00.001")).state.handOverBy,
        vn("2018-07-09T17:00"),
      ],
      [
        "online, at once",
        () => given(asked("receive", "2018-07-02T20:00", { channel: "online" })).state.handOverBy,
        vn("2018-07-02T20:00"),
      ],
      ["later is flagged", () => flaggedBy(received, asked("forward", "2018-07-03T08:00")), ["ND-61-2018 D18"]],
    ],
  },
  L5: {
    article: "Đ18.3",
    cases: [
      [
        "another agency's one-stop hands it over by the same rule",
        () =>
          ["2018-07-03T17:00", "2018-07-04T08:00"].map((time) =>
            flaggedBy(
              received,
              forwarded,
              asked("transfer", "2018-07-03T14:00", { via: "tax one-stop" }),
              asked("forward", time, { to: "tax office" }),
            ),
          ),
        [[], ["ND-61-2018 D18"]],
      ],
    ],
  },
  L6: {
    article: "Đ19.4",
    cases: [
      [
        "asked for on working day 3 it is in time",
        () => flaggedBy(received, asked("requestSupplement", "2018-07-05T23:59")),
        [],
      ],
      [
        "on working day 4 it is flagged",
        () => flaggedBy(received, asked("requestSupplement", "2018-07-06T00:00")),
        ["ND-61-2018 D19.4"],
      ],
      [
        "the whole term begins anew",
        () => given(received, requested, asked("receiveSupplement", "2018-07-16T08:30")).state.due,
        dueOn("2018-07-23"),
      ],
    ],
  },
  L7: {
    article: "Đ5.1e",
    cases: [
      [
        "an agency that asks by itself is flagged",
        () => flaggedBy(received, asked("requestSupplement", "2018-07-04T09:00", { through: "agency" })),
        ["ND-61-2018 D5.1e"],
      ],
    ],
  },
  L8: {
    article: "Đ19.5",
    cases: [
      [
        "an opinion is asked for with its content",
        () => refusedOf(received, asked("requestOpinion", "2018-07-03T09:00", { content: "" })),
        "ContentMissing",
      ],
      [
        "and its own due date, while the main clock runs on",
        () => {
          const { opinions, clock } = given(received, asked("requestOpinion", "2018-07-03T09:00")).state;
          return [opinions[0]?.due, clock?.stopped];
        },
        [dueOn("2018-07-05"), null],
      ],
      [
        "overdue it is reported",
        () =>
          ["2018-07-05T23:59", "2018-07-06T00:00"].map((time) =>
            refusedOf(received, asked("requestOpinion", "2018-07-03T09:00"), asked("reportOpinionOverdue", time)),
          ),
        ["OpinionNotOverdue", undefined],
      ],
    ],
  },
  L9: {
    article: "Đ19.6",
    cases: [
      [
        "electronically all have it at once",
        () => given(received, asked("openSubTasks", "2018-07-02T11:00")).state.subTasks.map(({ due }) => due),
        [dueOn("2018-07-06"), dueOn("2018-07-04")],
      ],
      [
        "on paper one after the other",
        () =>
          given(received, forwarded, asked("openSubTasks", "2018-07-02T11:00", { route: "paper" })).state.subTasks.map(
            ({ due }) => due,
          ),
        [dueOn("2018-07-06"), null],
      ],
      [
        "in the order set",
        () =>
          ["tax office", "police"].map((to) =>
            flaggedBy(
              received,
              forwarded,
              asked("openSubTasks", "2018-07-02T11:00", { route: "paper" }),
              asked("completeSubTask", "2018-07-03T09:00", { agency: "land office" }),
              asked("transfer", "2018-07-03T10:00", { to }),
            ),
          ),
        [[], ["ND-61-2018 D19.6"]],
      ],
    ],
  },
  L10: {
    article: "Đ19.7",
    cases: [
      [
        "to another level through its one-stop",
        () =>
          [{ via: "province one-stop" }, {}].map((through) =>
            flaggedBy(received, forwarded, asked("transfer", "2018-07-03T09:00", { level: "upper", ...through })),
          ),
        [[], ["ND-61-2018 D19.7"]],
      ],
      [
        "the result returns to the one-stop that received it",
        () => given(received, resolved, asked("handOverResult", "2018-07-05T10:00")).state.resultAt,
        "one-stop",
      ],
    ],
  },
  L11: {
    article: "Đ19.8",
    cases: [
      [
        "a refusal has reasons",
        () => refusedOf(received, asked("resolve", "2018-07-05T09:00", { outcome: "refused" })),
        "ReasonsMissing",
      ],
      [
        "is a result",
        () =>
          given(received, asked("resolve", "2018-07-05T09:00", { outcome: "refused", reasons: ["r"] })).state.status,
        "resolved",
      ],
      [
        "and comes within the term",
        () =>
          ["2018-07-09T23:59", "2018-07-10T00:00"].map((time) =>
            flaggedBy(received, asked("resolve", time, { outcome: "refused", reasons: ["r"] })),
          ),
        [[], ["ND-61-2018 D19.8"]],
      ],
    ],
  },
  L12: {
    article: "Đ19.9, Đ12.5",
    cases: [
      [
        "told at latest a day before",
        () =>
          ["2018-07-08T23:59", "2018-07-09T00:00"].map((time) =>
            flaggedBy(received, asked("apologiseAndReschedule", time)),
          ),
        [[], ["ND-61-2018 D19.9"]],
      ],
      [
        "at most once",
        () =>
          refusedOf(received, putOff, asked("apologiseAndReschedule", "2018-07-20T09:00", { to: dueOn("2018-08-31") })),
        "AlreadyRescheduled",
      ],
      [
        "the promise stays on record beside the new date",
        () => {
          const { promisedDue, rescheduledDue } = given(received, putOff).state;
          return [promisedDue, rescheduledDue];
        },
        [dueOn("2018-07-09"), dueOn("2018-07-31")],
      ],
      [
        "and the applicant is told, by e-mail, SMS, phone or social network",
        () => noticesDue({ calendar: VIETNAM }, 1)(given(received, putOff).state, vn("2018-07-06T10:00"))[0]?.channels,
        ["email", "sms", "phone", "socialNetwork"],
      ],
    ],
  },
  L13: {
    article: "Đ20.4",
    cases: [
      [
        "an early result is announced",
        () =>
          ["2018-07-08T23:59", "2018-07-09T00:00"].map((time) =>
            refusedOf(
              received,
              asked("resolve", time),
              asked("notifyApplicant", "2018-07-09T09:00", { notice: "earlyResult" }),
            ),
          ),
        [undefined, "NoticeWithoutGround"],
      ],
    ],
  },
  L14: {
    article: "Đ20.2",
    cases: [
      [
        "a result that is handed out without the originals is flagged",
        () =>
          flaggedBy(
            asked("receive", "2018-07-02T09:00", { originals: ["land certificate"] }),
            resolved,
            asked("returnResult", "2018-07-06T09:00"),
          ),
        ["ND-61-2018 D20.2"],
      ],
      [
        "not when they went back",
        () =>
          flaggedBy(
            asked("receive", "2018-07-02T09:00", { originals: ["land certificate"] }),
            resolved,
            asked("returnOriginals", "2018-07-06T08:59"),
            asked("returnResult", "2018-07-06T09:00"),
          ),
        [],
      ],
    ],
  },
  L15: {
    article: "Đ21",
    cases: [
      [
        "the State corrects its own mistakes at its own cost",
        () => given(received, resolved).when(asked("correctResult", "2018-07-06T09:00")).events[0]?.data,
        { reason: "a wrong plot number", fault: "state", cost: "state" },
      ],
      [
        "for what was lost it makes good and apologises",
        () =>
          given(received)
            .when(asked("reportLoss", "2018-07-03T09:00"))
            .events.map(({ type }) => type),
        ["DossierLostOrDamaged", "ApologyIssued"],
      ],
    ],
  },
  L16: {
    article: "Đ22",
    cases: [
      [
        "a voucher goes with the dossier",
        () =>
          given(received, asked("attachVoucher", "2018-07-02T09:30"))
            .when(forwarded)
            .events.map(({ data }) => data),
        [{ from: "one-stop", to: "land office", vouchers: ["UNC-0001"] }],
      ],
    ],
  },
  L17: {
    article: "TT 01/2018, Đ17.1b",
    cases: [
      [
        "every step is on record with its instant, and the state follows from the steps alone",
        () => {
          const commands = [received, forwarded, asked("assignHandler", "2018-07-03T09:00"), resolved];
          const events = commands.flatMap((command, n) => given(...commands.slice(0, n)).when(command).events);
          return [
            events.map(({ occurredAt }) => occurredAt),
            JSON.stringify(events.reduce(decider.evolve, noDossier)) === JSON.stringify(given(...commands).state),
          ];
        },
        [["2018-07-02T09:00", "2018-07-02T10:00", "2018-07-03T09:00", "2018-07-05T09:00"].map(vn), true],
      ],
    ],
  },
  L19: {
    article: "TT 01/2018, Đ10",
    cases: [
      [
        "every form that the regime names is known by its regulation and number",
        () =>
          [formInForce(ND_61_2018, "register", "2020-01-01"), formInForce(ND_118_2025, "register", "2026-01-01")].map(
            (form) => form && [form.regulation, form.number],
          ),
        [
          ["TT-01-2018", "06"],
          ["TT-03-2025", "07"],
        ],
      ],
      [
        "numbers follow each other without a gap",
        () => {
          const claimed = numberDecider.decide({ type: "claimNumber", at: 0, dossier: "d" }, 41);
          return claimed._tag === "Right" && claimed.right[0]?.data.number;
        },
        42,
      ],
      [
        "and do not begin anew within the day",
        () => numberDecider.decide({ type: "claimNumber", at: 0, dossier: "d" }, 9_999)._tag,
        "Left",
      ],
    ],
  },
  L20: {
    article: "Đ8.2b",
    cases: [
      [
        "the one-stop may refuse a wrong dossier",
        () => given(asked("refuseIntake", "2018-07-02T08:00")).state.status,
        "intakeRefused",
      ],
      [
        "and urges agencies about what is due or overdue",
        () =>
          ["2018-07-09T09:00", "2018-07-10T09:00"].map((time) => {
            const [event] = given(received).when(asked("urgeAgency", time)).events;
            return event?.type === "AgencyUrged" && event.data.about;
          }),
        ["dueSoon", "overdue"],
      ],
    ],
  },
  L22: {
    article: "Đ5.1d, Đ27.3",
    cases: [
      [
        "nothing of a person but an opaque reference reaches the state",
        () => {
          const note = { subject: "subject-1", sealed: "c2VhbGVk" };
          const told = asked("receive", "2018-07-02T09:00", { applicant: note });
          return JSON.stringify(given(told, asked("withdraw", "2018-07-03T09:00", { note })).state).includes("sealed");
        },
        false,
      ],
      [
        "who rates is not named",
        () => {
          const rated = given(received, resolved).when(asked("rateSatisfaction", "2018-07-05T10:00"));
          return rated.events[0]?.data;
        },
        { score: 5, scale: 5, aspect: "attitude" },
      ],
    ],
  },
};

describe.each(Object.entries(rules))("%s", (_, { article, cases }) => {
  describe(article.startsWith("TT") ? article : `NĐ 61/2018, ${article}`, () => {
    it.each(cases)("%s", (__, seen, expected) => {
      expect(seen()).toEqual(expected);
    });
  });
});

/** Rules whose subject is not the life of a dossier, where they are proven, and what those tests have to name. */
const elsewhere: Readonly<
  Record<string, { readonly article: string; readonly folder: string; readonly names: string }>
> = {
  L18: {
    article: "TT 01/2018, Đ16.2d: public tracing shows code and completion level alone",
    folder: "register",
    names: "Đ16.2d",
  },
  L21: {
    article: "NĐ 61/2018, Đ8.1đ: petitions about staff, and their explanations",
    folder: "petition",
    names: "Đ8.1đ",
  },
};

describe.each(Object.entries(elsewhere))("%s is proven elsewhere", (_, { article, folder, names }) => {
  const tests = testsIn(folder);
  it(article, () => {
    expect(tests).toContain(names);
  });
});

it("every rule from L1 to L22 has its place", () => {
  const all = Array.from({ length: 22 }, (_, n) => `L${n + 1}`);
  expect([...Object.keys(rules), ...Object.keys(elsewhere)].toSorted()).toEqual(all.toSorted());
});
