export { checkHistory } from "./check-history.js";
export {
  type EventStoreHistories,
  eventStoreHistories,
  type HistoriesOptions,
  type HistoriesPlayed,
  playHistories,
} from "./event-store-histories.js";
export type { AppendCall, Asked, Call, History, LogCall, StreamCall } from "./history.js";
export type { Evidence, Violation } from "./violation.js";
export { violationText } from "./violation-text.js";
