import type { Either } from "fp-ts/lib/Either.js";
import * as t from "io-ts/lib/index.js";
import { decidedOf } from "../command/command-codec.js";
import { commandDecoder } from "../command/command-decoder.js";
import type { CommandRefused } from "../command/command-refused.js";
import { TermCodec } from "../time/term.js";
import type { ProcedureCommand } from "./command.js";
import { PROCEDURE_PARTS, PROCEDURE_PARTS_IF_ANY } from "./event-data.js";
import { OnlineLevel, OnSpotStep } from "./vocabulary.js";

/** Everything that can be asked of a procedure, by type. */
export const procedureCommands = {
  publishVersion: decidedOf("publishVersion", PROCEDURE_PARTS, PROCEDURE_PARTS_IF_ANY),
  shortenTerm: decidedOf("shortenTerm", { committedTerm: t.union([TermCodec, t.null]) }, {}),
  declareSameDay: decidedOf("declareSameDay", {}, {}),
  liftSameDay: decidedOf("liftSameDay", {}, {}),
  setOnlineLevel: decidedOf("setOnlineLevel", { level: OnlineLevel }, {}),
  designateOnSpot: decidedOf("designateOnSpot", { steps: t.readonlyArray(OnSpotStep) }, {}),
  repeal: decidedOf("repeal", {}, {}),
};

/**
 * Reads a command to a procedure of the catalogue that comes from outside (see `decodeDossierCommand`).
 *
 * @returns the command as it came, or `CommandRefused`
 *
 * @example
 * decodeProcedureCommand({ type: "repeal", at, effectiveFrom: "2018-02-30", basis }) // left: that date does not exist
 */
export const decodeProcedureCommand: (value: unknown) => Either<CommandRefused, ProcedureCommand> =
  commandDecoder(procedureCommands);
