import type { IndicatorsReport } from "@motcua/core";
import { simulatedCentre } from "@motcua/simulator";

/** A figure of the centre of Bắc Ninh city for 2018, as its radio reported it on 10 January 2019, beside the simulated one. */
export interface Beside {
  readonly figure: string;
  readonly published: string;
  readonly simulated: string;
}

const percent = (rate: number | null): string => (rate === null ? "–" : `${(100 * rate).toFixed(1)} %`);
const number = (value: number): string => value.toLocaleString("en");

/** What was published, and what follows from the simulated facts. */
export const besidePublished = ({ total }: IndicatorsReport): ReadonlyArray<Beside> => {
  const { procedures, agencies, wards } = simulatedCentre();
  const working = total.perDay.workingDays;
  return [
    {
      figure: "procedures / agencies / wards",
      published: "254 / 15 / 19",
      simulated: [procedures, agencies, wards].map(({ length }) => length).join(" / "),
    },
    {
      figure: "same day / shortened / online level 3-4",
      published: "13 / 69 / 49",
      simulated: [
        procedures.filter(({ sameDay }) => sameDay),
        procedures.filter(({ committedTerm, sameDay }) => committedTerm !== null && !sameDay),
        procedures.filter(({ online }) => online),
      ]
        .map(({ length }) => length)
        .join(" / "),
    },
    { figure: "dossiers received", published: "> 124,000", simulated: number(total.received) },
    { figure: "early or on time, of decided", published: "91.5 %", simulated: percent(total.rates.onTimeOfResolved) },
    { figure: "satisfied with the staff's attitude", published: "99.4 %", simulated: percent(total.satisfaction.rate) },
    {
      figure: "received a day",
      published: "535 (of which days is not said)",
      simulated:
        working === null || working.received === null
          ? "–"
          : `${working.received.toFixed(0)} (${working.days} working days), ${total.perDay.calendarDays.received?.toFixed(0)} (${total.perDay.calendarDays.days} calendar days)`,
    },
  ];
};
