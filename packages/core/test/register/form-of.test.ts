import { anyEvents } from "@motcua/testkit";
import fc from "fast-check";
import { isLeft, left } from "fp-ts/lib/Either.js";
import { describe, expect, it } from "vitest";
import {
  type DossierEvent,
  FORMS,
  type FormDetails,
  type FormDocument,
  type FormPeople,
  type FormRegulation,
  formOf,
  formsOf,
  HO_CHI_MINH,
} from "../../src/index.js";
import { asked } from "../support/commands.js";
import { rightOf } from "../support/either.js";
import { historyOf } from "../support/history.js";
import { runs } from "../support/tier.js";

const received = asked("receive", "2018-07-02T09:05");
const zone = HO_CHI_MINH;

const people = {
  applicant: { name: "Nguyễn Thị A", address: "12 phố Huyền Quang", phone: "0900000001", email: "a@example.vn" },
  submitter: { name: "Trần Văn B", address: "3 phố Thiên Đức", phone: "0900000002", identity: "000000000001" },
} satisfies FormPeople;

const form = (
  number: string,
  history: ReadonlyArray<DossierEvent>,
  details: Partial<FormDetails> = {},
  regulation: FormRegulation = "TT-01-2018",
): FormDocument => rightOf(formOf(history, { regulation, number }, { zone, ...details }));

/** What stands beside a label, in Vietnamese. */
const said = ({ fields }: FormDocument, label: string): string | null | undefined => {
  const found = fields.find((each) => each.label.vi === label);
  if (found === undefined) return undefined;
  return typeof found.value === "object" && found.value !== null ? found.value.vi : found.value;
};

