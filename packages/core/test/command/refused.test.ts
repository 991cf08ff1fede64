import { isRight, left } from "fp-ts/lib/Either.js";
import { describe, expect, it } from "vitest";
import {
  decodeDossierCommand,
  decodeNumberCommand,
  decodePetitionCommand,
  decodeUnitCommand,
} from "../../src/index.js";
import { asked } from "../support/commands.js";

const withdraw = { type: "withdraw", at: 1_530_496_800_000 };
const receive = asked("receive", "2018-07-02T09:00");

const faultsOf = (value: unknown, decode: (value: unknown) => unknown = decodeDossierCommand) =>
  (decode(value) as { readonly left?: { readonly faults: ReadonlyArray<string> } }).left?.faults;

describe("what is no command at all", () => {
  it.each([null, 7, "withdraw", [withdraw], undefined])("%j is no object", (value) => {
    expect(decodeDossierCommand(value)).toEqual(
      left({ code: "CommandRefused", command: null, faults: ["command: must be an object"] }),
    );
  });

  it.each(["approve it", "constructor", "__proto__", "toString", "lodge"])("the type %s is not known", (type) => {
    expect(decodeDossierCommand({ ...withdraw, type })).toEqual(
      left({
        code: "CommandRefused",
        command: type,
        faults: [expect.stringMatching(/^type: must be one of submit, .*withdraw, .*extendDeadline$/)],
      }),
    );
  });

  it("a type is known to its own aggregate only", () => {
    expect(decodeNumberCommand({ at: 0 })).toEqual(
      left({ code: "CommandRefused", command: null, faults: ["type: must be one of claimNumber"] }),
    );
    expect(isRight(decodePetitionCommand(withdraw))).toBe(true);
    expect(faultsOf(withdraw, decodeUnitCommand)).toEqual([expect.stringMatching(/^type: /)]);
  });
});

describe("where something is wrong", () => {
  it("every fault is told at once, with its place", () => {
    expect(faultsOf({ ...receive, code: 7, channel: "fax", legalTerm: { unit: "workingDay", amount: 1.5 } })).toEqual(
      expect.arrayContaining([
        "code: must be string",
        expect.stringMatching(/^channel: must be "inPerson" \|/),
        "legalTerm.amount: must be a whole number",
      ]),
    );
  });

  it("an unknown member is found at any depth", () => {
    expect(faultsOf({ ...receive, legalTerm: { unit: "workingDay", amount: 5, countform: "instant" } })).toEqual([
      "legalTerm.countform: is not known here; known: amount, countFrom, unit",
    ]);
    const agencies = [{ agency: "tax office", term: { unit: "workingHour", amount: 8, countFrom: "instant" } }];
    expect(faultsOf(asked("openSubTasks", "2018-07-02T09:00", { agencies: agencies as never }))).toEqual([
      "agencies.term.countFrom: is not known here; known: amount, unit",
    ]);
    const correction = { field: "agency", from: "a", to: "b", form: "c" };
    expect(faultsOf(asked("correctFact", "2018-07-02T09:00", { correction: correction as never }))).toEqual([
      "correction.form: is not known here; known: field, from, to",
    ]);
  });

  it("a member that may be left out may not be undefined", () => {
    expect(faultsOf({ ...withdraw, reason: undefined })).toEqual(["reason: must be left out, or have a value"]);
  });

  it("a correction is judged by the fact that it names, not by the others", () => {
    const correction = { field: "receivedAt", from: 0, to: "yesterday" };
    expect(faultsOf(asked("correctFact", "2018-07-02T09:00", { correction: correction as never }))).toEqual([
      "correction.to: must be whole milliseconds, from year 1 to 9999",
    ]);
  });

  it.each([
    [Number.NaN],
    [0.5],
    [Number.POSITIVE_INFINITY],
    ["2018-07-02T09:00+07:00"],
    [-62_135_596_800_001],
    [253_402_300_800_000],
  ])("%s is no instant", (at) => {
    expect(faultsOf({ ...withdraw, at })).toEqual(["at: must be whole milliseconds, from year 1 to 9999"]);
  });
});

describe("a personal field in a command", () => {
  const noted = (note: unknown) => decodeDossierCommand({ ...withdraw, note });

  it.each([
    { subject: "s-1", open: "Nguyễn Văn A" },
    { subject: "s-1", sealed: "c2VhbGVk" },
  ])("may be %j", (note) => {
    expect(noted(note)).toEqual({ _tag: "Right", right: { ...withdraw, note } });
  });

  it.each([
    "Nguyễn Văn A",
    null,
    { open: "Nguyễn Văn A" },
    { subject: "s-1" },
    { subject: "s-1", open: 7 },
    { subject: "s-1", open: "a", sealed: "b" },
    { subject: "s-1", open: "a", name: "b" },
  ])("may not be %j, and what it says is not repeated", (note) => {
    expect(noted(note)).toEqual(
      left({
        code: "CommandRefused",
        command: "withdraw",
        faults: ["note: must be a subject with either an open or a sealed text"],
      }),
    );
  });
});
