import { type Either, left, map, right } from "fp-ts/lib/Either.js";
import { pipe } from "fp-ts/lib/function.js";

import { bindingDue } from "../dossier/binding-due.js";
import type { DossierEvent, DossierEventType } from "../dossier/event.js";
import { lastOf } from "../dossier/last-of.js";

import { type DossierState, type DossierStatus, nationalStatus } from "../dossier/state.js";
import type { Channel, DeliveryMethod } from "../dossier/vocabulary.js";
import type { DossierCodeMissing } from "../register/lookup.js";
import type { Instant } from "../time/instant.js";
import type { PortalDossier, PortalSync } from "./payload.js";
import { type PortalApplicant, type PortalDetails, portalName } from "./portal-details.js";
import { portalSupplements } from "./portal-supplements.js";
import { portalDue, portalTime } from "./portal-time.js";

/** The portal has no code for a dossier of which nothing is known. */
export interface NationalStatusMissing {
  readonly code: "NationalStatusMissing";
  readonly status: DossierStatus;
}

/** Why a dossier cannot be sent. */
export type PortalError = DossierCodeMissing | NationalStatusMissing;

/**
 * The payload of `DongBoHoSoMC` for one dossier. It follows from its arguments alone: sent again, the same state gives the
 * same payload.
 *
 * @param sent  whether the portal has had the dossier before (`isUpdating`)
 * @returns     the payload; `DossierCodeMissing` before reception, where there is no code to send it under
 *
 * @example
 * portalSync(state, history, "first", { zone: HO_CHI_MINH, procedureName: "Cấp giấy phép xây dựng" })
 */
export const portalSync = (
  state: DossierState,
  history: ReadonlyArray<DossierEvent>,
  sent: "first" | "again",
  details: PortalDetails,
): Either<PortalError, PortalSync> =>
  pipe(
    sendable(state),
    map(({ code, status }) => ({
      isUpdating: sent === "again",
      data: [dossierOf(code, status, state, history, details)],
    })),
  );

/** The code and the national status, without which the portal takes nothing. */
export const sendable = ({
  code,
  status,
}: DossierState): Either<PortalError, { readonly code: string; readonly status: string }> => {
  const national = nationalStatus[status];
  if (code === null) return left({ code: "DossierCodeMissing", status });
  return national === null
    ? left({ code: "NationalStatusMissing", status })
    : right({ code, status: String(national) });
};

const dossierOf = (
  code: string,
  status: string,
  state: DossierState,
  history: ReadonlyArray<DossierEvent>,
  details: PortalDetails,
): PortalDossier => {
  const { zone, applicant = {}, given = {} } = details;
  const received = lastOf(history, "DossierReceived");
  const returned = lastOf(history, "ResultReturned");
  const submitted = lastOf(history, "DossierSubmitted") ?? received;
  const method = returned?.data.method ?? received?.data.deliveryMethod;
  return {
    MaHoSo: code,
    MaTTHC: state.procedure ?? "",
    TenTTHC: details.procedureName ?? "",
    MaLinhVuc: received?.data.procedure.field ?? "",
    TenLinhVuc: details.fieldName ?? "",
    KenhThucHien: received ? CHANNELS[received.data.channel] : "",
    ChuHoSo: applicant.name ?? "",
    LoaiDoiTuong: applicant.kind ? KINDS[applicant.kind] : "",
    MaDoiTuong: applicant.id ?? "",
    ThongTinKhac: applicant.other ?? "",
    Email: applicant.email ?? "",
    Fax: applicant.fax ?? "",
    SoDienThoai: applicant.phone ?? "",
    TrichYeuHoSo: details.summary ?? "",
    NgayTiepNhan: portalTime(zone, state.receivedAt),
    NgayHenTra: portalDue(zone, bindingDue(details, state)),
    TrangThaiHoSo: status,
    NgayTra: portalTime(zone, state.returnedAt),
    ThongTinTra: details.resultInfo ?? "",
    HinhThuc: method ? METHODS[method] : "",
    NgayKetThucXuLy: portalTime(zone, endOf(state, history)),
    DonViXuLy: portalName(details, state.agency),
    GhiChu: details.note ?? "",
    NoiNopHoSo: portalName(details, received?.data.unit),
    HoSoCoThanhPhanSoHoa: given.HoSoCoThanhPhanSoHoa ?? "",
    TaiKhoanDuocXacThucVoiVNeID: given.TaiKhoanDuocXacThucVoiVNeID ?? "",
    DuocThanhToanTrucTuyen: given.DuocThanhToanTrucTuyen ?? "",
    NgayTuChoi: portalTime(zone, lastOf(history, "IntakeRefused")?.occurredAt),
    NgayNopHoSo: portalTime(zone, submitted?.occurredAt),
    DinhDanhCHS: applicant.identities ?? [],
    DSKetNoiCSDL: given.DSKetNoiCSDL ?? [],
    TaiLieuNop: given.TaiLieuNop ?? [],
    DanhSachLePhi: given.DanhSachLePhi ?? [],
    DanhSachTepDinhKemKhac: given.DanhSachTepDinhKemKhac ?? [],
    DanhSachHoSoBoSung: portalSupplements(code, history, details),
    DanhSachGiayToKetQua: given.DanhSachGiayToKetQua ?? [],
  };
};

/** When work on it ended: decided, else withdrawn or stopped if that is how it stands. */
const endOf = ({ resolved, status }: DossierState, history: ReadonlyArray<DossierEvent>): Instant | null => {
  if (resolved !== null) return resolved.at;
  const ended = history.findLast(({ type }) => ENDS[status]?.includes(type));
  return ended?.occurredAt ?? null;
};

const ENDS: Partial<Readonly<Record<DossierStatus, ReadonlyArray<DossierEventType>>>> = {
  withdrawn: ["DossierWithdrawn"],
  stopped: ["ProcessingStopped", "SupplementExpired"],
};

/** A channel that only an imported log knows has no code. */
const CHANNELS: Readonly<Record<Channel, string>> = { inPerson: "1", online: "2", postal: "3", other: "" };

const KINDS: Readonly<Record<NonNullable<PortalApplicant["kind"]>, string>> = {
  citizen: "1",
  business: "2",
  stateBody: "3",
};

/** A result that goes out online has no code. */
const METHODS: Readonly<Record<DeliveryMethod, string>> = { counter: "0", postal: "1", online: "" };
