import {
  type DossierEvent,
  type DossierEventData,
  type DossierEventType,
  type DossierRows,
  type Due,
  dossierEvent,
  dossierRows,
  type Indicators,
  indicators,
  type OnTimeBy,
  type Period,
  rowsOf as rowsIn,
  VIETNAM,
} from "../../src/index.js";
import { dueOn, vn } from "./vietnam.js";

export type History = ReadonlyArray<DossierEvent>;

/** A fact at a time of the wall clock in Vietnam. */
export const happened = <Type extends DossierEventType>(
  type: Type,
  time: string,
  data: DossierEventData<Type>,
): DossierEvent => dossierEvent(type, vn(time), data) as DossierEvent;

/** Received at the counter; without a due date where none is given. */
export const received = (
  time: string,
  promisedDue: Due | null = dueOn("2018-07-09"),
  others: Partial<DossierEventData<"DossierReceived">> = {},
): DossierEvent =>
  happened("DossierReceived", time, {
    subjectRef: "subject-1",
    centre: "bac-ninh",
    unit: "one-stop",
    agency: "land office",
    procedure: { code: "1.001776", version: 1, field: "land" },
    channel: "inPerson",
    ...(promisedDue && { promisedDue }),
    ...others,
  });

export const resolved = (time: string): DossierEvent => happened("DossierResolved", time, { outcome: "granted" });

/** The rows of dossiers `dossier-1`, `dossier-2`, … one history each. */
export const rowsOf = (...histories: ReadonlyArray<History>): DossierRows =>
  histories
    .flatMap((history, n) => history.map((event) => ({ ...event, stream: `dossier-${n + 1}` })))
    .reduce(dossierRows.step, dossierRows.empty());

/** From the first instant of one local date up to that of another, with all that is known. */
export const period = (from: string, to: string, asOf = vn("2026-01-01T00:00")): Period => ({
  from: vn(`${from}T00:00`),
  to: vn(`${to}T00:00`),
  asOf,
});

export const july = period("2018-07-01", "2018-08-01");

/** The figures of these histories over a period, by default July 2018. */
export const figures = (
  histories: ReadonlyArray<History>,
  over: Period = july,
  onTimeBy: OnTimeBy = "auto",
): Indicators => indicators(rowsIn(rowsOf(...histories)), over, { zone: VIETNAM.zone, onTimeBy });
