import { dayOfWeek, type EpochDay, isWorkingDay, type LocalDate, toEpochDay, type WorkingCalendar } from "@motcua/core";
import type { Random } from "./random.js";

/** How many dossiers come in on each working day of a year: busier on Mondays and after a holiday, with some chance. */
export const arrivalsOf = (
  calendar: WorkingCalendar,
  year: number,
  dossiers: number,
  random: Random,
): ReadonlyArray<{ readonly day: EpochDay; readonly dossiers: number }> => {
  const first = toEpochDay(`${year}-01-01` as LocalDate);
  const last = toEpochDay(`${year}-12-31` as LocalDate);
  const days: Array<{ readonly day: EpochDay; readonly weight: number }> = [];
  for (let day = first; day <= last; day++) {
    if (!isWorkingDay(calendar, day)) continue;
    const monday = dayOfWeek(day) === 1 ? 1.15 : 1;
    const afterHoliday = isWorkingDay(calendar, day - 1) || dayOfWeek(day) === 1 ? 1 : 1.2;
    days.push({ day, weight: monday * afterHoliday * (0.85 + 0.3 * random.fraction()) });
  }
  const total = days.reduce((sum, { weight }) => sum + weight, 0);
  let weights = 0;
  let given = 0;
  return days.map(({ day, weight }) => {
    weights += weight;
    const upToHere = Math.round((weights / total) * dossiers);
    const today = { day, dossiers: upToHere - given };
    given = upToHere;
    return today;
  });
};
