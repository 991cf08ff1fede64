import { type Either, left, right } from "fp-ts/lib/Either.js";
import { WholeNumber } from "../time/term.js";
import { termRefused } from "../time/term-refused.js";
import type { PublishVersion } from "./command.js";
import type { ProcedureError } from "./error.js";
import { type ProcedureEvent, procedureEvent } from "./event.js";
import type { ProcedureState } from "./state.js";

/** The next version. It may begin on the day of the one before, which it then takes the place of, but not earlier. */
export const publishVersion = (
  dayLength: number,
  { type: _, at, ...content }: PublishVersion,
  state: ProcedureState,
): Either<ProcedureError, ReadonlyArray<ProcedureEvent>> => {
  const refused = otherOrEarlier(content, state) ?? contentRefused(dayLength, content);
  return refused === undefined
    ? right([procedureEvent("ProcedureVersionPublished", at, { ...content, version: state.lastVersion + 1 })])
    : left(refused);
};

type Content = Omit<PublishVersion, "type" | "at">;

const otherOrEarlier = ({ code, effectiveFrom }: Content, state: ProcedureState): ProcedureError | undefined => {
  if (state.code !== null && state.code !== code) return { code: "OtherProcedure", procedure: state.code, given: code };
  const last = state.versions.findLast(({ value }) => value !== null);
  return last !== undefined && effectiveFrom < last.effectiveFrom
    ? { code: "VersionNotLater", effectiveFrom, lastEffectiveFrom: last.effectiveFrom }
    : undefined;
};

const contentRefused = (dayLength: number, content: Content): ProcedureError | undefined => {
  const { legalTerm, steps, components, fees, sets = 1 } = content;
  const fee = fees.find(({ amount }) => !isCount(amount.minor));
  if (fee !== undefined) return { code: "FeeRefused", fee: fee.name };
  const component = components.find(
    ({ originals, certifiedCopies, photocopies }) => ![originals, certifiedCopies, photocopies].every(isCount),
  );
  if (component !== undefined) return { code: "ComponentRefused", component: component.name };
  if (!isCount(sets)) return { code: "ComponentRefused", component: "sets" };
  return [legalTerm, ...steps.flatMap(({ term }) => term ?? [])]
    .map((term) => termRefused(dayLength, term))
    .find((refused) => refused !== undefined);
};

const isCount = (n: number): boolean => WholeNumber.is(n) && n >= 0;
