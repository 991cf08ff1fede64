export {
  type ContractCheck,
  contractChecks,
  type EventStoreContract,
  eventStoreContract,
  type Subject,
  type TestRunner,
} from "./contract/index.js";
export { type DeciderSpec, deciderSpec, type Given, type Outcome } from "./decider-spec.js";
export * from "./dossier/index.js";
