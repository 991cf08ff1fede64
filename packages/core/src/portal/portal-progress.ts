import { type Either, map } from "fp-ts/lib/Either.js";
import { pipe } from "fp-ts/lib/function.js";
import { bindingDue } from "../dossier/binding-due.js";
import type { DossierEvent, DossierEventType } from "../dossier/event.js";
import { evolve } from "../dossier/evolve.js";
import { type DossierState, nationalStatus, noDossier } from "../dossier/state.js";
import type { PortalProgress, PortalStep } from "./payload.js";
import { type PortalDetails, portalName } from "./portal-details.js";
import { type PortalError, sendable } from "./portal-sync.js";
import { portalDue, portalTime } from "./portal-time.js";

/**
 * The payload of `CapNhatTienDoHoSoMC`: every step of the dossier so far, with who did it, where, and until when the
 * whole was to be done as it stood then. Each step begins when the one before it ended.
 *
 * @returns the payload; `DossierCodeMissing` before reception
 */
export const portalProgress = (
  state: DossierState,
  history: ReadonlyArray<DossierEvent>,
  details: PortalDetails,
): Either<PortalError, PortalProgress> =>
  pipe(
    sendable(state),
    map(({ code }) => ({ data: stepsOf(code, history, details) })),
  );

const stepsOf = (
  code: string,
  history: ReadonlyArray<DossierEvent>,
  details: PortalDetails,
): ReadonlyArray<PortalStep> => {
  const { zone } = details;
  const steps: PortalStep[] = [];
  let state = noDossier;
  for (const event of history) {
    state = evolve(state, event);
    const what = STEPS[event.type];
    if (what === undefined) continue;
    const at = portalTime(zone, event.occurredAt);
    const officer = officerOf(event, state);
    steps.push({
      MaHoSo: code,
      NguoiXuLy: portalName(details, officer),
      ChucDanh: details.titles?.[officer ?? ""] ?? "",
      ThoiDiemXuLy: at,
      PhongBanXuLy: portalName(details, state.holder),
      NoiDungXuLy: what,
      TrangThai: String(nationalStatus[state.status] ?? ""),
      NgayBatDau: steps.at(-1)?.ThoiDiemXuLy ?? at,
      NgayKetThucTheoQuyDinh: portalDue(zone, bindingDue(details, state)),
    });
  }
  return steps;
};

/** Who did it, where the event says so; else who works on the dossier. */
const officerOf = (event: DossierEvent, { handler }: DossierState): string | null => {
  if (event.type === "DossierReceived") return event.data.receivedBy ?? null;
  if (event.type === "ResultReturned") return event.data.returnedBy ?? null;
  return handler;
};

/** The steps that the portal is told of, in its language. Other events are none of its business. */
const STEPS: Partial<Readonly<Record<DossierEventType, string>>> = {
  DossierReceived: "Tiếp nhận hồ sơ",
  DossierForwarded: "Chuyển hồ sơ đến cơ quan giải quyết",
  DossierTransferred: "Chuyển hồ sơ sang cơ quan khác",
  HandlerAssigned: "Phân công thụ lý hồ sơ",
  SupplementRequested: "Yêu cầu bổ sung hồ sơ",
  SupplementReceived: "Tiếp nhận hồ sơ bổ sung",
  SupplementExpired: "Quá thời hạn bổ sung hồ sơ",
  FinancialObligationNotified: "Yêu cầu thực hiện nghĩa vụ tài chính",
  FinancialObligationSettled: "Đã thực hiện nghĩa vụ tài chính",
  DossierWithdrawn: "Công dân yêu cầu rút hồ sơ",
  ProcessingStopped: "Dừng xử lý hồ sơ",
  ProcessingResumed: "Tiếp tục xử lý hồ sơ",
  DossierResolved: "Đã xử lý xong hồ sơ",
  DueDateRescheduled: "Xin lỗi và hẹn lại ngày trả kết quả",
  ResultReturned: "Trả kết quả",
};
