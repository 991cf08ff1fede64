import { checkAppends } from "./check-appends.js";
import { checkHalves } from "./check-halves.js";
import { checkLog } from "./check-log.js";
import { checkReads } from "./check-reads.js";
import { checkTime } from "./check-time.js";
import type { History } from "./history.js";
import { storedLog } from "./stored.js";
import type { Violation } from "./violation.js";

/**
 * What a history breaks of the port's promises; nothing, where the store is sound.
 *
 * What was acknowledged is stored, once and whole; what was refused is not; what is in doubt may be. Each stream is
 * linearizable, and so is the log as its readers see it: whoever begins after an acknowledgement finds the events, nobody
 * finds what has not begun, pages put together are the log, and a conflict names a version that was there at the time.
 *
 * @param history  recorded by `recordHistory`, or put together by hand from what several processes have said
 */
export const checkHistory = (history: History): ReadonlyArray<Violation> => {
  const log = storedLog(history);
  return [checkLog, checkAppends, checkReads, checkHalves, checkTime].flatMap((check) => check(history, log));
};
