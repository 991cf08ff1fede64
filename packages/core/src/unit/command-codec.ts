import type { Either } from "fp-ts/lib/Either.js";
import * as t from "io-ts/lib/index.js";
import { decidedOf } from "../command/command-codec.js";
import { commandDecoder } from "../command/command-decoder.js";
import type { CommandRefused } from "../command/command-refused.js";
import type { UnitCommand } from "./command.js";
import { CriterionFinding, UnitKind } from "./vocabulary.js";

/** Everything that can be asked of a unit, by type. */
export const unitCommands = {
  establish: decidedOf("establish", { code: t.string, name: t.string, kind: UnitKind }, { parent: t.string }),
  rename: decidedOf("rename", { name: t.string }, { kind: UnitKind }),
  moveUnder: decidedOf("moveUnder", { parent: t.union([t.string, t.null]) }, {}),
  dissolve: decidedOf("dissolve", {}, { successor: t.string }),
  assess: decidedOf("assess", { standard: t.string, criteria: t.readonlyArray(CriterionFinding) }, {}),
};

/**
 * Reads a command to a unit that comes from outside (see `decodeDossierCommand`).
 *
 * @returns the command as it came, or `CommandRefused`
 *
 * @example
 * decodeUnitCommand({ type: "moveUnder", at, effectiveFrom: "2025-07-01", basis, parent: null }) // right
 */
export const decodeUnitCommand: (value: unknown) => Either<CommandRefused, UnitCommand> = commandDecoder(unitCommands);
