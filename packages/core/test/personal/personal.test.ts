import { anyPersonal } from "@motcua/testkit";
import fc from "fast-check";
import { isRight, left } from "fp-ts/lib/Either.js";
import { describe, expect, it } from "vitest";
import { noPersonalData, PersonalCodec } from "../../src/index.js";
import { asked } from "../support/commands.js";
import { given } from "../support/scenario.js";
import { runs } from "../support/tier.js";

describe("a field that speaks of a person", () => {
  it("is stored sealed, and never open", () => {
    fc.assert(
      fc.property(anyPersonal(), (field) => {
        expect(isRight(PersonalCodec.decode(field))).toBe(true);
      }),
      runs(50),
    );
    for (const field of [
      { subject: "s" },
      { open: "Nguyễn Văn A" },
      { subject: "s", open: "Nguyễn Văn A" },
      { subject: "s", sealed: "x", open: "Nguyễn Văn A" },
    ])
      expect(isRight(PersonalCodec.decode(field))).toBe(false);
  });

  it("without a key store is neither stored nor read: nothing falls through in clear", async () => {
    const unavailable = left({ code: "PersonalDataUnavailable", subject: "s", reason: "noKeyStore" });
    expect(await noPersonalData.seal({ subject: "s", open: "Nguyễn Văn A" })()).toEqual(unavailable);
    expect(await noPersonalData.open({ subject: "s", sealed: "x" })()).toEqual(unavailable);
    expect(await noPersonalData.contactOf("s", "sms")()).toEqual(unavailable);
  });
});

describe("personal data never reaches a decision", () => {
  const name = "Nguyễn Văn A";
  const applicant = { subject: "subject-1", open: name };
  const note = { subject: "subject-1", open: `${name} said` };
  const history = [
    asked("submit", "2018-07-01T20:00", { applicant }),
    asked("receive", "2018-07-02T09:00", { applicant }),
    asked("requestSupplement", "2018-07-03T09:00", { note }),
    asked("receiveSupplement", "2018-07-04T09:00"),
    asked("apologiseAndReschedule", "2018-07-05T09:00", { note }),
    asked("resolve", "2018-07-06T09:00", { outcome: "refused", reasons: ["disputed"], note }),
  ];

  it("it travels in the events and is not kept in the state", () => {
    expect(given().when(asked("receive", "2018-07-02T09:00", { applicant })).events).toMatchObject([
      { data: { applicant } },
    ]);
    expect(JSON.stringify(given(...history).state)).not.toContain(name);
  });

  it("the state is the same without it, so erasure changes no outcome", () => {
    const erased = JSON.parse(JSON.stringify(history).replaceAll(name, "")) as typeof history;
    expect(given(...erased).state).toEqual(given(...history).state);
  });
});
