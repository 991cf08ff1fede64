// A file of its own, and so a process: the two client packages break each other.
import { appendFaultRules, batchFaultRules } from "./fault-rules.js";
import { readRules } from "./read-rules.js";

appendFaultRules("K", "batch");
appendFaultRules("K", "unary");
batchFaultRules("K");
readRules("K");
