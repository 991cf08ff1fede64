import { appendFaults } from "./support/append-faults.js";
import { lockKeys } from "./support/lock-keys.js";

lockKeys("@kurrent/kurrentdb-client");
appendFaults("@kurrent/kurrentdb-client");
