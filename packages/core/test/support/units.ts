import { anyInstant } from "@motcua/testkit";
import fc from "fast-check";
import { isLeft } from "fp-ts/lib/Either.js";
import {
  type LocalDate,
  type UnitCommand,
  type UnitError,
  type UnitEvent,
  type UnitKind,
  type UnitState,
  type Units,
  unitDecider,
  unitStream,
} from "../../src/index.js";
import { rightOf } from "./either.js";
import { anyDateOf2018 } from "./procedures.js";
import { vn } from "./vietnam.js";

type CommandOf<Type extends UnitCommand["type"]> = Extract<UnitCommand, { readonly type: Type }>;

/** A decision that is taken on the morning from which it holds, unless the fields say otherwise. */
export const ruled = <Type extends UnitCommand["type"]>(
  type: Type,
  effectiveFrom: LocalDate,
  fields: Omit<CommandOf<Type>, "type" | "at" | "effectiveFrom" | "basis"> & { readonly at?: number },
): CommandOf<Type> =>
  ({
    type,
    at: vn(`${effectiveFrom}T08:00`),
    effectiveFrom,
    basis: "NQ 1659/2025",
    ...fields,
  }) as unknown as CommandOf<Type>;

/** A unit begins, at the beginning of 2016 unless said otherwise. */
export const established = (
  code: string,
  kind: UnitKind,
  parent?: string,
  effectiveFrom: LocalDate = "2016-01-01",
): CommandOf<"establish"> =>
  ruled("establish", effectiveFrom, { code, name: `the ${kind} ${code}`, kind, ...(parent && { parent }) });

export const unitEventsOf = (...commands: ReadonlyArray<UnitCommand>): ReadonlyArray<UnitEvent> => {
  const events: UnitEvent[] = [];
  let state = unitDecider.initial;
  for (const command of commands) {
    const decision = rightOf(unitDecider.decide(command, state));
    events.push(...decision);
    state = decision.reduce(unitDecider.evolve, state);
  }
  return events;
};

/** A unit of which this was decided; all of it must have been possible. */
export const unitOf = (...commands: ReadonlyArray<UnitCommand>): UnitState =>
  unitEventsOf(...commands).reduce(unitDecider.evolve, unitDecider.initial);

export const refusalOf = (state: UnitState, command: UnitCommand): UnitError | undefined => {
  const decision = unitDecider.decide(command, state);
  return isLeft(decision) ? decision.left : undefined;
};

export const unitsOf = (...states: ReadonlyArray<UnitState>): Units => ({
  units: new Map(states.map((state) => [unitStream(state.code ?? ""), state])),
});

const CODES = ["city", "centre", "ward-1", "ward-2"];
const year = { from: vn("2018-01-02T00:00"), to: vn("2018-12-31T00:00") };

/** Any decision about a unit of that code; it may well have to be refused. */
export const anyUnitCommand = (code: string): fc.Arbitrary<UnitCommand> =>
  fc
    .tuple(
      anyDateOf2018(),
      anyInstant(year),
      fc.oneof(
        fc.record({ type: fc.constant("establish"), code: fc.constant(code), name: anyName(), kind: anyKind() }),
        fc.record({ type: fc.constant("rename"), name: anyName() }),
        fc.record({ type: fc.constant("moveUnder"), parent: fc.option(fc.constantFrom(...CODES)) }),
        fc.record({ type: fc.constant("dissolve"), successor: fc.constantFrom(...CODES) }),
        fc.record({
          type: fc.constant("assess"),
          standard: fc.constantFrom("standard-1", "standard-2"),
          criteria: fc.array(
            fc.tuple(fc.constantFrom("a", "b"), fc.boolean()).map(([criterion, met]) => ({ criterion, met })),
            { maxLength: 2 },
          ),
        }),
      ),
    )
    .map(([effectiveFrom, at, drawn]) => ({ at, effectiveFrom, basis: "NQ", ...drawn }) as unknown as UnitCommand);

const anyName = () => fc.constantFrom("Vũ Ninh", "Kinh Bắc");
const anyKind = () => fc.constantFrom<UnitKind>("centre", "district", "ward", "commune");

/** What is accepted of drawn decisions about a unit that begins with the year. */
export const anyUnitHistory = (code: string): fc.Arbitrary<ReadonlyArray<UnitEvent>> =>
  fc.array(anyUnitCommand(code), { maxLength: 12 }).map((commands) => {
    const events: UnitEvent[] = [...unitEventsOf(established(code, "ward", undefined, "2018-01-02"))];
    let state = events.reduce(unitDecider.evolve, unitDecider.initial);
    for (const command of commands) {
      const decision = unitDecider.decide(command, state);
      if (isLeft(decision)) continue;
      events.push(...decision.right);
      state = decision.right.reduce(unitDecider.evolve, state);
    }
    return events;
  });

/** Four units that may stand under each other, and come after each other, in any way. */
export const anyUnitHistories = (): fc.Arbitrary<ReadonlyArray<readonly [code: string, ReadonlyArray<UnitEvent>]>> =>
  fc
    .tuple(...CODES.map(anyUnitHistory))
    .map((histories) => histories.map((events, n) => [CODES[n] ?? "", events] as const));
