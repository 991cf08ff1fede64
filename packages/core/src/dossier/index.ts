export type { Asked } from "./asked.js";
export type * from "./charge-command.js";
export type { PaymentMethod, PaymentReceipt } from "./charge-data.js";
export type * from "./charge-error.js";
export { type Clock, dueOf, type Pause, type PauseCause, pause, restart, resume, startClock } from "./clock.js";
export type * from "./command.js";
export { type DossierDecider, dossierDecider, dossierIdOf, dossierStream } from "./decider.js";
export type * from "./error.js";
export {
  DOSSIER_EVENT_TYPES,
  type DossierEvent,
  type DossierEventData,
  type DossierEventOf,
  type DossierEventType,
  dossierEvent,
  dossierEvents,
} from "./event.js";
export { type ChargeFinance, type DossierFinance, type FinanceStatus, financeOf } from "./finance.js";
export { type DossierLedger, noMoney } from "./ledger.js";
export { possibleFrom } from "./possible.js";
export { handOverBy } from "./reception.js";
export type { Rules } from "./rules.js";
export { type DossierState, type DossierStatus, nationalStatus, noDossier } from "./state.js";
export type {
  Channel,
  DeliveryMethod,
  Outcome,
  ProcedureRef,
  SourceAttributes,
  Violation,
} from "./vocabulary.js";
