import { left } from "fp-ts/lib/Either.js";
import { describe, expect, it } from "vitest";
import { FORMS, formEntry, formFor, formOf, formRegulationOn, HO_CHI_MINH } from "../../src/index.js";

describe("a form is named by its circular and number (TT 01/2018, Đ9; TT 03/2025)", () => {
  it("form 05 has changed its meaning", () => {
    expect(formEntry({ regulation: "TT-01-2018", number: "05" })?.kind).toBe("controlSheet");
    expect(formEntry({ regulation: "TT-03-2025", number: "05" })?.kind).toBe("stop");
  });

  it("the circular of 2018 has six, that of 2025 seven", () => {
    const numbers = (regulation: string) =>
      FORMS.filter((form) => form.regulation === regulation).map(({ number }) => number);
    expect(numbers("TT-01-2018")).toEqual(["01", "02", "03", "04", "05", "06"]);
    expect(numbers("TT-03-2025")).toEqual(["01", "02", "03", "04", "05", "06", "07"]);
  });

  it.each([
    ["TT-01-2018", "01", "appointment", "A5"],
    ["TT-01-2018", "02", "supplement", "A5"],
    ["TT-01-2018", "03", "refusal", "A5"],
    ["TT-01-2018", "04", "apology", "A5"],
    ["TT-01-2018", "05", "controlSheet", "A5"],
    ["TT-01-2018", "06", "register", "A4"],
    ["TT-03-2025", "01", "appointment", "A5"],
    ["TT-03-2025", "04", "apology", "A5"],
    ["TT-03-2025", "06", "controlSheet", "A5"],
    ["TT-03-2025", "07", "register", "A4"],
  ] as const)("%s form %s is the %s, on %s", (regulation, number, kind, paper) => {
    expect(formEntry({ regulation, number })).toMatchObject({ kind, paper });
    expect(formFor(regulation, kind)?.number).toBe(number);
  });

  it("the circular of 2018 has no form for stopping", () => {
    expect(formFor("TT-01-2018", "stop")).toBeUndefined();
  });

  it("the apology of 2025 asks for more time", () => {
    expect(formEntry({ regulation: "TT-03-2025", number: "04" })?.title.vi).toBe("Văn bản xin lỗi và đề nghị gia hạn");
    expect(formEntry({ regulation: "TT-01-2018", number: "04" })?.title.vi).toBe(
      "Phiếu xin lỗi và hẹn lại ngày trả kết quả",
    );
  });

  it("a number that the circular does not have is an error, and so is a book", () => {
    const asked = (number: string) => formOf([], { regulation: "TT-01-2018", number }, { zone: HO_CHI_MINH });
    const form = (number: string) => ({ regulation: "TT-01-2018", number });
    expect(asked("07")).toEqual(left({ code: "FormUnknown", form: form("07") }));
    expect(asked("1")).toEqual(left({ code: "FormUnknown", form: form("1") }));
    expect(asked("06")).toEqual(left({ code: "FormIsABook", form: form("06") }));
    expect(asked("01")).toEqual(left({ code: "FormNotIssued", form: form("01") }));
  });

  it("which circular is written under follows from the date", () => {
    expect(formRegulationOn("2018-07-02")).toBe("TT-01-2018");
    expect(formRegulationOn("2025-09-14")).toBe("TT-01-2018");
    expect(formRegulationOn("2025-09-15")).toBe("TT-03-2025");
  });
});
