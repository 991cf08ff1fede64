import { isEventStoreError, type RunError } from "@motcua/event-store";
import { type Failure, storeRefuses } from "../exit.js";
import { storeFailure } from "./failures.js";

/** Why a projection could not be folded or read, and what to do. */
export const runFailure = (log: string, views: string, error: RunError): Failure => {
  if (error.code === "ProjectionStopped") {
    const { stream, version, type, reason } = error.deadLetter;
    const { name } = error.part;
    return storeRefuses({
      en: `${name} stands still before ${stream} version ${version} (${type}): ${reason}. See motcua projections dead-letters; when the cause is removed, motcua projections update ${name} goes on.`,
      vi: `${name} dừng trước ${stream} phiên bản ${version} (${type}): ${reason}. Xem motcua projections dead-letters; khi đã khắc phục, motcua projections update ${name} sẽ chạy tiếp.`,
    });
  }
  if (error.code === "LeaseLost")
    return storeRefuses({
      en: `${views}: another process took over ${error.part.name}. Run it again.`,
      vi: `${views}: tiến trình khác đã tiếp quản ${error.part.name}. Hãy chạy lại.`,
    });
  return storeFailure(isEventStoreError(error) ? log : views, error);
};