describe("form 01: receipt and appointment (NĐ 61/2018, Đ17.3)", () => {
  it("says everything that the event and the caller know", () => {
    const history = historyOf(
      asked("receive", "2018-07-02T09:05", {
        receivedBy: "officer-7",
        deliveryMethod: "postal",
        committedTerm: { unit: "workingDay", amount: 3 },
      }),
    );
    expect(
      form("01", history, {
        people,
        names: { "bac-ninh": "Trung tâm Hành chính công", "officer-7": "Lê Văn C" },
        procedureName: "Cấp giấy phép xây dựng",
        copies: 2,
        components: [{ name: "Bản vẽ", originals: 1, certified: 0, photocopies: 2 }],
      }),
    ).toEqual({
      regulation: "TT-01-2018",
      number: "01",
      kind: "appointment",
      title: {
        vi: "Giấy tiếp nhận hồ sơ và hẹn trả kết quả",
        en: "Receipt of the dossier and appointment for the result",
      },
      paper: "A5",
      code: "000.00.01.H05-180702-0001",
      issuer: "Trung tâm Hành chính công",
      issuedOn: "2018-07-02",
      fields: [
        { label: { vi: "Đơn vị tiếp nhận", en: "Received by" }, value: "one-stop" },
        { label: { vi: "Người nộp hồ sơ", en: "Handed in by" }, value: "Trần Văn B" },
        { label: { vi: "Hình thức nộp", en: "Handed in" }, value: { vi: "Trực tiếp", en: "in person" } },
        { label: { vi: "Địa chỉ", en: "Address" }, value: "3 phố Thiên Đức" },
        { label: { vi: "Số điện thoại", en: "Phone" }, value: "0900000002" },
        { label: { vi: "E-mail", en: "E-mail" }, value: null },
        { label: { vi: "Số giấy tờ tùy thân", en: "Identity paper" }, value: "000000000001" },
        { label: { vi: "Nội dung yêu cầu giải quyết", en: "What is asked for" }, value: "Cấp giấy phép xây dựng" },
        { label: { vi: "Chủ hồ sơ", en: "Applicant" }, value: "Nguyễn Thị A" },
        { label: { vi: "Địa chỉ chủ hồ sơ", en: "Applicant's address" }, value: "12 phố Huyền Quang" },
        { label: { vi: "Số lượng hồ sơ (bộ)", en: "Sets of papers" }, value: "2" },
        {
          label: { vi: "Thời gian giải quyết theo quy định", en: "Term by law" },
          value: { vi: "5 ngày làm việc", en: "5 working days" },
        },
        {
          label: { vi: "Thời gian giải quyết đã rút ngắn", en: "Announced term" },
          value: { vi: "3 ngày làm việc", en: "3 working days" },
        },
        {
          label: { vi: "Thời điểm nhận hồ sơ", en: "Received at" },
          value: { vi: "09 giờ 05 phút, ngày 02/07/2018", en: "2018-07-02 09:05" },
        },
        {
          label: { vi: "Thời điểm trả kết quả", en: "Result promised by" },
          value: { vi: "ngày 05/07/2018", en: "2018-07-05" },
        },
        {
          label: { vi: "Nơi nhận kết quả", en: "Result to be had" },
          value: { vi: "Qua dịch vụ bưu chính công ích", en: "by the public postal service" },
        },
      ],
      tables: [
        {
          title: { vi: "Thành phần hồ sơ", en: "Papers" },
          columns: [
            { vi: "STT", en: "No." },
            { vi: "Tên giấy tờ", en: "Paper" },
            { vi: "Bản chính", en: "Originals" },
            { vi: "Bản chứng thực", en: "Certified copies" },
            { vi: "Bản photo", en: "Photocopies" },
          ],
          rows: [["1", "Bản vẽ", "1", "0", "2"]],
        },
      ],
      signatures: [
        { role: { vi: "Người nộp hồ sơ", en: "Handed in by" }, name: "Trần Văn B" },
        { role: { vi: "Người tiếp nhận hồ sơ", en: "Received by" }, name: "Lê Văn C" },
      ],
    });
  });

  it("keeps the promise of the day, whatever became of it later", () => {
    const history = historyOf(received, asked("apologiseAndReschedule", "2018-07-06T09:00"));
    expect(said(form("01", history), "Thời điểm trả kết quả")).toBe("ngày 09/07/2018");
  });

  it("a term in hours promises an instant", () => {
    const history = historyOf(asked("receive", "2018-07-02T09:05", { legalTerm: { unit: "workingHour", amount: 4 } }));
    expect(said(form("01", history), "Thời điểm trả kết quả")).toBe("14 giờ 35 phút, ngày 02/07/2018");
    expect(said(form("01", history), "Thời gian giải quyết theo quy định")).toBe("4 giờ làm việc");
  });

  it("who hands in is the applicant, where nobody else is named", () => {
    const { applicant } = people;
    expect(said(form("01", historyOf(received), { people: { applicant } }), "Người nộp hồ sơ")).toBe("Nguyễn Thị A");
  });
});

describe("form 02: what is missing (NĐ 61/2018, Đ19.4)", () => {
  it("lists it, with the guide's phone", () => {
    const history = historyOf(received, asked("requestSupplement", "2018-07-04T09:00", { items: ["map", "deed"] }));
    const document = form("02", history, { people: { note: "Bản vẽ chưa có dấu" }, officer: { phone: "0900000003" } });
    expect(document.tables[0]?.rows).toEqual([
      ["1", "map"],
      ["2", "deed"],
    ]);
    expect(document).toMatchObject({ issuedOn: "2018-07-04", code: "000.00.01.H05-180702-0001" });
    expect(said(document, "Lý do")).toBe("Bản vẽ chưa có dấu");
    expect(said(document, "Số điện thoại người hướng dẫn")).toBe("0900000003");
  });

  it("before reception it has no code yet", () => {
    const history = historyOf(
      asked("submit", "2018-07-02T20:00"),
      asked("requestIntakeSupplement", "2018-07-03T08:00", { items: ["deed"] }),
    );
    expect(form("02", history)).toMatchObject({
      code: null,
      issuedOn: "2018-07-03",
      tables: [{ rows: [["1", "deed"]] }],
    });
  });

  it("is the last one of two, and the first one in a history that is cut off before", () => {
    const [submitted, first, taken, second] = [
      ...historyOf(
        asked("submit", "2018-07-02T08:00"),
        asked("requestIntakeSupplement", "2018-07-02T08:30", { items: ["first"] }),
      ),
      ...historyOf(received, asked("requestSupplement", "2018-07-03T09:00", { items: ["second"] })),
    ] as [DossierEvent, DossierEvent, DossierEvent, DossierEvent];
    expect(form("02", [submitted, first, taken, second]).tables[0]?.rows).toEqual([["1", "second"]]);
    expect(form("02", [submitted, first, taken]).tables[0]?.rows).toEqual([["1", "first"]]);
  });
});

