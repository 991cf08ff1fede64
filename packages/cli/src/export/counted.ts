import type { ReadError } from "@motcua/event-store";
import type { ExportPage } from "@motcua/interchange";
import { type Either, isLeft, right } from "fp-ts/lib/Either.js";
import type { Pieces } from "../output/whole-file.js";

/** What has been written so far. */
export interface Counts {
  dossiers: number;
  events: number;
}

/** The content of an export, counted as it goes by. */
export async function* counted(
  pages: AsyncIterable<Either<ReadError, ExportPage<string | Uint8Array>>>,
  counts: Counts,
  progress: () => void,
): Pieces<ReadError> {
  for await (const page of pages) {
    if (isLeft(page)) {
      yield page;
      return;
    }
    counts.dossiers += page.right.dossiers;
    counts.events += page.right.events;
    yield right(page.right.content);
    progress();
  }
}
