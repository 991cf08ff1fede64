export type { Asked } from "./asked.js";
export type * from "./charge-command.js";
export type { PaymentMethod, PaymentReceipt } from "./charge-data.js";
export type * from "./charge-error.js";
export {
  addWait,
  type Clock,
  dueOf,
  extend,
  type Pause,
  type PauseCause,
  pause,
  restart,
  resume,
  startClock,
} from "./clock.js";
export type * from "./command.js";
export { decodeDossierCommand } from "./command-codec.js";
export type * from "./coordination-command.js";
export { type DossierDecider, dossierDecider, dossierIdOf, dossierStream } from "./decider.js";
export { mayAsk } from "./duties.js";
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
export { noticesDue, type PendingNotice } from "./notice.js";
export { possibleFrom } from "./possible.js";
export { type MovedPromise, type OpenPromise, openPromise, promisesMovedBy } from "./promises-moved.js";
export { handOverBy, needsAppointmentReceipt } from "./reception.js";
export type * from "./redress-command.js";
export type { Correction } from "./redress-data.js";
export type { Actor, Role } from "./role.js";
export type { Rules } from "./rules.js";
export {
  type DossierState,
  type DossierStatus,
  nationalStatus,
  noDossier,
  type Opinion,
  type SubTask,
} from "./state.js";
export type {
  Bearer,
  Channel,
  Damage,
  DeliveryMethod,
  Level,
  Notice,
  NoticeChannel,
  Outcome,
  PaymentRoute,
  ProcedureRef,
  Route,
  SourceAttributes,
  Urging,
  Violation,
} from "./vocabulary.js";
