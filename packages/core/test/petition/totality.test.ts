import fc from "fast-check";
import { isRight, right } from "fp-ts/lib/Either.js";
import { describe, expect, it } from "vitest";
import { noPetition, PETITION_EVENT_TYPES, petitionEvents } from "../../src/index.js";
import { petitions, story } from "../support/petition.js";
import { anyPetitionCommands, anyPetitionEventOf, anyPetitionEvents } from "../support/petition-arbitraries.js";
import { runs } from "../support/tier.js";

describe("the petition's decider is total", () => {
  it("any events in any order fold to a whole state, and any command is answered there", () => {
    fc.assert(
      fc.property(anyPetitionEvents(), anyPetitionCommands(), (events, commands) => {
        const state = events.reduce(petitions.evolve, petitions.initial);
        expect(Object.keys(state).toSorted()).toEqual(Object.keys(noPetition).toSorted());
        expect(Object.values(state)).not.toContain(undefined);
        for (const command of commands) {
          const decision = petitions.decide(command, state);
          if (isRight(decision)) expect(decision.right).toHaveLength(1);
          else expect(decision.left.code).toMatch(/^[A-Z]\w+$/);
        }
      }),
      runs(300),
    );
  });

  it("what is decided can be stored, read again, and folds to the same state", () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(anyPetitionCommands(25), (commands) => {
        const { events, state } = story(...commands);
        for (const { type, data } of events) {
          seen.add(type);
          const readAgain = JSON.parse(JSON.stringify(data));
          expect([type, petitionEvents[type].decode(readAgain)]).toEqual([type, right(data)]);
        }
        expect(events.reduce(petitions.evolve, petitions.initial)).toEqual(state);
      }),
      runs(200),
    );
    expect(seen.size).toBe(PETITION_EVENT_TYPES.length);
  });
});

describe.each(PETITION_EVENT_TYPES)("%s", (type) => {
  it("is read as it was written, and refused when it is no object", () => {
    fc.assert(
      fc.property(anyPetitionEventOf(type), ({ data }) => {
        expect(petitionEvents[type].decode(JSON.parse(JSON.stringify(data)))).toEqual(right(data));
      }),
      runs(30),
    );
    expect(petitionEvents[type].decode("text")).toMatchObject({ left: ["data: must be an object"] });
  });
});
