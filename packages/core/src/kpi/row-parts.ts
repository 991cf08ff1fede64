import type { Instant } from "../time/instant.js";
import type { Due } from "../time/term.js";
import { pushText, pushValue, setValue, textAt, valueAt } from "./column.js";
import type { Part } from "./dossier-row.js";
import { dueIn, pushDue } from "./due-column.js";
import { instantAt, type RowStore } from "./row-store.js";

/** An agency has its part of an interlinked dossier. */
export const openPart = (store: RowStore, row: number, agency: string, due: Due): void => {
  pushText(store.partAgency, agency);
  pushDue(store.partDue, due);
  pushValue(store.partDoneAt, Number.NaN);
  setValue(store.lastPart, row, pushValue(store.partBefore, valueAt(store.lastPart, row)));
};

/** The last part of that agency is done; where none was opened, nothing is known of one. */
export const completePart = (store: RowStore, row: number, agency: string, at: Instant): void => {
  for (const entry of entriesOf(store, row))
    if (textAt(store.partAgency, entry) === agency) {
      setValue(store.partDoneAt, entry, at);
      return;
    }
};

export const partsOf = (store: RowStore, row: number): ReadonlyArray<Part> => {
  const parts: Part[] = [];
  for (const entry of entriesOf(store, row))
    parts.push({
      agency: textAt(store.partAgency, entry) ?? "",
      due: dueIn(store.partDue, entry),
      doneAt: instantAt(store.partDoneAt, entry),
    });
  return parts.reverse();
};

/** The last comes first. */
function* entriesOf(store: RowStore, row: number): Generator<number, void, void> {
  for (let entry = valueAt(store.lastPart, row); entry >= 0; entry = valueAt(store.partBefore, entry)) yield entry;
}
