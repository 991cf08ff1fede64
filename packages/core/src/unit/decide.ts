import { type Either, left, right } from "fp-ts/lib/Either.js";
import { isLocalDate } from "../time/local-date.js";
import { InstantCodec } from "../time/term.js";
import type { AssessUnit, EstablishUnit, UnitCommand } from "./command.js";
import type { UnitError } from "./error.js";
import { type UnitEvent, unitEvent } from "./event.js";
import type { UnitState } from "./state.js";
import { unitOn } from "./unit-on.js";

type Decision = Either<UnitError, ReadonlyArray<UnitEvent>>;

/** What a command makes happen, or why it may not. Facts may be told in any order, of days on which the unit exists. */
export const decide = (command: UnitCommand, state: UnitState): Decision => {
  const { at, effectiveFrom } = command;
  if (!InstantCodec.is(at)) return left({ code: "InstantRefused", at });
  if (!isLocalDate(effectiveFrom)) return left({ code: "EffectiveDateRefused", effectiveFrom });
  if (command.type === "establish") return establish(command, state);
  const { standing } = unitOn(state, effectiveFrom);
  if (state.code === null || standing === "unknown") return left({ code: "UnitUnknown" });
  return standing === "inForce"
    ? decideInForce(command, state.code)
    : left({ code: "UnitNotInForce", unit: state.code, date: effectiveFrom, standing });
};

const establish = ({ type: _, at, ...data }: EstablishUnit, state: UnitState): Decision => {
  const { code, parent, effectiveFrom } = data;
  if (parent === code) return left({ code: "UnitOfItself", unit: code, as: "parent" });
  if (state.code !== null && state.code !== code) return left({ code: "OtherUnit", unit: state.code, given: code });
  const { standing } = unitOn(state, effectiveFrom);
  return standing === "unknown" || standing === "dissolved"
    ? right([unitEvent("UnitEstablished", at, data)])
    : left({ code: "UnitAlreadyEstablished", unit: code, effectiveFrom });
};

const decideInForce = (command: Exclude<UnitCommand, { readonly type: "establish" }>, unit: string): Decision => {
  const { at, effectiveFrom, basis } = command;
  const dated = { effectiveFrom, basis };
  switch (command.type) {
    case "rename": {
      const { name, kind } = command;
      return right([unitEvent("UnitRenamed", at, { name, ...(kind && { kind }), ...dated })]);
    }
    case "moveUnder": {
      const { parent } = command;
      return parent === unit
        ? left({ code: "UnitOfItself", unit, as: "parent" })
        : right([unitEvent("UnitMoved", at, { parent, ...dated })]);
    }
    case "dissolve": {
      const { successor } = command;
      return successor === unit
        ? left({ code: "UnitOfItself", unit, as: "successor" })
        : right([unitEvent("UnitDissolved", at, { ...(successor !== undefined && { successor }), ...dated })]);
    }
    case "assess":
      return assess(command);
  }
};

/** That all of no criteria are met would be true of every unit. */
const assess = ({ at, standard, criteria, effectiveFrom, basis }: AssessUnit): Decision => {
  if (criteria.length === 0) return left({ code: "CriteriaMissing" });
  const twice = criteria.find(({ criterion }, n) => criteria.findIndex((other) => other.criterion === criterion) < n);
  return twice === undefined
    ? right([unitEvent("UnitAssessed", at, { standard, criteria, effectiveFrom, basis })])
    : left({ code: "CriterionTwice", criterion: twice.criterion });
};
