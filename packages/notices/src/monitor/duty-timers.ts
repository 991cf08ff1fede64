import type { DeadlineDuty, DossierCommand, PetitionCommand } from "@motcua/core";
import type { Timer } from "@motcua/event-store";
import { dueWord, type Wanted } from "./wanted.js";

type Of = "dossier" | "petition";

/** Duties as timers. Each has a key of its own for each date, so that a date that moves brings new ones. */
export const dutyTimers = (
  of: Of,
  stream: string,
  duties: ReadonlyArray<DeadlineDuty<DossierCommand | PetitionCommand>>,
): ReadonlyArray<Timer<Wanted>> =>
  duties.map(({ from, until, due, command }) => {
    const { type, at: _, by: __, ...fields } = command as DossierCommand;
    const key = [stream, type, ...Object.values(fields), dueWord(due)].join("/");
    return { at: from, intent: { key, of, id: idOf(of, stream), command, until } as Wanted };
  });

const idOf = (of: Of, stream: string): string => stream.slice(of.length + 1);
