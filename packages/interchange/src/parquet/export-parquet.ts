import type { ReadError } from "@motcua/event-store";
import { type Either, isLeft, right } from "fp-ts/lib/Either.js";
import type { ExportedLog } from "../export/exported-log.js";
import type { ExportPage } from "../export/page.js";
import type { Cell } from "../tables/column.js";
import { type RowPage, TABLES, type TableRows } from "../tables/rows.js";
import { parquetColumns } from "./schema.js";

/** Rows that are squeezed together: enough for readers to skip by, few enough to hold. */
const GROUP = 5_000;

/**
 * A log as Parquet: the same tables as `exportCsv`, with instants as timestamps in UTC and dates as dates, for DuckDB,
 * pandas and Spark. Memory holds one group of rows.
 *
 * @example
 * for await (const page of exportParquet(store)) if (isRight(page)) await file.write(page.right.content);
 */
export async function* exportParquet(
  log: ExportedLog,
  rows: TableRows = "events",
): AsyncGenerator<Either<ReadError, ExportPage<Uint8Array>>, void, void> {
  // Loaded when it is asked for: a command that writes no Parquet need not wait for it.
  const { ByteWriter, ParquetWriter } = await import("hyparquet-writer");
  const table = TABLES[rows];
  const { schema, encode } = parquetColumns(table.columns);
  const bytes = new ByteWriter();
  const parquet = new ParquetWriter({ writer: bytes, schema: [...schema], createdBy: "motcua" });
  const taken = (): Uint8Array => {
    const piece = bytes.getBytes().slice();
    bytes.index = 0;
    return piece;
  };
  for await (const group of inGroups(table.pages(log))) {
    if (isLeft(group)) return yield group;
    const { rows: all, ...counts } = group.right;
    parquet.write({ columnData: encode(all), rowGroupSize: GROUP });
    yield right({ content: taken(), ...counts });
  }
  parquet.finish();
  yield right({ content: taken(), events: 0, dossiers: 0 });
}

async function* inGroups(pages: AsyncIterable<Either<ReadError, RowPage>>): AsyncGenerator<Either<ReadError, RowPage>> {
  let group = { rows: [] as ReadonlyArray<Cell>[], events: 0, dossiers: 0 };
  for await (const page of pages) {
    if (isLeft(page)) return yield page;
    group.rows.push(...page.right.rows);
    group.events += page.right.events;
    group.dossiers += page.right.dossiers;
    if (group.rows.length < GROUP) continue;
    yield right(group);
    group = { rows: [], events: 0, dossiers: 0 };
  }
  if (group.rows.length > 0) yield right(group);
}
