import type { Decider, EventCatalog, Projection } from "@motcua/event-store";
import { describe, expectTypeOf, it } from "vitest";
import {
  type ClaimNumber,
  type DossierCommand,
  type DossierDecider,
  type DossierError,
  type DossierEvent,
  type DossierRows,
  type DossierState,
  dossierDecider,
  dossierEvents,
  dossierRows,
  type NumberClaimed,
  type NumbersExhausted,
  numberDecider,
  numberEvents,
} from "../../src/index.js";

describe("the domain fits the port without either knowing the other", () => {
  it("the decider of a dossier", () => {
    expectTypeOf(dossierDecider).returns.toExtend<Decider<DossierCommand, DossierState, DossierEvent, DossierError>>();
    expectTypeOf<DossierDecider["initial"]>().toEqualTypeOf<DossierState>();
  });

  it("its events", () => {
    expectTypeOf(dossierEvents).toExtend<EventCatalog<DossierEvent>>();
  });

  it("the projection behind its figures", () => {
    expectTypeOf(dossierRows).toExtend<Projection<DossierRows>>();
  });

  it("the numbers of a day", () => {
    expectTypeOf(numberDecider).toExtend<Decider<ClaimNumber, number, NumberClaimed, NumbersExhausted>>();
    expectTypeOf(numberEvents).toExtend<EventCatalog<NumberClaimed>>();
  });
});
