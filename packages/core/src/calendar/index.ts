export { amended, type CalendarAmended, type CalendarChange, calendarEvents, calendarStream } from "./amendment.js";
export { type CalendarDay, calendarDay, type DayKind, isIntakeDay } from "./calendar-day.js";
export type { CalendarYear, ClosedDay, DayOff, MakeUpDay, ReceivingDay, Session } from "./calendar-year.js";
export { dueAt, dueDateOf, isPast, overdueFrom } from "./due.js";
export { calendarOfDays, type OfficeDays } from "./office-days.js";
export { OFFICE_HOURS, VIETNAM } from "./vietnam.js";
export { VIETNAM_YEARS } from "./vietnam-years.js";
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
export {
  addWorkingDays,
  addWorkingTime,
  workingDayBefore,
  workingDaysBetween,
  workingTimeBetween,
} from "./working-time.js";