describe("form 03: refused, with reasons", () => {
  it("at intake (NĐ 61/2018, Đ17.2a)", () => {
    const history = historyOf(
      asked("refuseIntake", "2018-07-02T09:00", { reasons: ["not our competence", "no deed"] }),
    );
    expect(said(form("03", history), "Lý do từ chối")).toBe("not our competence; no deed");
  });

  it("after appraisal, as the result (Đ19.8)", () => {
    const history = historyOf(
      received,
      asked("resolve", "2018-07-05T09:00", { outcome: "refused", reasons: ["zoning"] }),
    );
    const document = form("03", history, { people: { note: "quy hoạch đất ở" } });
    expect(said(document, "Lý do từ chối")).toBe("zoning; quy hoạch đất ở");
    expect(document.code).toBe("000.00.01.H05-180702-0001");
  });

  it("a result that is granted is no refusal", () => {
    const history = historyOf(received, asked("resolve", "2018-07-05T09:00"));
    expect(formOf(history, { regulation: "TT-01-2018", number: "03" }, { zone })).toEqual(
      left({ code: "FormNotIssued", form: { regulation: "TT-01-2018", number: "03" } }),
    );
  });
});

describe("form 04: apology and new date (NĐ 61/2018, Đ19.9)", () => {
  it("names the old date, the reason and the new date", () => {
    const history = historyOf(received, asked("apologiseAndReschedule", "2018-07-06T09:00", { reason: "a storm" }));
    const document = form("04", history, { people, documentNumber: "15/PXL" });
    expect(
      ["Số", "Kính gửi", "Ngày hẹn trả kết quả", "Lý do chưa trả được kết quả", "Ngày hẹn trả mới"].map((label) =>
        said(document, label),
      ),
    ).toEqual(["15/PXL", "Nguyễn Thị A", "ngày 09/07/2018", "a storm", "ngày 31/07/2018"]);
    expect(said(document, "Cơ quan, đơn vị chủ trì")).toBe("land office");
  });

  it("the old date is the one that was put off, whatever the clock did later", () => {
    const history = historyOf(
      received,
      asked("apologiseAndReschedule", "2018-07-06T09:00"),
      asked("requestSupplement", "2018-07-06T10:00"),
      asked("receiveSupplement", "2018-07-20T09:00"), // the term begins anew: to 27 July
    );
    expect(said(form("04", history), "Ngày hẹn trả kết quả")).toBe("ngày 09/07/2018");
  });

  it("an imported apology without a new date leaves it open", () => {
    const apology: DossierEvent = { type: "ApologyIssued", occurredAt: 0, data: { reason: "late" } };
    expect(said(form("04", [...historyOf(received), apology]), "Ngày hẹn trả mới")).toBeNull();
  });
});

