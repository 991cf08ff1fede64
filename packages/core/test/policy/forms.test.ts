import { describe, expect, it } from "vitest";
import { type FormPurpose, formInForce, ND_61_2018, ND_118_2025, VIETNAM_POLICIES } from "../../src/index.js";

const numbered = (...found: ReadonlyArray<ReturnType<typeof formInForce>>) =>
  found.map((form) => form && `${form.regulation} ${form.number}`);

describe("a form is named by its regulation and number (TT 01/2018, Đ9; TT 03/2025)", () => {
  it("before TT 01/2018 took effect none is named", () => {
    expect(formInForce(ND_61_2018, "appointment", "2019-01-05")).toBeNull();
    expect(numbered(formInForce(ND_61_2018, "appointment", "2019-01-06"))).toEqual(["TT-01-2018 01"]);
  });

  it("05 was the control sheet, and is the notice of stopping since TT 03/2025", () => {
    expect(numbered(formInForce(ND_61_2018, "processControl", "2020-01-01"))).toEqual(["TT-01-2018 05"]);
    expect(numbered(formInForce(ND_118_2025, "stop", "2025-09-15"))).toEqual(["TT-03-2025 05"]);
    expect(numbered(formInForce(ND_118_2025, "processControl", "2025-09-15"))).toEqual(["TT-03-2025 06"]);
  });

  it("no earlier regulation has a form for stopping", () => {
    expect(formInForce(ND_61_2018, "stop", "2025-06-30")).toBeNull();
    expect(formInForce(ND_118_2025, "stop", "2025-09-14")).toBeNull();
  });

  it("the latest that has begun is written", () => {
    expect(
      numbered(formInForce(ND_118_2025, "register", "2025-09-14"), formInForce(ND_118_2025, "register", "2025-09-15")),
    ).toEqual(["TT-01-2018 06", "TT-03-2025 07"]);
  });

  it("no number of a regulation has two purposes", () => {
    for (const { forms } of VIETNAM_POLICIES) {
      const purposes = new Map<string, FormPurpose>();
      for (const { regulation, number, purpose } of forms) {
        expect(purposes.has(`${regulation} ${number}`)).toBe(false);
        purposes.set(`${regulation} ${number}`, purpose);
      }
    }
  });
});
