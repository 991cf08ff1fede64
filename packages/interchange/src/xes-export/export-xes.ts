import type { ReadError } from "@motcua/event-store";
import { type Either, isLeft, right } from "fp-ts/lib/Either.js";
import type { ExportedLog } from "../export/exported-log.js";
import { gatherDossiers } from "../export/gather-dossiers.js";
import type { ExportPage } from "../export/page.js";
import { FOOT, HEAD } from "./frame.js";
import { traceGathering, traceOf } from "./trace.js";

/**
 * All dossiers of a log as XES (IEEE 1849-2016), a trace each, in a form that ProM, pm4py and the schema all accept. What
 * happened to procedures, units and petitions is not in it, and nothing that speaks of a person.
 *
 * @example
 * for await (const page of exportXes(store)) if (isRight(page)) process.stdout.write(page.right.content);
 */
export async function* exportXes(log: ExportedLog): AsyncGenerator<Either<ReadError, ExportPage>, void, void> {
  yield right({ content: HEAD, events: 0, dossiers: 0 });
  for await (const dossiers of gatherDossiers(log, traceGathering)) {
    if (isLeft(dossiers)) return yield dossiers;
    const traces = dossiers.right.map(traceOf);
    yield right({
      content: traces.map(({ text }) => text).join(""),
      events: traces.reduce((sum, { events }) => sum + events, 0),
      dossiers: traces.length,
    });
  }
  yield right({ content: FOOT, events: 0, dossiers: 0 });
}
