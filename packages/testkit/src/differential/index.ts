export {
  type Compared,
  compareEventStores,
  type DifferentialOptions,
  type EventStoresAgree,
  eventStoresAgree,
} from "./event-stores-agree.js";
