import { appendFaults } from "./support/append-faults.js";
import { liveFaults } from "./support/live-faults.js";
import { lockKeys } from "./support/lock-keys.js";
import { readFaults } from "./support/read-faults.js";

lockKeys("@eventstore/db-client");
appendFaults("@eventstore/db-client");
readFaults("@eventstore/db-client");
liveFaults("@eventstore/db-client");
