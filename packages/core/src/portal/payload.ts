/**
 * What the national public-service portal takes in its services `DongBoHoSoMC` and `CapNhatTienDoHoSoMC`: the names are
 * the portal's own. Nearly every value is a string; instants are `yyyyMMddHHmmss` in local time; what is not known is the
 * empty string.
 */
export interface PortalSync {
  /** Whether the portal has had this dossier before. */
  readonly isUpdating: boolean;
  readonly data: ReadonlyArray<PortalDossier>;
}

/** An element of `DongBoHoSoMC`. */
export interface PortalDossier {
  readonly MaHoSo: string;
  readonly MaTTHC: string;
  readonly TenTTHC: string;
  readonly MaLinhVuc: string;
  readonly TenLinhVuc: string;
  /** 1 in person, 2 online, 3 public post. */
  readonly KenhThucHien: string;
  readonly ChuHoSo: string;
  /** 1 citizen, 2 business, 3 State body. */
  readonly LoaiDoiTuong: string;
  readonly MaDoiTuong: string;
  readonly ThongTinKhac: string;
  readonly Email: string;
  readonly Fax: string;
  readonly SoDienThoai: string;
  readonly TrichYeuHoSo: string;
  readonly NgayTiepNhan: string;
  readonly NgayHenTra: string;
  /** 1 to 10, see `nationalStatus`. */
  readonly TrangThaiHoSo: string;
  readonly NgayTra: string;
  readonly ThongTinTra: string;
  /** 0 at the counter, 1 by post. */
  readonly HinhThuc: string;
  readonly NgayKetThucXuLy: string;
  readonly DonViXuLy: string;
  readonly GhiChu: string;
  readonly NoiNopHoSo: string;
  readonly HoSoCoThanhPhanSoHoa: string;
  readonly TaiKhoanDuocXacThucVoiVNeID: string;
  /** 1 on the national portal, 2 on a local one. */
  readonly DuocThanhToanTrucTuyen: string;
  readonly NgayTuChoi: string;
  readonly NgayNopHoSo: string;
  readonly DinhDanhCHS: ReadonlyArray<PortalIdentity>;
  readonly DSKetNoiCSDL: ReadonlyArray<{ readonly MaCSDL: string }>;
  readonly TaiLieuNop: ReadonlyArray<PortalDocument>;
  readonly DanhSachLePhi: ReadonlyArray<PortalFee>;
  readonly DanhSachTepDinhKemKhac: ReadonlyArray<Readonly<Record<string, string>>>;
  readonly DanhSachHoSoBoSung: ReadonlyArray<PortalSupplement>;
  readonly DanhSachGiayToKetQua: ReadonlyArray<PortalResultPaper>;
}

/** An identity paper of the applicant (`DinhDanhCHS`). */
export interface PortalIdentity {
  readonly LoaiDinhDanh: string;
  readonly SoDinhDanh: string;
}

/** A paper that was handed in (`TaiLieuNop`). */
export interface PortalDocument {
  readonly TepDinhKemId: string;
  readonly TenTepDinhKem: string;
  readonly IsDeleted: string;
  readonly MaThanhPhanHoSo: string;
  readonly DuongDanTaiTepTin: string;
  readonly DuocSoHoa: string;
  readonly DuocTaiSuDung: string;
  readonly DuocLayTuKhoDMQG: string;
  readonly MaKetQuaThayThe: string;
}

/** A fee or charge (`DanhSachLePhi`); `Gia` is in đồng. */
export interface PortalFee {
  readonly TenPhiLePhi: string;
  readonly MaPhiLePhi: string;
  readonly HinhThucThu: string;
  readonly Gia: string;
  readonly LoaiPhiLePhi: string;
}

/** A request for what was missing (`DanhSachHoSoBoSung`). */
export interface PortalSupplement {
  /** The dossier's code and the order of the request; the portal only needs it to stay the same. */
  readonly HoSoBoSungId: string;
  readonly NguoiYeuCauBoSung: string;
  readonly NoiDungBoSung: string;
  readonly NgayBoSung: string;
  readonly NguoiTiepNhanBoSung: string;
  readonly ThongTinTiepNhan: string;
  readonly NgayTiepNhanBoSung: string;
  /** 0 still waited for, 1 handed in. The portal's own list of values was not read. */
  readonly TrangThaiBoSung: string;
  readonly DanhSachGiayToBoSung: ReadonlyArray<Readonly<Record<string, string>>>;
  readonly DanhSachLePhiBoSung: ReadonlyArray<PortalFee>;
  /** The date before the supplement and the one after it: evidence that it was computed anew. */
  readonly NgayHenTraTruoc: string;
  readonly NgayHenTraMoi: string;
}

/** A paper of the result (`DanhSachGiayToKetQua`). */
export interface PortalResultPaper {
  readonly TenGiayTo: string;
  readonly MaThanhPhanHoSo: string;
  readonly GiayToId: string;
  readonly DuongDanTepTinKetQua: string;
  readonly MaGiayToKetQua: string;
}

/** What `CapNhatTienDoHoSoMC` takes: a row for every step, in the order of the history. */
export interface PortalProgress {
  readonly data: ReadonlyArray<PortalStep>;
}

/** An element of `CapNhatTienDoHoSoMC`: what was done, by whom, from when to when. */
export interface PortalStep {
  readonly MaHoSo: string;
  readonly NguoiXuLy: string;
  readonly ChucDanh: string;
  readonly ThoiDiemXuLy: string;
  readonly PhongBanXuLy: string;
  readonly NoiDungXuLy: string;
  readonly TrangThai: string;
  readonly NgayBatDau: string;
  readonly NgayKetThucTheoQuyDinh: string;
}
