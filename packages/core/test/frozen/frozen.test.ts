import { readdirSync, readFileSync } from "node:fs";
import { right } from "fp-ts/lib/Either.js";
import { describe, expect, it } from "vitest";
import {
  DOSSIER_EVENT_TYPES,
  type DossierEvent,
  type DossierEventType,
  dossierEvents,
  dossierRows,
  noDossier,
  rowsOf,
} from "../../src/index.js";
import { decider, dueOn, vn } from "../support/vietnam.js";

interface Sample {
  readonly stream: string;
  readonly type: DossierEventType;
  readonly schemaVersion: number;
  readonly occurredAt: number;
  readonly data: object;
}

/**
 * Every type of event as it was written when it first was. The files are added to and never changed: what they hold is in
 * ledgers that are read for decades (TT 01/2018/TT-VPCP, Đ17.1b).
 */
const samples: ReadonlyArray<Sample> = readdirSync(new URL(".", import.meta.url))
  .filter((file) => file.startsWith("dossier-") && file.endsWith(".jsonl"))
  .toSorted()
  .flatMap((file) =>
    readFileSync(new URL(file, import.meta.url), "utf8")
      .trimEnd()
      .split("\n"),
  )
  .map((line) => JSON.parse(line));

const stateOf = (stream: string) =>
  samples
    .filter((sample) => sample.stream === stream)
    .map((sample) => sample as unknown as DossierEvent)
    .reduce(decider.evolve, noDossier);

it("every type of event has a sample, and none a type that is no longer known", () => {
  expect([...new Set(samples.map(({ type }) => type))].toSorted()).toEqual(DOSSIER_EVENT_TYPES.toSorted());
});

describe("what was written is still read as it was", () => {
  it.each(samples.map((sample) => [sample.type, sample.stream, sample] as const))("%s of %s", (type, _, sample) => {
    expect(sample.schemaVersion).toBeLessThanOrEqual(dossierEvents[type].schemaVersion);
    expect(dossierEvents[type].decode(sample.data)).toEqual(right(sample.data));
  });
});

describe("it still adds up to what it did", () => {
  it("a dossier that went through everything", () => {
    expect(stateOf("dossier-a")).toMatchObject({
      status: "returned",
      subjectRef: "subject-1",
      code: "000.00.01.H05-180702-0001",
      procedure: "1.001776",
      centre: "bac-ninh",
      holder: "tax one-stop",
      agency: "tax office",
      handler: null,
      receivedAt: vn("2018-07-02T09:00"),
      handOverBy: vn("2018-07-04T17:00"),
      receivingUnit: "one-stop",
      deliveringUnit: "ward 3",
      receivedBy: "staff-1",
      immediate: false,
      delegated: false,
      policy: "ND-61-2018",
      legalTerm: { unit: "workingDay", amount: 10 },
      committedTerm: { unit: "workingDay", amount: 6 },
      promisedDue: dueOn("2018-07-10"),
      rescheduledDue: dueOn("2018-08-03"),
      due: dueOn("2018-07-26"),
      clock: {
        term: { unit: "workingDay", amount: 6 },
        startedAt: vn("2018-07-10T09:00"),
        pauses: [
          { from: vn("2018-07-11T09:00"), to: vn("2018-07-13T09:00"), cause: "obligation" },
          { from: vn("2018-07-16T09:00"), to: vn("2018-07-18T09:00"), cause: "stopped" },
        ],
        extended: 2,
        stopped: null,
      },
      supplements: 1,
      supplementRequestedAt: vn("2018-07-06T09:00"),
      supplementUntil: dueOn("2018-07-20"),
      intakeSupplements: 1,
      reschedules: 1,
      noticed: [{ deadline: "dossier", of: null, stage: "overdue", to: null, due: dueOn("2018-07-26") }],
      resolved: { at: vn("2018-08-01T10:00"), outcome: "refused" },
      returnedAt: vn("2018-08-02T09:00"),
      ratings: 1,
      violations: 10,
      opinions: [
        {
          opinion: "opinion-1",
          agency: "police",
          due: dueOn("2018-07-05"),
          recordedAt: vn("2018-07-06T14:00"),
          reportedOverdue: true,
        },
      ],
      route: { route: "paper", lead: "land office" },
      subTasks: [
        {
          agency: "land office",
          term: { unit: "workingDay", amount: 1 },
          due: dueOn("2018-07-03"),
          completedAt: vn("2018-07-04T09:00"),
        },
        { agency: "tax office", term: { unit: "workingHour", amount: 8 }, due: null, completedAt: null },
      ],
      originals: [],
      vouchers: ["UNC-0001"],
      notices: [{ notice: "apology", about: "2018-07-27T08:00:00.000+07:00" }],
      apologisedAt: vn("2018-07-27T08:00"),
      resultAt: "ward 9",
      corrections: 1,
    });
  });

  it.each([
    ["dossier-b", { status: "intakeRefused", receivedAt: null }],
    ["dossier-c", { status: "withdrawn", handler: "Resource21", holder: "EMPTY", due: null }],
    ["dossier-d", { status: "stopped", supplements: 1, due: { kind: "instant", instant: vn("2018-07-05T10:00") } }],
  ])("%s", (stream, expected) => {
    expect(stateOf(stream)).toMatchObject(expected);
  });

  it("and so do the rows behind the figures", () => {
    const rows = [...rowsOf(samples.reduce(dossierRows.step, dossierRows.empty()))];
    const received = new Map(rows.map(({ stream, receivedAt }) => [stream, receivedAt]));
    expect(received.get("dossier-a")).toBe(vn("2018-07-02T09:00"));
    expect(received.get("dossier-b")).toBeNull();
    expect(received.get("dossier-c")).toBe(vn("2018-07-02T10:00"));
    const full = rows.find(({ stream }) => stream === "dossier-a");
    expect(full).toMatchObject({ agency: "tax office", rescheduled: { to: dueOn("2018-08-03") } });
    expect(full?.phases.at(-1)).toEqual({
      since: vn("2018-08-01T10:00"),
      kind: "resolved",
      due: dueOn("2018-07-26"),
      stoodStillSince: null,
    });
  });
});
