import type { Either } from "fp-ts/lib/Either.js";
import * as t from "io-ts/lib/index.js";
import { commandOf } from "../command/command-codec.js";
import { commandDecoder } from "../command/command-decoder.js";
import type { CommandRefused } from "../command/command-refused.js";
import { Amount } from "./amount.js";
import type { TreasuryCommand } from "./treasury-command.js";
import { QuarterCodec, SettlementLine } from "./treasury-event.js";

const where = { unit: t.string, centre: t.string };

/** Everything that can be asked of the treasury of a unit, by type. */
export const treasuryCommands = {
  remit: commandOf("remit", { ...where, amount: Amount, voucher: t.string }, { onHand: t.number }),
  settleQuarter: commandOf(
    "settleQuarter",
    { ...where, quarter: QuarterCodec, lines: t.readonlyArray(SettlementLine) },
    {},
  ),
};

/**
 * Reads a command to the treasury of a unit that comes from outside (see `decodeDossierCommand`).
 *
 * @returns the command as it came, or `CommandRefused`
 *
 * @example
 * decodeTreasuryCommand({ type: "settleQuarter", at, unit, centre, quarter: "2018-Q5", lines: [] }) // left: no such quarter
 */
export const decodeTreasuryCommand: (value: unknown) => Either<CommandRefused, TreasuryCommand> =
  commandDecoder(treasuryCommands);