describe("form 05 of TT 03/2025: processing has stopped", () => {
  it("says since when and why", () => {
    const history = historyOf(received, asked("stop", "2018-07-04T10:30", { reason: "dispute in court" }));
    const document = form("05", history, {}, "TT-03-2025");
    expect(said(document, "Dừng giải quyết từ")).toBe("10 giờ 30 phút, ngày 04/07/2018");
    expect(said(document, "Lý do dừng giải quyết")).toBe("dispute in court");
  });

  it("a supplement that never came is a reason of its own", () => {
    const history = historyOf(
      received,
      asked("requestSupplement", "2018-07-04T09:00"),
      asked("expireSupplement", "2018-08-30T09:00"),
    );
    expect(said(form("05", history, {}, "TT-03-2025"), "Lý do dừng giải quyết")).toBe("Quá thời hạn bổ sung hồ sơ");
  });
});

describe("the forms that a dossier has so far", () => {
  const life = historyOf(
    received,
    asked("requestSupplement", "2018-07-04T09:00"),
    asked("receiveSupplement", "2018-07-06T09:00"),
    asked("apologiseAndReschedule", "2018-07-09T09:00"),
    asked("stop", "2018-07-10T09:00"),
    asked("resume", "2018-07-11T09:00"),
    asked("resolve", "2018-07-12T09:00", { outcome: "refused", reasons: ["zoning"] }),
  );
  const kinds = (regulation: FormRegulation) =>
    formsOf(life, regulation).map(({ kind, number }) => `${number} ${kind}`);

  it("in the order in which they were issued, as each circular numbers them", () => {
    expect(kinds("TT-01-2018")).toEqual([
      "01 appointment",
      "05 controlSheet",
      "02 supplement",
      "04 apology",
      "03 refusal",
    ]);
    expect(kinds("TT-03-2025")).toEqual([
      "01 appointment",
      "06 controlSheet",
      "02 supplement",
      "04 apology",
      "05 stop",
      "03 refusal",
    ]);
  });

  it("each of them can be written, and no other", () => {
    fc.assert(
      fc.property(anyEvents(8), (history) => {
        for (const { regulation, number } of FORMS) {
          const has = formsOf(history, regulation).some((issued) => issued.number === number);
          expect([number, isLeft(formOf(history, { regulation, number }, { zone }))]).toEqual([number, !has]);
        }
      }),
      runs(150),
    );
  });

  it("a table has a cell for every column", () => {
    fc.assert(
      fc.property(anyEvents(8), (history) => {
        for (const { regulation, number } of formsOf(history, "TT-03-2025"))
          for (const { columns, rows } of form(number, history, {}, regulation).tables)
            for (const row of rows) expect(row).toHaveLength(columns.length);
      }),
      runs(150),
    );
  });
});

describe("no form knows a person whom it was not told of (NĐ 61/2018, Đ5.1d)", () => {
  const personal = ["Chủ hồ sơ", "Địa chỉ", "Số điện thoại", "E-mail", "Người nộp hồ sơ", "Số giấy tờ tùy thân"];

  it("absent texts print as dotted lines", () => {
    const document = form("01", historyOf(received));
    for (const label of personal) expect([label, said(document, label)]).toEqual([label, null]);
    expect(document.signatures.map(({ name }) => name)).toEqual([null, null]);
  });

  it("texts that are open in the events are not read", () => {
    const secret = { subject: "subject-1", open: "SECRET" };
    const history = historyOf(
      asked("receive", "2018-07-02T09:05", { applicant: secret, submitterRef: "SECRET" }),
      asked("requestSupplement", "2018-07-04T09:00", { note: secret }),
      asked("receiveSupplement", "2018-07-06T09:00"),
      asked("apologiseAndReschedule", "2018-07-09T09:00", { note: secret }),
      asked("stop", "2018-07-10T09:00", { note: secret }),
      asked("resume", "2018-07-11T09:00"),
      asked("resolve", "2018-07-12T09:00", { outcome: "refused", reasons: ["zoning"], note: secret }),
    );
    const forms = formsOf(history, "TT-03-2025");
    expect(forms).toHaveLength(6);
    for (const { number } of forms)
      expect(JSON.stringify(form(number, history, {}, "TT-03-2025"))).not.toContain("SECRET");
  });
});
