import { describe, expect, it } from "vitest";
import { isAgencyCode, isFieldCode, isProcedureCode } from "../../src/index.js";

describe("the code of a procedure, in the three forms in use", () => {
  it.each(["1.001776", "2.000908", "3.000001", "1.010708.000.00.00.H56", "1.000948.H38"])("%s is one", (code) => {
    expect(isProcedureCode(code)).toBe(true);
  });

  it.each([
    ["a kind beyond 3", "4.001776"],
    ["five digits", "1.00177"],
    ["seven digits", "1.0017760"],
    ["a province beyond the list", "1.000948.Z38"],
    ["one group too few", "1.010708.000.00.H56"],
    ["something before it", "x1.001776"],
    ["a line after it", "1.001776\n"],
    ["the number of an older catalogue", "T-BNI-265123-TT"],
  ])("%s: none", (_, code) => {
    expect(isProcedureCode(code)).toBe(false);
  });
});

describe("the code of a field (TT 01/2018, Đ20)", () => {
  it.each(["G03-GD10", "H05-1", "A00-X"])("%s is one", (code) => {
    expect(isFieldCode(code)).toBe(true);
  });

  it.each(["Z03-GD10", "G3-GD10", "G03-", "G03-gd10", "G03-GD-10", "G03-GD10\n"])("%j is none", (code) => {
    expect(isFieldCode(code)).toBe(false);
  });
});

describe("the code of an agency (QĐ 20/2020)", () => {
  it.each(["H56", "H56.14", "H15.50.05.13", "A01.B2C", `H56.${"1".repeat(31)}`])("%s is one", (code) => {
    expect(isAgencyCode(code)).toBe(true);
  });

  it.each(["Z56", "H5", "H56.", "H56..14", "h56.14", "H56-14", `H56.${"1".repeat(32)}`, "H56\n"])(
    "%j is none",
    (code) => {
      expect(isAgencyCode(code)).toBe(false);
    },
  );
});
