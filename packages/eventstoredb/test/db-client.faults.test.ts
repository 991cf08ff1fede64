import { appendFaults } from "./support/append-faults.js";
import { lockKeys } from "./support/lock-keys.js";

lockKeys("@eventstore/db-client");
appendFaults("@eventstore/db-client");
