import type { RecordedEvent } from "@motcua/event-store";
import { SOURCE_EVENT } from "./activity.js";

/**
 * Whether an analyst is told of an event. Where a dossier came from another system's log, that log's own events tell its
 * life; what the import made of them and of the case's attributes (reception, decision, return) is not told again.
 *
 * @param source  the import by which other events of the dossier came from a log; `undefined` where none did
 */
export const isTold = ({ type, meta }: Pick<RecordedEvent, "type" | "meta">, source: unknown): boolean =>
  source === undefined || type === SOURCE_EVENT || meta["source"] !== source;
