import { DAY } from "./instant.js";
import { type EpochDay, type LocalDate, yearOf } from "./local-date.js";

/** Three months of a year, `2018-Q3`. Two of them compare as text. */
export type Quarter = `${number}-Q${1 | 2 | 3 | 4}`;

/** The local days of a quarter: from the first up to but without the end. */
export interface QuarterDays {
  readonly first: EpochDay;
  readonly end: EpochDay;
}

/** Whether text is a quarter, of the years 1000 to 9999. */
export const isQuarter = (text: string): text is Quarter => /^[1-9]\d{3}-Q[1-4]$/.test(text);

/** The quarter of a date. */
export const quarterOf = (date: LocalDate): Quarter =>
  `${date.slice(0, 4)}-Q${Math.ceil(Number(date.slice(5, 7)) / 3)}` as Quarter;

/** The days of a quarter. */
export const quarterDays = (quarter: Quarter): QuarterDays => {
  const year = Number(quarter.slice(0, 4));
  const month = 3 * (Number(quarter.slice(6)) - 1);
  return { first: Date.UTC(year, month, 1) / DAY, end: Date.UTC(year, month + 3, 1) / DAY };
};

/** The quarters that days touch, from the first up to but without the end, in order. */
export const quartersBetween = (first: EpochDay, end: EpochDay): ReadonlyArray<Quarter> => {
  const quarters: Quarter[] = [];
  for (let day = first; day < end; ) {
    const month = new Date(day * DAY).getUTCMonth();
    const quarter = `${yearOf(day)}-Q${Math.floor(month / 3) + 1}` as Quarter;
    quarters.push(quarter);
    day = quarterDays(quarter).end;
  }
  return quarters;
};
