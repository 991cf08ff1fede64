import type * as t from "io-ts/lib/index.js";
import { describe, expectTypeOf, it } from "vitest";
import type { dossierCommands } from "../../src/dossier/command-codec.js";
import type {
  ClaimNumber,
  DossierCommand,
  PetitionCommand,
  ProcedureCommand,
  TreasuryCommand,
  UnitCommand,
} from "../../src/index.js";
import type { treasuryCommands } from "../../src/money/treasury-command-codec.js";
import type { numberCommands } from "../../src/number/number-command-codec.js";
import type { petitionCommands } from "../../src/petition/command-codec.js";
import type { procedureCommands } from "../../src/procedure/command-codec.js";
import type { unitCommands } from "../../src/unit/command-codec.js";

type OfType<Command, Type> = Extract<Command, { readonly type: Type }>;

type Mutual<A, B> = [A] extends [B] ? ([B] extends [A] ? true : false) : false;

/** The types of command whose codec reads something else than the command is. */
type Drifted<Codecs extends Readonly<Record<string, t.Mixed>>, Command extends { readonly type: string }> = {
  [Type in Command["type"]]: Type extends keyof Codecs
    ? Mutual<t.TypeOf<Codecs[Type]>, OfType<Command, Type>> extends true
      ? SameMembers<t.TypeOf<Codecs[Type]>, OfType<Command, Type>> extends true
        ? never
        : Type
      : Type
    : Type;
}[Command["type"]];

/** Assignable both ways two types may still differ in what is optional. */
type SameMembers<A, B> = Mutual<keyof A, keyof B>;

describe("the codec of a command reads what the command is, member for member", () => {
  it("of a dossier", () => {
    expectTypeOf<Drifted<typeof dossierCommands, DossierCommand>>().toBeNever();
    expectTypeOf<keyof typeof dossierCommands>().toEqualTypeOf<DossierCommand["type"]>();
  });

  it("of a petition", () => {
    expectTypeOf<Drifted<typeof petitionCommands, PetitionCommand>>().toBeNever();
    expectTypeOf<keyof typeof petitionCommands>().toEqualTypeOf<PetitionCommand["type"]>();
  });

  it("of a procedure", () => {
    expectTypeOf<Drifted<typeof procedureCommands, ProcedureCommand>>().toBeNever();
    expectTypeOf<keyof typeof procedureCommands>().toEqualTypeOf<ProcedureCommand["type"]>();
  });

  it("of a unit", () => {
    expectTypeOf<Drifted<typeof unitCommands, UnitCommand>>().toBeNever();
    expectTypeOf<keyof typeof unitCommands>().toEqualTypeOf<UnitCommand["type"]>();
  });

  it("of a treasury", () => {
    expectTypeOf<Drifted<typeof treasuryCommands, TreasuryCommand>>().toBeNever();
    expectTypeOf<keyof typeof treasuryCommands>().toEqualTypeOf<TreasuryCommand["type"]>();
  });

  it("of numbers", () => {
    expectTypeOf<Drifted<typeof numberCommands, ClaimNumber>>().toBeNever();
    expectTypeOf<keyof typeof numberCommands>().toEqualTypeOf<ClaimNumber["type"]>();
  });

  it("and a codec that leaves a member out is found", () => {
    type Codecs = { readonly withdraw: t.Type<{ readonly type: "withdraw"; readonly at: number }> };
    expectTypeOf<Drifted<Codecs, OfType<DossierCommand, "withdraw">>>().toEqualTypeOf<"withdraw">();
  });
});
