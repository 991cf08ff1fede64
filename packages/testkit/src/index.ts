export { type FactReaderContract, factReaderContract } from "./contract/facts.js";
export {
  type ContractCheck,
  contractChecks,
  type EventStoreContract,
  eventStoreContract,
  type Subject,
  type TestRunner,
} from "./contract/index.js";
export type { Proving } from "./contract/register-rules.js";
export { type DeciderSpec, deciderSpec, type Given, type Outcome } from "./decider-spec.js";
export {
  type Compared,
  compareEventStores,
  type DifferentialOptions,
  type EventStoresAgree,
  eventStoresAgree,
} from "./differential/index.js";
export * from "./dossier/index.js";
export {
  type ClientPackage,
  type EventStoreDbCall,
  type EventStoreDbDouble,
  type EventStoreDbDoubleOptions,
  type EventStoreDbFault,
  type EventStoreDbMethod,
  type ExpectedRevision,
  startEventStoreDbDouble,
} from "./eventstoredb-double/index.js";
export {
  type AppendCall,
  type Asked,
  type Call,
  checkHistory,
  type EventStoreHistories,
  type Evidence,
  eventStoreHistories,
  type HistoriesOptions,
  type HistoriesPlayed,
  type History,
  type LogCall,
  playHistories,
  type StreamCall,
  type Violation,
  violationText,
} from "./histories/index.js";
export { type PostgresServer, type PostgresServerOptions, startPostgres } from "./postgres-server/index.js";
export { type ProcessStoreContract, processStoreContract } from "./process-stores/index.js";
export { type ViewStoreContract, viewStoreContract } from "./view-stores/index.js";
