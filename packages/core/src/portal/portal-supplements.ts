import { bindingDue } from "../dossier/binding-due.js";
import type { DossierEvent } from "../dossier/event.js";
import { evolve } from "../dossier/evolve.js";
import { noDossier } from "../dossier/state.js";
import type { PortalSupplement } from "./payload.js";
import { type PortalDetails, portalName } from "./portal-details.js";
import { portalDue, portalTime } from "./portal-time.js";

/** The requests for what was missing, each with the date before it and, once all was handed in, the date after it. */
export const portalSupplements = (
  code: string,
  history: ReadonlyArray<DossierEvent>,
  details: PortalDetails,
): ReadonlyArray<PortalSupplement> => {
  const { zone } = details;
  const supplements: PortalSupplement[] = [];
  let state = noDossier;
  for (const event of history) {
    const before = state;
    state = evolve(state, event);
    const at = portalTime(zone, event.occurredAt);
    if (event.type === "SupplementRequested")
      supplements.push({
        ...NOTHING,
        HoSoBoSungId: `${code}-${supplements.length + 1}`,
        NguoiYeuCauBoSung: portalName(details, before.handler ?? before.agency),
        NoiDungBoSung: event.data.items.join("; "),
        NgayBoSung: at,
        NgayHenTraTruoc: portalDue(zone, bindingDue(details, before)),
      });
    const asked = supplements.at(-1);
    if (event.type === "SupplementReceived" && asked !== undefined)
      supplements[supplements.length - 1] = {
        ...asked,
        NgayTiepNhanBoSung: at,
        TrangThaiBoSung: "1",
        NgayHenTraMoi: portalDue(zone, bindingDue(details, state)),
      };
  }
  return supplements;
};

const NOTHING: PortalSupplement = {
  HoSoBoSungId: "",
  NguoiYeuCauBoSung: "",
  NoiDungBoSung: "",
  NgayBoSung: "",
  NguoiTiepNhanBoSung: "",
  ThongTinTiepNhan: "",
  NgayTiepNhanBoSung: "",
  TrangThaiBoSung: "0",
  DanhSachGiayToBoSung: [],
  DanhSachLePhiBoSung: [],
  NgayHenTraTruoc: "",
  NgayHenTraMoi: "",
};
