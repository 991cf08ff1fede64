import { categoryOf, logPages, type ReadError } from "@motcua/event-store";
import { type Either, isLeft, right } from "fp-ts/lib/Either.js";
import type { ExportedLog } from "../export/exported-log.js";
import { gatherDossiers } from "../export/gather-dossiers.js";
import { EVENTS_AT_ONCE } from "../export/page.js";
import type { Cell, Column } from "./column.js";
import { DOSSIER_COLUMNS, dossierRow, tallyGathering } from "./dossier-columns.js";
import { EVENT_COLUMNS, eventRow } from "./event-columns.js";

/** What a row of a table tells of: an event of the log, or a dossier. */
export type TableRows = "events" | "dossiers";

/** Some rows of a table as their cells, and what is in them. */
export interface RowPage {
  readonly rows: ReadonlyArray<ReadonlyArray<Cell>>;
  readonly events: number;
  readonly dossiers: number;
}

/** A table: its columns without their rows, and its rows page by page. */
export interface Table {
  readonly columns: ReadonlyArray<Pick<Column<never>, "name" | "kind" | "meaning">>;
  readonly pages: (log: ExportedLog) => AsyncIterable<Either<ReadError, RowPage>>;
}

export const TABLES: Readonly<Record<TableRows, Table>> = {
  events: { columns: EVENT_COLUMNS, pages: eventPages },
  dossiers: { columns: DOSSIER_COLUMNS, pages: dossierPages },
};

async function* eventPages(log: ExportedLog): AsyncGenerator<Either<ReadError, RowPage>> {
  for await (const page of logPages(log, { limit: EVENTS_AT_ONCE })) {
    if (isLeft(page)) return yield page;
    const { events } = page.right;
    yield right({
      rows: events.map((event) => cellsOf(EVENT_COLUMNS, eventRow(event))),
      events: events.length,
      dossiers: events.filter(({ stream, version }) => version === 1 && categoryOf(stream) === "dossier").length,
    });
  }
}

async function* dossierPages(log: ExportedLog): AsyncGenerator<Either<ReadError, RowPage>> {
  for await (const page of gatherDossiers(log, tallyGathering)) {
    if (isLeft(page)) return yield page;
    const dossiers = page.right.map(dossierRow);
    yield right({
      rows: dossiers.map((dossier) => cellsOf(DOSSIER_COLUMNS, dossier)),
      events: dossiers.reduce((sum, { events }) => sum + events, 0),
      dossiers: dossiers.length,
    });
  }
}

const cellsOf = <Row>(columns: ReadonlyArray<Column<Row>>, row: Row): ReadonlyArray<Cell> =>
  columns.map(({ cell }) => cell(row));
