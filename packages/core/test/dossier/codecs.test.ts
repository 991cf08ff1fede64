import { anyEventOf } from "@motcua/testkit";
import fc from "fast-check";
import { left, right } from "fp-ts/lib/Either.js";
import { describe, expect, it } from "vitest";
import { DOSSIER_EVENT_TYPES, type DossierEventType, dossierEvents } from "../../src/index.js";
import { runs } from "../support/tier.js";

const received = {
  subjectRef: "subject-1",
  centre: "bac-ninh",
  unit: "one-stop",
  agency: "land office",
  procedure: { code: "1.001776", version: 1, field: "land" },
  channel: "inPerson",
};

const actor = { role: "approver", id: "staff-1" };
const corrected = { reason: "r", basis: "b", by: actor, approvedBy: actor };

const faults = (type: DossierEventType, data: unknown) => {
  const decoded = dossierEvents[type].decode(data);
  return decoded._tag === "Left" ? decoded.left : [];
};

it("there are 44 types of events, each with its schema", () => {
  expect(DOSSIER_EVENT_TYPES).toHaveLength(44);
  expect(Object.keys(dossierEvents)).toEqual(DOSSIER_EVENT_TYPES);
  for (const { schemaVersion } of Object.values(dossierEvents)) expect(schemaVersion).toBe(1);
});

describe.each(DOSSIER_EVENT_TYPES)("%s", (type) => {
  it("is read as it was written", () => {
    fc.assert(
      fc.property(anyEventOf(type), ({ data }) => {
        expect(dossierEvents[type].decode(JSON.parse(JSON.stringify(data)))).toEqual(right(data));
      }),
      runs(50),
    );
  });

  it("is refused when it is no object", () => {
    for (const data of [null, "text", 5, []]) expect(faults(type, data)).toEqual(["data: must be an object"]);
  });

  it("is refused without a member that must be there, by its name", () => {
    fc.assert(
      fc.property(anyEventOf(type), ({ data }) => {
        const required = Object.keys(data).filter((member) => {
          const { [member]: _, ...without } = data as Readonly<Record<string, unknown>>;
          return faults(type, without).length > 0;
        });
        for (const member of required) {
          const { [member]: _, ...without } = data as Readonly<Record<string, unknown>>;
          for (const fault of faults(type, without)) expect(fault.startsWith(`${member}: must be `)).toBe(true);
        }
      }),
      runs(5),
    );
  });
});

describe("what is wrong is named by its place", () => {
  it.each<[DossierEventType, unknown, ReadonlyArray<string>]>([
    [
      "DossierReceived",
      { ...received, procedure: { ...received.procedure, version: 1.5 } },
      ["procedure.version: must be a whole number"],
    ],
    ["DossierReceived", { ...received, procedure: "1.001776" }, ["procedure: must be an object"]],
    [
      "DossierReceived",
      { ...received, promisedDue: { kind: "date", date: "2018-02-30" } },
      ["promisedDue.date: must be a date that exists, YYYY-MM-DD"],
    ],
    [
      "DossierReceived",
      { ...received, channel: "fax" },
      ['channel: must be "inPerson" | "online" | "postal" | "other"'],
    ],
    [
      "DossierReceived",
      { ...received, handOverBy: 8.64e15 + 1 },
      ["handOverBy: must be whole milliseconds, from year 1 to 9999"],
    ],
    [
      "FinancialObligationNotified",
      { amounts: [{ kind: "fee", minor: 0.5, currency: "VND" }] },
      ["amounts.minor: must be a whole number"],
    ],
    ["SupplementRequested", { items: "map" }, ["items: must be a list"]],
    [
      "FactCorrected",
      { ...corrected, correction: { field: "receivedAt", from: 0, to: 0.5 } },
      ["correction.to: must be whole milliseconds, from year 1 to 9999"],
    ],
    [
      "FactCorrected",
      { ...corrected, correction: { field: "agency", from: "a", to: 5 } },
      ["correction.to: must be string"],
    ],
    ["ResultApproved", { by: { role: "approver" } }, ["by.id: must be string"]],
    ["DossierForwarded", { from: "a", to: "b", violations: [{ rule: "r" }] }, ["violations.detail: must be string"]],
  ])("%s", (type, data, expected) => {
    expect(dossierEvents[type].decode(data)).toEqual(left(expected));
  });

  it("several faults are all named", () => {
    expect(faults("DossierReceived", { ...received, unit: 1, agency: null })).toEqual([
      "unit: must be string",
      "agency: must be string",
    ]);
  });

  it("values are never repeated: they may speak of a person", () => {
    const secret = "Nguyễn Văn A";
    const wrong = [
      { ...received, channel: secret },
      { ...received, procedure: secret },
      { ...received, applicant: { subject: "s", name: secret } },
      { ...received, applicant: secret },
      { ...received, legalTerm: { unit: secret, amount: secret } },
      { ...received, promisedDue: { kind: "date", date: secret } },
      { ...received, source: { log: "l", attributes: { a: [secret] } } },
      secret,
    ];
    for (const data of wrong) {
      const named = faults("DossierReceived", data);
      expect(named.length).toBeGreaterThan(0);
      expect(named.join()).not.toContain(secret);
    }
  });
});

it("members that are not known here survive: what a later version wrote is not lost by reading it", () => {
  const later = { ...received, lane: "fast", procedure: { ...received.procedure, onlineLevel: 4 } };
  expect(dossierEvents.DossierReceived.decode(later)).toEqual(right(later));
});
