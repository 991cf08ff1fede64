import type { TimeZone } from "@motcua/core";
import { type Either, isLeft, left, right } from "fp-ts/lib/Either.js";
import type { TaskEither } from "fp-ts/lib/TaskEither.js";
import type { ImportFault } from "../fault.js";
import type { Mapping } from "../mapping/mapping.js";
import type { Source } from "../text/source.js";
import { readXes } from "../xes/read-xes.js";
import { sampleCases } from "./sample-cases.js";
import { sampleCsv } from "./sample-csv.js";
import type { Sampled } from "./sampled.js";
import { bestOf } from "./words.js";

/**
 * A first mapping for a file, from what its beginning shows: it can be imported as it is, and its `notes` say what was
 * guessed and what is for a person to fill in.
 *
 * @param zone  whose clocks dates without an offset mean
 *
 * @example
 * const mapping = await suggestMapping(source, HO_CHI_MINH)();
 */
export const suggestMapping =
  (source: Source, zone: TimeZone): TaskEither<ImportFault, Mapping> =>
  async () => {
    const sampled: Either<ImportFault, Sampled> =
      source.format === "csv"
        ? await sampleCsv(source, zone)
        : await sampleCases(readXes(source, { timeZone: zone.name }), null);
    if (isLeft(sampled)) return sampled;
    const received = receivedOf(sampled.right);
    if (received === null)
      return left({
        code: "StructureInvalid",
        file: source.file,
        line: null,
        expected: "a date of each case, or an event of it, that may be its reception",
        found: "neither",
      });
    return right(mappingOf(sampled.right, received, zone));
  };

const receivedOf = ({ ofCase, firstActivity }: Sampled): Mapping["received"] | null => {
  const dates = ofCase.filter(({ isDate }) => isDate);
  const found = bestOf("received", dates) ?? (firstActivity === null ? dates[0] : undefined);
  if (found !== undefined) return { attribute: found.name };
  return firstActivity === null ? null : { activity: [firstActivity], which: "first" };
};

const mappingOf = (sampled: Sampled, received: Mapping["received"], zone: TimeZone): Mapping => {
  const { source, ofCase, ofEvent, notes } = sampled;
  const dates = ofCase.filter(({ isDate, name }) => isDate && name !== received.attribute);
  const texts = ofCase.filter(({ isDate }) => !isDate);
  const [due, resolved] = [bestOf("due", dates), bestOf("resolved", dates)];
  const [agency, channel] = [bestOf("agency", texts), bestOf("channel", texts)];
  const ofSteps = ofEvent.filter(({ isDate }) => !isDate);
  const [handler, unit] = [bestOf("handler", ofSteps), bestOf("unit", ofSteps)];
  const stepDue = bestOf(
    "stepDue",
    ofEvent.filter(({ isDate }) => isDate),
  );
  const guessed = {
    received: received.attribute ?? received.activity?.join(", "),
    ...namesOf({ due, resolved, agency, channel, handler, unit, stepDue }),
  };
  const columns = [...ofCase, ...ofEvent].map(({ name, isDate }) => (isDate ? `${name} (a date)` : name));
  return {
    motcuaMapping: 1,
    notes: [
      ...notes,
      ...Object.entries(guessed).map(([what, name]) => `Guessed: ${what} is ${name}.`),
      "To be filled in: log, centre, procedure; channels, outcomes and charges where the log has them.",
      `Seen: ${columns.join(", ")}.`,
    ],
    log: "log",
    timeZone: zone.name,
    ...(source !== null && { source }),
    centre: { constant: "centre" },
    procedure: { code: { constant: "procedure" }, field: { constant: "field" } },
    ...(agency !== undefined && { agency: { attribute: agency.name } }),
    ...(unit !== undefined && { unit: { eventAttribute: unit.name } }),
    ...(channel !== undefined && { channel: { from: { attribute: channel.name } } }),
    received,
    ...(due !== undefined && { due: { attribute: due.name } }),
    ...(resolved !== undefined && { resolved: { attribute: resolved.name } }),
    ...((handler ?? unit ?? stepDue) !== undefined && {
      events: namesOf({ handler, unit, stepDue }),
    }),
  };
};

/** Those that were found, by their names. */
const namesOf = (
  found: Readonly<Record<string, { readonly name: string } | undefined>>,
): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(found).flatMap(([what, column]) => (column === undefined ? [] : [[what, column.name]])),
  );
