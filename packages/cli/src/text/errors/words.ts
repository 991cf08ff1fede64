import { type DossierStatus, type Due, formatInstant, HO_CHI_MINH, type Instant } from "@motcua/core";
import { statusNames } from "../labels.js";
import type { Language } from "../text.js";

/** An instant as people read it; what is no instant at all is given as it came. */
export const instantText = (instant: Instant): string =>
  Number.isSafeInteger(instant) && Math.abs(instant) < LAST ? formatInstant(HO_CHI_MINH, instant) : String(instant);

/** The end of the year 9999. */
const LAST = 253_402_300_800_000;

export const dueText = (due: Due): string => (due.kind === "date" ? due.date : instantText(due.instant));

export const list = (values: ReadonlyArray<string | number>): string => values.join(", ");

export const statusList = (language: Language, statuses: ReadonlyArray<DossierStatus>): string =>
  list(statuses.map((status) => statusNames[status][language]));
