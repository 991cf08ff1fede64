import fc from "fast-check";
import { isLeft } from "fp-ts/lib/Either.js";
import { describe, expect, it } from "vitest";
import {
  builtInTemplates,
  lostWithoutMarks,
  MESSAGE_FIELDS,
  smsLength,
  withoutMarks,
  wordingOf,
} from "../../src/index.js";
import { runs } from "../support/tier.js";

describe("without its marks", () => {
  it.each([
    ["thửa đất 100 m², tờ số ½", "thua dat 100 m2, to so 1/2"],
    ["№ 5 • “a”‑b − c\td", 'No 5 - "a"-b - c d'],
    ["một\u200bcửa \ufeffđã\u00ad xong", "motcua da xong"],
    ["ＨＳ ﬁ", "HS fi"],
    ["5.000₫ = 5.000 đ", "5.000d = 5.000 d"],
  ])("%s is %s", (text, plain) => {
    expect([withoutMarks(text), lostWithoutMarks(text)]).toEqual([plain, []]);
  });

  it("every Vietnamese letter, in either form of Unicode, becomes its Latin one", () => {
    const vowels = "aăâeêioôơuưyAĂÂEÊIOÔƠUƯY";
    for (const vowel of vowels)
      for (const tone of ["", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323"])
        for (const form of ["NFC", "NFD"] as const) {
          const letter = `${vowel}${tone}`.normalize(form);
          expect(withoutMarks(letter), letter).toBe(vowel.normalize("NFD").charAt(0));
        }
    expect(withoutMarks("đĐ")).toBe("dD");
  });

  it("what is lost is told, each once, and is as much as comes out as a question mark", () => {
    expect([withoutMarks("✓ 龍 ✓?"), lostWithoutMarks("✓ 龍 ✓?")]).toEqual(["? ? ??", ["✓", "龍"]]);
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 100 }), (text) => {
        const asked = (of: string): number => of.split("?").length;
        const isChanged = asked(withoutMarks(text)) > asked(text.normalize("NFKD"));
        expect(lostWithoutMarks(text).length > 0).toBe(isChanged);
      }),
      runs(300),
    );
  });
});

describe("every text that comes along", () => {
  const fields = {
    ...Object.fromEntries(MESSAGE_FIELDS.map((field) => [field, "x"])),
    code: "000.00.01.H05-180702-0001",
    due: "16:30 09/07/2018",
    newDue: "16:30 16/07/2018",
    of: "opinion-1",
  };

  it.each(["vi", "en"] as const)("is one SMS and loses nothing, in %s", (language) => {
    const word = wordingOf({ language });
    if (isLeft(word)) throw new Error(word.left.code);
    for (const { name, body } of builtInTemplates(language, "sms")) {
      const words = word.right(name, "sms", fields);
      if (isLeft(words)) throw new Error(words.left.detail);
      expect([name, smsLength(words.right.text), lostWithoutMarks(body)]).toMatchObject([
        name,
        { encoding: "GSM-7", segments: 1 },
        [],
      ]);
    }
  });
});
