import { appendFaults } from "./support/append-faults.js";
import { liveFaults } from "./support/live-faults.js";
import { lockKeys } from "./support/lock-keys.js";
import { readFaults } from "./support/read-faults.js";

lockKeys("@kurrent/kurrentdb-client");
appendFaults("@kurrent/kurrentdb-client");
readFaults("@kurrent/kurrentdb-client");
liveFaults("@kurrent/kurrentdb-client");
