import { anyEvents } from "@motcua/testkit";
import fc from "fast-check";
import { isRight, left } from "fp-ts/lib/Either.js";
import { describe, expect, it } from "vitest";
import {
  type DossierEvent,
  type DossierState,
  type DossierStatus,
  HO_CHI_MINH,
  noDossier,
  type PortalDetails,
  type PortalDossier,
  portalProgress,
  portalSync,
  portalTime,
} from "../../src/index.js";
import { asked } from "../support/commands.js";
import { rightOf } from "../support/either.js";
import { happened } from "../support/figures.js";
import { historyOf } from "../support/history.js";
import { runs } from "../support/tier.js";
import { decider } from "../support/vietnam.js";

const zone = HO_CHI_MINH;
const code = "000.00.01.H05-180702-0001";

const stateOf = (history: ReadonlyArray<DossierEvent>): DossierState => history.reduce(decider.evolve, noDossier);

const sent = (history: ReadonlyArray<DossierEvent>, details: Partial<PortalDetails> = {}): PortalDossier => {
  const [dossier] = rightOf(portalSync(stateOf(history), history, "first", { zone, ...details })).data;
  if (dossier === undefined) throw new Error("nothing was sent");
  return dossier;
};

const life = historyOf(
  asked("submit", "2018-07-01T21:30"),
  asked("receive", "2018-07-02T09:05", { channel: "online", deliveryMethod: "postal", receivedBy: "officer-7" }),
  asked("forward", "2018-07-02T09:05"),
  asked("assignHandler", "2018-07-03T08:00"),
  asked("requestSupplement", "2018-07-04T09:00", { items: ["map", "deed"] }),
  asked("receiveSupplement", "2018-07-06T10:00"), // the term begins anew: from 9 July to 13 July
  asked("resolve", "2018-07-12T16:00"),
  asked("returnResult", "2018-07-13T08:15", { method: "postal", returnedBy: "officer-8" }),
);

const details: PortalDetails = {
  zone,
  procedureName: "Cấp giấy phép xây dựng",
  fieldName: "Đất đai",
  summary: "Nhà ở riêng lẻ",
  note: "ghi chú",
  resultInfo: "Giấy phép",
  applicant: {
    kind: "citizen",
    name: "Nguyễn Thị A",
    id: "KH-1",
    email: "a@example.vn",
    phone: "0900000001",
    identities: [{ LoaiDinhDanh: "1", SoDinhDanh: "000000000001" }],
  },
  names: {
    "land office": "Phòng Địa chính",
    "one-stop": "Bộ phận Một cửa",
    "handler-1": "Lê Văn C",
    "officer-7": "Phạm Thị D",
  },
  titles: { "handler-1": "Chuyên viên" },
  given: {
    DuocThanhToanTrucTuyen: "1",
    DSKetNoiCSDL: [{ MaCSDL: "DC" }],
    DanhSachLePhi: [{ TenPhiLePhi: "Lệ phí", MaPhiLePhi: "LP1", HinhThucThu: "1", Gia: "150000", LoaiPhiLePhi: "1" }],
  },
};

