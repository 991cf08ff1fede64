import {
  type CatalogueQuery,
  type CatalogueReport,
  type CatalogueRows,
  catalogueReport,
  catalogueRows,
  HO_CHI_MINH,
  type LocalDate,
  type ProcedureCommand,
  procedureStream,
  type StreamEvent,
  type UnitCommand,
  unitStream,
} from "../../src/index.js";
import { eventsOf } from "./procedures.js";
import { unitEventsOf } from "./units.js";

/** What was decided about one procedure, as a store gives it. */
export const procedureEventsIn = (code: string, ...commands: ReadonlyArray<ProcedureCommand>) =>
  eventsOf(...commands).map((event): StreamEvent => ({ ...event, stream: procedureStream(code) }));

export const unitEventsIn = (code: string, ...commands: ReadonlyArray<UnitCommand>) =>
  unitEventsOf(...commands).map((event): StreamEvent => ({ ...event, stream: unitStream(code) }));

export const catalogueOf = (events: ReadonlyArray<StreamEvent>): CatalogueRows =>
  events.reduce(catalogueRows.step, catalogueRows.empty());

/** The catalogue on a local date, by all that is known. */
export const catalogueOn = (
  view: CatalogueRows,
  date: LocalDate,
  query: Partial<CatalogueQuery> = {},
): CatalogueReport => catalogueReport(view, { zone: HO_CHI_MINH, from: date, to: dayAfter(date), ...query });

export const dayAfter = (date: LocalDate): LocalDate =>
  new Date(Date.parse(`${date}T00:00Z`) + 86_400_000).toISOString().slice(0, 10) as LocalDate;
