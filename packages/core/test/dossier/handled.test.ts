import { handle, inMemoryEventStore } from "@motcua/event-store";
import { isLeft } from "fp-ts/lib/Either.js";
import { describe, expect, it } from "vitest";
import { dossierEvent, dossierEvents, dossierStream } from "../../src/index.js";
import { asked } from "../support/commands.js";
import { given } from "../support/scenario.js";
import { decider, dueOn, vn } from "../support/vietnam.js";

const opened = () => {
  const store = inMemoryEventStore();
  return { store, dossiers: handle(store, decider, { streamOf: dossierStream, catalog: dossierEvents }) };
};

describe("what could not be read again is not written", () => {
  it.each([
    [
      "a version that is no whole number",
      asked("receive", "2018-07-02T09:00", { procedure: { code: "1", version: 1.5, field: "land" } }),
      "procedure.version",
    ],
    [
      "a personal field that is not sealed",
      asked("receive", "2018-07-02T09:00", { applicant: { subject: "s", open: "Nguyễn Văn A" } }),
      "applicant: must be sealed",
    ],
  ])("%s", async (_what, command, fault) => {
    const { store, dossiers } = opened();
    const handled = await dossiers("d", command)();
    expect(isLeft(handled) && handled.left).toMatchObject({
      code: "EventNotValid",
      faults: [expect.stringContaining(fault)],
    });
    expect(await store.readStream("dossier-d")()).toMatchObject({ right: { version: 0 } });
  });
});

describe("a dossier that was imported, from before any policy that is loaded", () => {
  const imported = dossierEvent("DossierReceived", vn("2011-10-11T13:42"), {
    subjectRef: "s",
    centre: "m",
    unit: "u",
    agency: "a",
    procedure: { code: "p", version: 1, field: "f" },
    channel: "online",
    promisedDue: { kind: "instant", instant: vn("2011-12-06T13:41") },
  });
  const state = decider.evolve(decider.initial, imported);

  it("can be found overdue, decided and returned", () => {
    for (const command of [
      asked("noteOverdue", "2011-12-07T00:00"),
      asked("resolve", "2011-12-07T00:00", { outcome: "refused", reasons: ["late"] }),
    ])
      expect(decider.decide(command, state)).toMatchObject({ _tag: "Right" });
  });

  it("but not asked for a supplement: nothing says how often it may be", () => {
    expect(decider.decide(asked("requestSupplement", "2011-11-07T00:00"), state)).toMatchObject({
      left: { code: "PolicyMissing", date: "2011-10-11" },
    });
  });
});

describe("a date that was put off, and then a supplement", () => {
  it("the later of the two binds: no notice before the term that began anew has passed", () => {
    const scenario = given(
      asked("receive", "2018-07-02T09:00"),
      asked("apologiseAndReschedule", "2018-07-05T09:00", { to: dueOn("2018-07-16") }),
      asked("requestSupplement", "2018-07-05T10:00"),
      asked("receiveSupplement", "2018-07-30T09:00"),
    );
    const due = dueOn("2018-08-06");
    expect(scenario.when(asked("noteOverdue", "2018-07-31T09:00")).refused).toEqual({ code: "NotOverdue", due });
    expect(scenario.when(asked("noteOverdue", "2018-08-07T09:00")).events).toMatchObject([{ data: { due } }]);
  });
});

it("an instant that no calendar knows is refused, not thrown", () => {
  for (const at of [Number.NaN, 1.5, 9e15])
    expect(given().when({ ...asked("receive", "2018-07-02T09:00"), at }).refused).toMatchObject({
      code: "InstantRefused",
    });
});
