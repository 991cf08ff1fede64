import type { Instant } from "../time/instant.js";
import type { Due } from "../time/term.js";
import { entryBefore, lastEntry, pushEntry } from "./chain.js";
import { pushValue, setValue } from "./column.js";
import type { Part } from "./dossier-row.js";
import { dueIn, pushDue } from "./due-column.js";
import { instantAt, type RowStore } from "./row-store.js";
import { pushText, textAt } from "./text-column.js";

/** An agency has its part of an interlinked dossier. */
export const openPart = (store: RowStore, row: number, agency: string, due: Due): void => {
  pushEntry(store.parts, row);
  pushText(store.partAgency, agency);
  pushDue(store.partDue, due);
  pushValue(store.partDoneAt, Number.NaN);
};

/** The last part of that agency is done; where none was opened, nothing is known of one. */
export const completePart = (store: RowStore, row: number, agency: string, at: Instant): void => {
  let entry = lastEntry(store.parts, row);
  while (entry >= 0 && textAt(store.partAgency, entry) !== agency) entry = entryBefore(store.parts, entry);
  if (entry >= 0) setValue(store.partDoneAt, entry, at);
};

/** The last that was opened comes last. */
export const partsOf = (store: RowStore, row: number): ReadonlyArray<Part> => {
  const parts: Part[] = [];
  for (let entry = lastEntry(store.parts, row); entry >= 0; entry = entryBefore(store.parts, entry))
    parts.push({
      agency: textAt(store.partAgency, entry) ?? "",
      due: dueIn(store.partDue, entry),
      doneAt: instantAt(store.partDoneAt, entry),
    });
  return parts.reverse();
};
