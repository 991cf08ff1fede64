import { anyCommands } from "@motcua/testkit";
import fc from "fast-check";
import { type Either, right } from "fp-ts/lib/Either.js";
import { describe, expect, it } from "vitest";
import {
  decodeDossierCommand,
  decodePetitionCommand,
  decodeProcedureCommand,
  decodeUnitCommand,
  type ProcedureCommand,
} from "../../src/index.js";
import { anyPetitionCommands } from "../support/petition-arbitraries.js";
import { anyProcedureCommand } from "../support/procedures.js";
import { runs } from "../support/tier.js";
import { anyUnitCommand } from "../support/units.js";

const readsUnchanged = (decode: (value: unknown) => Either<unknown, unknown>, command: unknown): void => {
  const sent: unknown = JSON.parse(JSON.stringify(command));
  expect(decode(sent)).toStrictEqual(right(command));
};

/** Levels that do not exist have no type: the decider's own refusal of them is for callers without types. */
const onAKnownLevel = (command: ProcedureCommand): boolean =>
  command.type !== "setOnlineLevel" || [1, 2, 3, 4].includes(command.level);

describe("a command that a decider may be asked, even one that it refuses, is read as it was sent", () => {
  it("to a dossier", () => {
    fc.assert(
      fc.property(anyCommands(), (commands) => {
        for (const command of commands) readsUnchanged(decodeDossierCommand, command);
      }),
      runs(200),
    );
  });

  it("to a petition", () => {
    fc.assert(
      fc.property(anyPetitionCommands(), (commands) => {
        for (const command of commands) readsUnchanged(decodePetitionCommand, command);
      }),
      runs(200),
    );
  });

  it("to a procedure", () => {
    fc.assert(
      fc.property(anyProcedureCommand().filter(onAKnownLevel), (command) => {
        readsUnchanged(decodeProcedureCommand, command);
      }),
      runs(500),
    );
  });

  it("to a unit", () => {
    fc.assert(
      fc.property(anyUnitCommand("city"), (command) => {
        readsUnchanged(decodeUnitCommand, command);
      }),
      runs(500),
    );
  });
});
