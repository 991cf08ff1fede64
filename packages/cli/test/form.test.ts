import type { FormDocument } from "@motcua/core";
import { describe, expect, it } from "vitest";
import { formHtml } from "../src/index.js";

const appointment: FormDocument = {
  regulation: "TT-01-2018",
  number: "01",
  kind: "appointment",
  title: { vi: "Giấy tiếp nhận hồ sơ", en: "Receipt of the dossier" },
  code: "000.00.01.H05-180702-0001",
  issuer: "Trung tâm <Bắc Ninh>",
  issuedOn: "2018-07-02",
  fields: [
    { label: { vi: "Chủ hồ sơ", en: "Applicant" }, value: 'A & "B" <script>' },
    { label: { vi: "Địa chỉ", en: "Address" }, value: null },
    { label: { vi: "Hình thức nộp", en: "Handed in" }, value: { vi: "Trực tiếp", en: "in person" } },
  ],
  tables: [
    {
      title: { vi: "Thành phần", en: "Papers" },
      columns: [
        { vi: "STT", en: "No." },
        { vi: "Tên", en: "Name" },
      ],
      rows: [["1", null]],
    },
  ],
  signatures: [{ role: { vi: "Người nộp hồ sơ", en: "Handed in by" }, name: null }],
  paper: "A5",
};

const wide: FormDocument["tables"] = [
  { title: null, columns: Array.from({ length: 6 }, () => ({ vi: "Cột", en: "Column" })), rows: [] },
];

describe("a form as a page", () => {
  const page = formHtml(appointment, "vi");

  it.each([
    ["A5", appointment.tables, "@page { size: A5 portrait;"],
    ["A5", wide, "@page { size: A5 landscape;"],
    ["A4", wide, "@page { size: A4 landscape;"],
  ] as const)("prints on %s, on its long side where the table is wide", (paper, tables, size) => {
    expect(formHtml({ ...appointment, paper, tables }, "vi")).toContain(size);
  });

  it("stands by itself: nothing is fetched and nothing runs", () => {
    expect(page).toMatch(/^<!doctype html>\n<html lang="vi">/);
    expect(page).not.toMatch(/<script|<link|<img|url\(|https?:/);
  });

  it("its title is in the language that the page says it is in", () => {
    expect(formHtml(appointment, "en")).toContain("<title>Giấy tiếp nhận hồ sơ 000.00.01.H05-180702-0001</title>");
  });

  it("what people wrote stays text", () => {
    expect(page).toContain("A &amp; &quot;B&quot; &lt;script&gt;");
    expect(page).toContain("Trung tâm &lt;Bắc Ninh&gt;");
  });

  it("says which form it is, by circular and number, and of which dossier and day", () => {
    expect(page).toContain("Mẫu số 01 - Thông tư 01/2018/TT-VPCP");
    expect(page).toContain("Mã hồ sơ: <b>000.00.01.H05-180702-0001</b>");
    expect(page).toContain("Ngày 02 tháng 07 năm 2018");
    expect(formHtml({ ...appointment, code: null, issuedOn: null }, "vi")).not.toMatch(/Mã hồ sơ|Ngày \d/);
  });

  it("what is not known is a dotted line", () => {
    expect(page).toContain('<span>Địa chỉ:</span> <span class="dots"></span>');
    expect(page.match(/class="dots"/g)).toHaveLength(1);
  });

  it("a cell without a value stays empty, to be filled in by hand", () => {
    expect(page).toContain("<tr><td>1</td><td></td></tr>");
  });

  it("is Vietnamese, and in English says each word again", () => {
    expect(page).not.toContain("Applicant");
    const english = formHtml(appointment, "en");
    expect(english).toContain('Chủ hồ sơ <i lang="en">Applicant</i>:');
    expect(english).toContain('Trực tiếp <i lang="en">in person</i>');
  });
});