describe("DongBoHoSoMC: a dossier as the national portal takes it", () => {
  it("in the portal's names, every value where it belongs", () => {
    expect(rightOf(portalSync(stateOf(life), life, "first", details))).toStrictEqual({
      isUpdating: false,
      data: [
        {
          MaHoSo: code,
          MaTTHC: "1.001776",
          TenTTHC: "Cấp giấy phép xây dựng",
          MaLinhVuc: "land",
          TenLinhVuc: "Đất đai",
          KenhThucHien: "2",
          ChuHoSo: "Nguyễn Thị A",
          LoaiDoiTuong: "1",
          MaDoiTuong: "KH-1",
          ThongTinKhac: "",
          Email: "a@example.vn",
          Fax: "",
          SoDienThoai: "0900000001",
          TrichYeuHoSo: "Nhà ở riêng lẻ",
          NgayTiepNhan: "20180702090500",
          NgayHenTra: "20180713235959",
          TrangThaiHoSo: "10",
          NgayTra: "20180713081500",
          ThongTinTra: "Giấy phép",
          HinhThuc: "1",
          NgayKetThucXuLy: "20180712160000",
          DonViXuLy: "Phòng Địa chính",
          GhiChu: "ghi chú",
          NoiNopHoSo: "Bộ phận Một cửa",
          HoSoCoThanhPhanSoHoa: "",
          TaiKhoanDuocXacThucVoiVNeID: "",
          DuocThanhToanTrucTuyen: "1",
          NgayTuChoi: "",
          NgayNopHoSo: "20180701213000",
          DinhDanhCHS: [{ LoaiDinhDanh: "1", SoDinhDanh: "000000000001" }],
          DSKetNoiCSDL: [{ MaCSDL: "DC" }],
          TaiLieuNop: [],
          DanhSachLePhi: [
            { TenPhiLePhi: "Lệ phí", MaPhiLePhi: "LP1", HinhThucThu: "1", Gia: "150000", LoaiPhiLePhi: "1" },
          ],
          DanhSachTepDinhKemKhac: [],
          DanhSachHoSoBoSung: [
            {
              HoSoBoSungId: `${code}-1`,
              NguoiYeuCauBoSung: "Lê Văn C",
              NoiDungBoSung: "map; deed",
              NgayBoSung: "20180704090000",
              NguoiTiepNhanBoSung: "",
              ThongTinTiepNhan: "",
              NgayTiepNhanBoSung: "20180706100000",
              TrangThaiBoSung: "1",
              DanhSachGiayToBoSung: [],
              DanhSachLePhiBoSung: [],
              NgayHenTraTruoc: "20180709235959",
              NgayHenTraMoi: "20180713235959",
            },
          ],
          DanhSachGiayToKetQua: [],
        },
      ],
    });
  });

  it.each<[DossierStatus, string]>([
    ["submitted", "1"],
    ["received", "2"],
    ["intakeRefused", "3"],
    ["processing", "4"],
    ["awaitingSupplement", "5"],
    ["awaitingPayment", "6"],
    ["withdrawn", "7"],
    ["stopped", "8"],
    ["resolved", "9"],
    ["returned", "10"],
  ])("%s is TrangThaiHoSo %s", (status, expected) => {
    const { data } = rightOf(portalSync({ ...noDossier, code, status }, [], "first", { zone }));
    expect(data[0]?.TrangThaiHoSo).toBe(expected);
  });

  it("a dossier of which nothing is known has no status that could be sent", () => {
    expect(portalSync({ ...noDossier, code }, [], "first", { zone })).toEqual(
      left({ code: "NationalStatusMissing", status: "unknown" }),
    );
  });

  it("before reception there is no code to send it under (NĐ 61/2018, Đ17.3)", () => {
    const history = historyOf(asked("submit", "2018-07-01T21:30"));
    const missing = left({ code: "DossierCodeMissing", status: "submitted" });
    expect(portalSync(stateOf(history), history, "first", { zone })).toEqual(missing);
    expect(portalProgress(stateOf(history), history, { zone })).toEqual(missing);
  });

  it.each([
    ["inPerson", "1"],
    ["online", "2"],
    ["postal", "3"],
    ["other", ""],
  ] as const)("KenhThucHien of %s is “%s”", (channel, expected) => {
    expect(sent(historyOf(asked("receive", "2018-07-02T09:05", { channel }))).KenhThucHien).toBe(expected);
  });

  it.each([
    ["citizen", "1"],
    ["business", "2"],
    ["stateBody", "3"],
  ] as const)("LoaiDoiTuong of a %s is %s", (kind, expected) => {
    expect(sent(life, { applicant: { kind } }).LoaiDoiTuong).toBe(expected);
  });

  it.each([
    ["counter", "0"],
    ["postal", "1"],
    ["online", ""],
  ] as const)("HinhThuc of %s is “%s”: as it was wished, then as it happened", (method, expected) => {
    const wished = asked("receive", "2018-07-02T09:05", { deliveryMethod: method });
    expect(sent(historyOf(wished)).HinhThuc).toBe(expected);
    const other = asked("receive", "2018-07-02T09:05", { deliveryMethod: method === "counter" ? "postal" : "counter" });
    const returned = historyOf(
      other,
      asked("resolve", "2018-07-03T09:00"),
      asked("returnResult", "2018-07-04T09:00", { method }),
    );
    expect(sent(returned).HinhThuc).toBe(expected);
  });
});

describe("dates are local, yyyyMMddHHmmss", () => {
  it("a due instant is its second, a due date its last one", () => {
    const hours = historyOf(asked("receive", "2018-07-02T09:05", { legalTerm: { unit: "workingHour", amount: 2 } }));
    expect(sent(hours).NgayHenTra).toBe("20180702110500");
    expect(sent(historyOf(asked("receive", "2018-07-02T09:05"))).NgayHenTra).toBe("20180709235959");
  });

  it("local midnight is 17:00 in UTC", () => {
    expect(portalTime(zone, Date.parse("2018-07-01T16:59:59.999Z"))).toBe("20180701235959");
    expect(portalTime(zone, Date.parse("2018-07-01T17:00:00Z"))).toBe("20180702000000");
    expect(portalTime(zone, null)).toBe("");
  });

  it("a new date after an apology is the one in force", () => {
    const history = historyOf(
      asked("receive", "2018-07-02T09:05"),
      asked("apologiseAndReschedule", "2018-07-06T09:00"),
    );
    expect(sent(history).NgayHenTra).toBe("20180731235959");
  });

  it.each([
    ["withdrawn", [asked("withdraw", "2018-07-03T09:00")], "20180703090000"],
    ["stopped", [asked("stop", "2018-07-03T09:00")], "20180703090000"],
    ["resumed", [asked("stop", "2018-07-03T09:00"), asked("resume", "2018-07-04T09:00")], ""],
    [
      "expired",
      [asked("requestSupplement", "2018-07-03T09:00"), asked("expireSupplement", "2018-08-30T09:00")],
      "20180830090000",
    ],
    ["decided", [asked("resolve", "2018-07-05T09:00")], "20180705090000"],
  ])("NgayKetThucXuLy of one that was %s", (_, more, expected) => {
    expect(sent(historyOf(asked("receive", "2018-07-02T09:05"), ...more)).NgayKetThucXuLy).toBe(expected);
  });

  it("a supplement that is waited for has no second date yet", () => {
    const history = historyOf(asked("receive", "2018-07-02T09:05"), asked("requestSupplement", "2018-07-04T09:00"));
    expect(sent(history).DanhSachHoSoBoSung).toMatchObject([
      { TrangThaiBoSung: "0", NgayTiepNhanBoSung: "", NgayHenTraTruoc: "20180709235959", NgayHenTraMoi: "" },
    ]);
  });
});

