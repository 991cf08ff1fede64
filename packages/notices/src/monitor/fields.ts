import type { DossierState, Due, MessageFields, WorkingCalendar } from "@motcua/core";
import { formatInstant } from "@motcua/core";

/** What a message may say of a dossier: codes and dates, as Vietnam writes them, and nothing about a person. */
export const dossierFields = (calendar: Pick<WorkingCalendar, "zone">, state: DossierState): MessageFields =>
  withoutEmpty({
    code: state.code,
    procedure: state.procedure,
    centre: state.centre,
    unit: state.deliveringUnit ?? state.receivingUnit,
    agency: state.agency,
    due: state.due && dayText(calendar, state.due),
    newDue: state.rescheduledDue && dayText(calendar, state.rescheduledDue),
  });

/** `05/07/2018`, or `16:30 05/07/2018` where the hour counts. */
export const dayText = ({ zone }: Pick<WorkingCalendar, "zone">, due: Due): string => {
  if (due.kind === "date") return turned(due.date);
  const [date = "", time = ""] = formatInstant(zone, due.instant).split("T");
  return `${time.slice(0, 5)} ${turned(date)}`;
};

const turned = (date: string): string => date.split("-").toReversed().join("/");

export const withoutEmpty = (fields: Readonly<Record<string, string | null>>): MessageFields =>
  Object.fromEntries(Object.entries(fields).flatMap(([name, value]) => (value === null ? [] : [[name, value]])));
