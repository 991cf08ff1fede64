import type { Decider, EventCatalog } from "@motcua/event-store";
import { describe, expectTypeOf, it } from "vitest";
import {
  type UnitCommand,
  type UnitError,
  type UnitEvent,
  type UnitState,
  unitDecider,
  unitEvents,
} from "../../src/index.js";

describe("units fit the port", () => {
  it("their decider", () => {
    expectTypeOf(unitDecider).toExtend<Decider<UnitCommand, UnitState, UnitEvent, UnitError>>();
  });

  it("their events", () => {
    expectTypeOf(unitEvents).toExtend<EventCatalog<UnitEvent>>();
  });
});
