import type { Decider, EventCatalog } from "@motcua/event-store";
import { describe, expectTypeOf, it } from "vitest";
import {
  type Personal,
  type PetitionCommand,
  type PetitionDecider,
  type PetitionError,
  type PetitionEvent,
  type PetitionEventData,
  type PetitionState,
  petitionEvents,
} from "../../src/index.js";
import type { PlacesOf } from "../support/places.js";

describe("a petition", () => {
  it("fits the port", () => {
    expectTypeOf<PetitionDecider>().toExtend<Decider<PetitionCommand, PetitionState, PetitionEvent, PetitionError>>();
    expectTypeOf(petitionEvents).toExtend<EventCatalog<PetitionEvent>>();
  });

  it("has a state that cannot hold what was written, or by whom (NĐ 61/2018, Đ27.3)", () => {
    expectTypeOf<PlacesOf<Personal, PetitionState>>().toBeNever();
    expectTypeOf<PlacesOf<Personal, PetitionEventData<"PetitionLodged">>>().toEqualTypeOf<".content">();
  });
});
