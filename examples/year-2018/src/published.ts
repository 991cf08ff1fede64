import type { CatalogueReport, IndicatorsReport, PetitionsReport, RevenueReport } from "@motcua/core";

/** A figure of the centre of Bắc Ninh city for 2018, as its radio reported it on 10 January 2019, beside the simulated one. */
export interface Beside {
  readonly figure: string;
  readonly published: string;
  readonly simulated: string;
}

const percent = (rate: number | null): string => (rate === null ? "–" : `${(100 * rate).toFixed(1)} %`);
const number = (value: number): string => value.toLocaleString("en");

/** The reports from which the simulated side is read: all of them follow from the events. */
export interface Reports {
  readonly indicators: IndicatorsReport;
  readonly catalogue: CatalogueReport;
  readonly revenue: RevenueReport;
  readonly petitions: PetitionsReport;
}

/** What was published, and what follows from the simulated facts. */
export const besidePublished = ({ indicators, catalogue, revenue, petitions }: Reports): ReadonlyArray<Beside> => {
  const { total } = indicators;
  const { procedures, agencies, wards, sameDay, shortened, onlineLevel34 } = catalogue.total;
  const { lodged, answered } = petitions.total;
  const working = total.perDay.workingDays;
  return [
    {
      figure: "procedures / agencies / wards",
      published: "254 / 15 / 19",
      simulated: `${procedures} / ${agencies} / ${wards}`,
    },
    {
      figure: "same day / shortened / online level 3-4",
      published: "13 / 69 / 49",
      simulated: `${sameDay} / ${shortened} / ${onlineLevel34}`,
    },
    {
      figure: "remitted to the State",
      published: "> 93 bn VND",
      simulated: `${(revenue.total.remitted / 1e9).toFixed(1)} bn VND (${number(revenue.total.onHand)} ₫ on hand)`,
    },
    { figure: "dossiers received", published: "> 124,000", simulated: number(total.received) },
    { figure: "early or on time, of decided", published: "91.5 %", simulated: percent(total.rates.onTimeOfResolved) },
    { figure: "satisfied with the staff's attitude", published: "99.4 %", simulated: percent(total.satisfaction.rate) },
    {
      figure: "petitions and feedback",
      published: "handled in time",
      simulated: `${number(lodged)} lodged, ${number(answered.total)} answered`,
    },
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
