import { nameOf } from "../register/form-details.js";
import type { TimeZone } from "../time/time-zone.js";
import type { PortalDossier, PortalIdentity } from "./payload.js";

/** Whom the dossier is about, opened by the caller: no event holds it. */
export interface PortalApplicant {
  readonly kind?: "citizen" | "business" | "stateBody";
  readonly name?: string;
  /** The code under which the portal knows the applicant (MaDoiTuong). */
  readonly id?: string;
  readonly email?: string;
  readonly fax?: string;
  readonly phone?: string;
  readonly other?: string;
  readonly identities?: ReadonlyArray<PortalIdentity>;
}

/** What a payload says that neither the state nor the history holds. All that is absent is sent empty. */
export interface PortalDetails {
  readonly zone: TimeZone;
  readonly procedureName?: string;
  readonly fieldName?: string;
  readonly applicant?: PortalApplicant;
  readonly summary?: string;
  readonly note?: string;
  readonly resultInfo?: string;
  /** What the ids of units, agencies and officers are called. Default: as they stand in the events. */
  readonly names?: Readonly<Record<string, string>>;
  /** The titles of officers, by id. */
  readonly titles?: Readonly<Record<string, string>>;
  /** What another system knows of papers, fees and connected databases, as the portal wants it. */
  readonly given?: Partial<
    Pick<
      PortalDossier,
      | "HoSoCoThanhPhanSoHoa"
      | "TaiKhoanDuocXacThucVoiVNeID"
      | "DuocThanhToanTrucTuyen"
      | "DSKetNoiCSDL"
      | "TaiLieuNop"
      | "DanhSachLePhi"
      | "DanhSachTepDinhKemKhac"
      | "DanhSachGiayToKetQua"
    >
  >;
}

/** What an id is called, or the empty text. */
export const portalName = (details: PortalDetails, id: string | null | undefined): string => nameOf(details, id) ?? "";
