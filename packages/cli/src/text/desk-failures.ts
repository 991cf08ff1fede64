import { isEventStoreError } from "@motcua/event-store";
import type { DeskError } from "@motcua/notices";
import { type Failure, storeRefuses } from "../exit.js";
import { storeFailure } from "./failures.js";

/** Why a desk could not do its round, and what to do. What was done so far is on record. */
export const deskFailure = (log: string, states: string, error: DeskError): Failure => {
  if (error.code === "ProcessOvertaken")
    return storeRefuses({
      en: `${states}: another process was quicker with ${error.process.name}. Run it again.`,
      vi: `${states}: tiến trình khác đã làm trước ${error.process.name}. Hãy chạy lại.`,
    });
  return storeFailure(isEventStoreError(error) ? log : states, error);
};
