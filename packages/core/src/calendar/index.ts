export type { CalendarYear, ClosedDay, MakeUpDay, Session } from "./calendar-year.js";
export { dueAt, dueDateOf, isPast, overdueFrom } from "./due.js";
export { OFFICE_HOURS, VIETNAM, VIETNAM_YEARS } from "./vietnam.js";
export {
  type CalendarFault,
  type CalendarParts,
  type CalendarYearMissing,
  closure,
  isWorkingDay,
  type WorkingCalendar,
  type WorkingIndex,
  workingCalendar,
} from "./working-calendar.js";
export { addWorkingDays, addWorkingTime, workingDaysBetween, workingTimeBetween } from "./working-time.js";
