import { describe, expect, it } from "vitest";
import { type DossierCommand, type DossierStatus, nationalStatus, possibleFrom } from "../../src/index.js";
import { asked } from "../support/commands.js";
import { given } from "../support/scenario.js";

type CommandType = DossierCommand["type"];

const settling: ReadonlyArray<CommandType> = ["refundPayment", "voidReceipt"];
const paying: ReadonlyArray<CommandType> = [...settling, "collectPayment"];
const owing: ReadonlyArray<CommandType> = [...paying, "assessCharge"];
/** Of papers and of the record there may be something to put right whatever has become of the dossier. */
const redress: ReadonlyArray<CommandType> = ["reportLoss", "returnOriginals", "correctFact"];
const always: ReadonlyArray<CommandType> = [
  ...owing,
  ...redress,
  "withdraw",
  "stop",
  "noteOverdue",
  "noteDeadline",
  "apologiseAndReschedule",
  "recordOpinion",
  "reportOpinionOverdue",
  "completeSubTask",
  "urgeAgency",
  "attachVoucher",
  "notifyApplicant",
  "extendDeadline",
];
const inHand: ReadonlyArray<CommandType> = [
  ...always,
  "forward",
  "transfer",
  "assignHandler",
  "requestSupplement",
  "notifyObligation",
  "resolve",
  "recordVerification",
  "requestOpinion",
  "openSubTasks",
  "approve",
];

/** What may be asked of a dossier that stands so, by status: reading down the life cycle. */
const life: Readonly<Record<DossierStatus, ReadonlyArray<CommandType>>> = {
  unknown: ["submit", "refuseIntake", "receive"],
  submitted: [...owing, "requestIntakeSupplement", "refuseIntake", "receive", "withdraw"],
  intakeRefused: settling,
  received: inHand,
  processing: inHand,
  awaitingSupplement: [...always, "receiveSupplement", "expireSupplement"],
  awaitingPayment: [...always, "settleObligation"],
  withdrawn: [...redress, ...settling],
  stopped: [...redress, ...owing, "resume", "recordOpinion"],
  resolved: [
    ...redress,
    ...owing,
    "returnResult",
    "rateSatisfaction",
    "handOverResult",
    "notifyApplicant",
    "correctResult",
  ],
  returned: [...redress, ...paying, "rateSatisfaction", "correctResult"],
};

const received = asked("receive", "2018-07-02T09:00");
const resolved = asked("resolve", "2018-07-05T09:00");

/** The shortest way to every status. */
const ways: Readonly<Record<DossierStatus, ReadonlyArray<DossierCommand>>> = {
  unknown: [],
  submitted: [asked("submit", "2018-07-01T20:00")],
  intakeRefused: [asked("refuseIntake", "2018-07-02T08:00")],
  received: [received],
  processing: [received, asked("assignHandler", "2018-07-02T10:00")],
  awaitingSupplement: [received, asked("requestSupplement", "2018-07-03T09:00")],
  awaitingPayment: [received, asked("notifyObligation", "2018-07-03T09:00")],
  withdrawn: [received, asked("withdraw", "2018-07-03T09:00")],
  stopped: [received, asked("stop", "2018-07-03T09:00")],
  resolved: [received, resolved],
  returned: [received, resolved, asked("returnResult", "2018-07-06T09:00")],
};

const statuses = Object.keys(life) as ReadonlyArray<DossierStatus>;
const commands = Object.keys(possibleFrom) as ReadonlyArray<CommandType>;

describe.each(statuses)("a dossier that is %s", (status) => {
  const scenario = given(...ways[status]);

  it("is reached by its way", () => {
    expect(scenario.state.status).toBe(status);
  });

  it.each(commands)("and %s", (type) => {
    const { refused } = scenario.when(asked(type, "2018-07-20T09:00"));
    const possible = statuses.filter((from) => life[from].includes(type));
    if (life[status].includes(type)) expect(refused?.code).not.toBe("NotPossibleNow");
    else expect(refused).toEqual({ code: "NotPossibleNow", command: type, status, possible: possibleFrom[type] });
    expect(possibleFrom[type].toSorted()).toEqual(possible.toSorted());
  });
});

it("every status that is left can be reached by a command that leads there", () => {
  const after = (status: DossierStatus, type: CommandType) =>
    given(...ways[status]).when(asked(type, "2018-07-20T09:00")).state.status;
  expect(after("unknown", "submit")).toBe("submitted");
  expect(after("submitted", "requestIntakeSupplement")).toBe("submitted");
  expect(after("submitted", "receive")).toBe("received");
  expect(after("received", "forward")).toBe("received");
  expect(after("received", "assignHandler")).toBe("processing");
  expect(after("processing", "transfer")).toBe("processing");
  expect(after("awaitingSupplement", "receiveSupplement")).toBe("processing");
  expect(after("awaitingSupplement", "expireSupplement")).toBe("stopped");
  expect(after("awaitingPayment", "settleObligation")).toBe("processing");
  expect(after("stopped", "resume")).toBe("processing");
  expect(after("submitted", "withdraw")).toBe("withdrawn");
  expect(after("awaitingPayment", "stop")).toBe("stopped");
  expect(after("received", "resolve")).toBe("resolved");
  expect(after("resolved", "returnResult")).toBe("returned");
  expect(after("returned", "rateSatisfaction")).toBe("returned");
});

it("statuses have the codes of the national portal (TrangThaiHoSo)", () => {
  expect(nationalStatus).toEqual({
    unknown: null,
    submitted: 1,
    received: 2,
    intakeRefused: 3,
    processing: 4,
    awaitingSupplement: 5,
    awaitingPayment: 6,
    withdrawn: 7,
    stopped: 8,
    resolved: 9,
    returned: 10,
  });
});
