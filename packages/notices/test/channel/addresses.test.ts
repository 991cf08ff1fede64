import { describe, expect, it } from "vitest";
import { emailAddress, phoneNumber } from "../../src/index.js";

describe("addresses", () => {
  it.each([
    ["0912345678", "+84912345678"],
    ["(0241) 382.1234", "+842413821234"],
    ["+84 912-345-678", "+84912345678"],
    ["+31612345678", "+31612345678"],
    ["912345678", undefined],
    ["0012345678", undefined],
    ["+0123456789", undefined],
    ["tel:0912345678", undefined],
    ["", undefined],
  ])("the phone number %s is %s", (text, number) => {
    expect(phoneNumber(text)).toBe(number);
  });

  it("are told from other texts in no time, however long", () => {
    const long = "a".repeat(50_000);
    for (const text of [long, `${long}@${long}`, "0".repeat(50_000), `${"a.".repeat(25_000)}@b.c`, "@".repeat(50_000)])
      expect([emailAddress(text), phoneNumber(text)]).toEqual([undefined, undefined]);
    expect(emailAddress("nguyen.van-a+motcua@mail.bacninh.gov.vn")).toBe("nguyen.van-a+motcua@mail.bacninh.gov.vn");
  });
});
