import type { Decider, EventCatalog, Projection } from "@motcua/event-store";
import { describe, expectTypeOf, it } from "vitest";
import {
  type PetitionRows,
  petitionRows,
  type RevenueAccounts,
  revenueAccounts,
  type TreasuryCommand,
  type TreasuryDecider,
  type TreasuryError,
  type TreasuryEvent,
  type TreasuryState,
  treasuryEvents,
} from "../../src/index.js";

describe("money fits the port", () => {
  it("the treasury of a unit", () => {
    expectTypeOf<TreasuryDecider>().toExtend<Decider<TreasuryCommand, TreasuryState, TreasuryEvent, TreasuryError>>();
    expectTypeOf(treasuryEvents).toExtend<EventCatalog<TreasuryEvent>>();
  });

  it("and the projections of this folder's reports", () => {
    expectTypeOf(revenueAccounts).toExtend<Projection<RevenueAccounts>>();
    expectTypeOf(petitionRows).toExtend<Projection<PetitionRows>>();
  });
});
