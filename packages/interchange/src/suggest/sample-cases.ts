import { type Either, isLeft, right } from "fp-ts/lib/Either.js";
import type { ImportFault } from "../fault.js";
import { type CaseBatches, isSourceDate, type SourceValue } from "../source-case.js";
import { columnGatherer, type Sampled } from "./sampled.js";

const ENOUGH = 2_000;

/** Samples cases that a reader gives: the first few thousand. */
export const sampleCases = async (
  batches: CaseBatches,
  source: Sampled["source"],
): Promise<Either<ImportFault, Sampled>> => {
  const isDate = (value: unknown): boolean => isSourceDate(value as SourceValue);
  const [ofCase, ofEvent] = [columnGatherer(isDate), columnGatherer(isDate)];
  const first = new Map<string, number>();
  let cases = 0;
  for await (const batch of batches) {
    if (isLeft(batch)) return batch;
    for (const { attributes, events } of batch.right) {
      for (const [name, value] of attributes) ofCase.add(name, value);
      for (const event of events) for (const [name, value] of event.attributes) ofEvent.add(name, value);
      const activity = events[0]?.activity;
      if (activity !== undefined) first.set(activity, (first.get(activity) ?? 0) + 1);
    }
    cases += batch.right.length;
    if (cases >= ENOUGH) break;
  }
  const [most] = [...first].toSorted(([, a], [, b]) => b - a);
  return right({
    source,
    ofCase: ofCase.columnsOf(),
    ofEvent: ofEvent.columnsOf(),
    firstActivity: most?.[0] ?? null,
    notes: [`Guessed from the first ${cases} cases.`],
  });
};
