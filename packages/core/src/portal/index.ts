export type {
  PortalDocument,
  PortalDossier,
  PortalFee,
  PortalIdentity,
  PortalProgress,
  PortalResultPaper,
  PortalStep,
  PortalSupplement,
  PortalSync,
} from "./payload.js";
export type { PortalApplicant, PortalDetails } from "./portal-details.js";
export { portalProgress } from "./portal-progress.js";
export { type NationalStatusMissing, type PortalError, portalSync } from "./portal-sync.js";
export { portalTime } from "./portal-time.js";
