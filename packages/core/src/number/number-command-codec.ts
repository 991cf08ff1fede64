import type { Either } from "fp-ts/lib/Either.js";
import * as t from "io-ts/lib/index.js";
import { commandOf } from "../command/command-codec.js";
import { commandDecoder } from "../command/command-decoder.js";
import type { CommandRefused } from "../command/command-refused.js";
import type { ClaimNumber } from "./claimed-number.js";

/** Everything that can be asked of the numbers of a unit and a day, by type. */
export const numberCommands = {
  claimNumber: commandOf("claimNumber", { dossier: t.string }, {}),
};

/**
 * Reads the claim of a number that comes from outside (see `decodeDossierCommand`).
 *
 * @returns the command as it came, or `CommandRefused`
 *
 * @example
 * decodeNumberCommand({ type: "claimNumber", at, dossier: "dossier-1" }) // right
 */
export const decodeNumberCommand: (value: unknown) => Either<CommandRefused, ClaimNumber> =
  commandDecoder(numberCommands);
