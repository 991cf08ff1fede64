import fc from "fast-check";
import { isLeft, isRight, left, right } from "fp-ts/lib/Either.js";
import { describe, expect, it } from "vitest";
import { builtInTemplates, checkTemplate, MESSAGE_FIELDS, smsLength, withoutMarks, wordingOf } from "../src/index.js";
import { rules } from "./support/centre.js";
import { runs } from "./support/tier.js";

const said = (body: string, fields: Record<string, string>, subject?: string) => {
  const checked = checkTemplate({ name: "t", body, ...(subject !== undefined && { subject }) });
  return isLeft(checked) ? checked : checked.right(fields);
};

describe("a template", () => {
  it("says what its fields are filled with", () => {
    expect(said("Hồ sơ {code} đã có kết quả, {code}.", { code: "01" })).toEqual(
      right({ text: "Hồ sơ 01 đã có kết quả, 01." }),
    );
  });

  it("with a field that nobody fills is refused before anything is sent", () => {
    expect(said("Chào {name}", {})).toEqual(
      left({ code: "TemplateFieldUnknown", template: "t", field: "name", known: MESSAGE_FIELDS }),
    );
  });

  it.each(["Hồ sơ {code", "Hồ sơ code}", "{}", "{ code }", "  "])("that is malformed is refused: %s", (body) => {
    expect(said(body, { code: "01" })).toMatchObject({ left: { code: "TemplateMalformed" } });
  });

  it("says which field is missing where one is", () => {
    expect(said("{code} {due}", { code: "01" })).toEqual(
      left({ code: "TemplateFieldMissing", template: "t", field: "due" }),
    );
  });

  it("fills nothing into what it has filled in, and no second header into its subject", () => {
    expect(said("{code} {due}", { code: "{due}", due: "$&" }, "{code}")).toEqual(
      right({ subject: "{due}", text: "{due} $&" }),
    );
    expect(said("x", { code: "a\r\nBcc: b" }, "{code}")).toMatchObject({ right: { subject: "a Bcc: b" } });
    expect(said("{constructor}", {})).toMatchObject({ left: { code: "TemplateFieldUnknown" } });
  });
});

const FIELDS = Object.fromEntries(MESSAGE_FIELDS.map((field) => [field, `<${field}>`]));

describe.each(["vi", "en"] as const)("the templates that come along, in %s", (language) => {
  const word = wordingOf({ language });

  it("are sound, for everything that a desk tells", () => {
    if (isLeft(word)) throw new Error(JSON.stringify(word.left));
    const notices = Object.keys(rules.messages.applicant);
    const warnings = [
      ...rules.deadlines.dossier.map(({ deadline, stage }) => `${deadline}.${stage}`),
      ...rules.deadlines.petition.map(({ deadline, stage }) => `petition.${deadline}.${stage}`),
    ];
    for (const name of [...notices, ...warnings])
      for (const channel of ["sms", "email", "post"] as const)
        expect(isRight(word.right(name, channel, FIELDS)), `${name} by ${channel}`).toBe(true);
    expect(word.right("unheardOf", "sms", {})).toEqual(left({ code: "TemplateMissing", detail: "unheardOf" }));
  });

  it("are one SMS each, in the alphabet of phones, with a dossier's own code and date", () => {
    if (isLeft(word)) throw new Error();
    const fields = { code: "000.00.01.H05-180702-0001", due: "09/07/2018", newDue: "16/07/2018" };
    for (const name of ["resultReady", "earlyResult", "dueSoon", "overdue", "apology"]) {
      const words = word.right(name, "sms", fields);
      if (isLeft(words)) throw new Error(words.left.detail);
      expect(smsLength(words.right.text)).toMatchObject({ encoding: "GSM-7", segments: 1 });
    }
  });
});

it("a centre's own template takes the place of the one of its name", () => {
  const word = wordingOf({ language: "vi", templates: { sms: [{ name: "resultReady", body: "Xong: {code}" }] } });
  expect(!isLeft(word) && word.right("resultReady", "sms", { code: "1" })).toEqual(right({ text: "Xong: 1" }));
  const marked = wordingOf({ language: "vi", sms: "marked" });
  expect(!isLeft(marked) && marked.right("resultReady", "sms", { code: "1" })).toMatchObject({
    right: { text: expect.stringContaining("Hồ sơ") },
  });
  expect(wordingOf({ language: "vi", templates: { long: [{ name: "x", body: "{who}" }] } })).toMatchObject({
    left: { code: "TemplateFieldUnknown" },
  });
});

it("in SMS the wording is that of the centres", () => {
  const word = wordingOf({ language: "vi" });
  expect(!isLeft(word) && word.right("resultReady", "sms", { code: "0001" })).toEqual(
    right({ text: "Ho so cua ong/ba 0001 da co ket qua. Xin moi den nhan ket qua." }),
  );
  expect(builtInTemplates("vi", "long").find(({ name }) => name === "resultReady")?.subject).toBe(
    "Hồ sơ {code} đã có kết quả",
  );
});

describe("the length of an SMS", () => {
  it.each([
    ["", "GSM-7", 0, 1],
    ["a".repeat(160), "GSM-7", 160, 1],
    ["a".repeat(161), "GSM-7", 161, 2],
    ["a".repeat(306), "GSM-7", 306, 2],
    ["a".repeat(307), "GSM-7", 307, 3],
    [`${"a".repeat(159)}€`, "GSM-7", 161, 2],
    [`${"a".repeat(152)}€${"a".repeat(152)}`, "GSM-7", 306, 3],
    ["ệ".repeat(70), "UCS-2", 70, 1],
    ["ệ".repeat(71), "UCS-2", 71, 2],
    [`${"ệ".repeat(66)}😀${"ệ".repeat(66)}`, "UCS-2", 134, 3],
  ] as const)("of %j", (text, encoding, units, segments) => {
    expect(smsLength(text)).toEqual({ encoding, units, segments });
  });

  it("grows with the text, and fits: no part is longer than its room", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 400 }), fc.string({ unit: "binary" }), (text, more) => {
        const one = smsLength(text);
        expect(smsLength(text + more).segments).toBeGreaterThanOrEqual(one.segments);
        const [alone, part] = one.encoding === "GSM-7" ? [160, 153] : [70, 67];
        expect(one.units).toBeLessThanOrEqual(one.segments === 1 ? alone : one.segments * part);
      }),
      runs(500),
    );
  });
});

describe("without its marks", () => {
  it("Vietnamese is read as people write it on phones", () => {
    expect(withoutMarks("Hồ sơ ĐẤT ĐAI đã có kết quả – “xin mời”…")).toBe('Ho so DAT DAI da co ket qua - "xin moi"...');
  });

  it("every text is in the alphabet of phones, and what is there already stays", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 200 }), (text) => {
        const plain = withoutMarks(text);
        expect(smsLength(plain).encoding).toBe("GSM-7");
        expect(withoutMarks(plain)).toBe(plain);
      }),
      runs(500),
    );
  });
});