describe("sent again, the same dossier is the same payload", () => {
  it("but for isUpdating", () => {
    const first = rightOf(portalSync(stateOf(life), life, "first", details));
    const again = rightOf(portalSync(stateOf(life), life, "again", details));
    expect(again).toStrictEqual({ ...first, isUpdating: true });
    expect(rightOf(portalSync(stateOf(life), life, "again", details))).toStrictEqual(again);
  });

  it("and a rating changes nothing of it", () => {
    const rating = happened("SatisfactionRated", "2018-07-14T09:00", { score: 5, scale: 5, aspect: "attitude" });
    const rated = [...life, rating];
    expect(sent(rated, details)).toStrictEqual(sent(life, details));
    expect(portalProgress(stateOf(rated), rated, details)).toStrictEqual(portalProgress(stateOf(life), life, details));
  });

  it("whatever its history: all fields are there, and every single value is text", () => {
    const fields = Object.keys(sent(life)).toSorted();
    fc.assert(
      fc.property(anyEvents(12), (history) => {
        const payload = portalSync(stateOf(history), history, "first", { zone });
        if (!isRight(payload)) return;
        const [dossier] = payload.right.data;
        expect(Object.keys(dossier ?? {}).toSorted()).toEqual(fields);
        for (const value of Object.values(dossier ?? {}))
          expect(Array.isArray(value) || typeof value === "string").toBe(true);
        expect(JSON.parse(JSON.stringify(payload.right))).toStrictEqual(payload.right);
      }),
      runs(200),
    );
  });

  it("no person is in it of whom the caller did not speak", () => {
    const secret = { subject: "SECRET", open: "SECRET" };
    const history = historyOf(
      asked("receive", "2018-07-02T09:05", { applicant: secret, subjectRef: "SECRET", submitterRef: "SECRET" }),
      asked("requestSupplement", "2018-07-04T09:00", { note: secret }),
    );
    const payloads = [
      rightOf(portalSync(stateOf(history), history, "first", { zone })),
      rightOf(portalProgress(stateOf(history), history, { zone })),
    ];
    expect(JSON.stringify(payloads)).not.toContain("SECRET");
  });
});

describe("CapNhatTienDoHoSoMC: the steps", () => {
  const { data } = rightOf(portalProgress(stateOf(life), life, details));

  it("a row in the portal's names", () => {
    expect(data[2]).toStrictEqual({
      MaHoSo: code,
      NguoiXuLy: "Lê Văn C",
      ChucDanh: "Chuyên viên",
      ThoiDiemXuLy: "20180703080000",
      PhongBanXuLy: "Phòng Địa chính",
      NoiDungXuLy: "Phân công thụ lý hồ sơ",
      TrangThai: "4",
      NgayBatDau: "20180702090500",
      NgayKetThucTheoQuyDinh: "20180709235959",
    });
  });

  it("one for every step, with the state and the date as they stood then", () => {
    expect(data.map((step) => [step.NoiDungXuLy, step.TrangThai, step.NgayKetThucTheoQuyDinh])).toEqual([
      ["Tiếp nhận hồ sơ", "2", "20180709235959"],
      ["Chuyển hồ sơ đến cơ quan giải quyết", "2", "20180709235959"],
      ["Phân công thụ lý hồ sơ", "4", "20180709235959"],
      ["Yêu cầu bổ sung hồ sơ", "5", "20180709235959"],
      ["Tiếp nhận hồ sơ bổ sung", "4", "20180713235959"],
      ["Đã xử lý xong hồ sơ", "9", "20180713235959"],
      ["Trả kết quả", "10", "20180713235959"],
    ]);
  });

  it("each begins when the one before it ended", () => {
    expect(data.map(({ NgayBatDau }) => NgayBatDau)).toEqual([
      "20180702090500",
      ...data.slice(0, -1).map(({ ThoiDiemXuLy }) => ThoiDiemXuLy),
    ]);
  });

  it("who took it in and who gave it out stand by what they did", () => {
    expect([data[0]?.NguoiXuLy, data.at(-1)?.NguoiXuLy]).toEqual(["Phạm Thị D", "officer-8"]);
  });
});
