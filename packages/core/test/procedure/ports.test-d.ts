import type { Decider, EventCatalog, Projection } from "@motcua/event-store";
import { describe, expectTypeOf, it } from "vitest";
import {
  type CatalogueRows,
  catalogueRows,
  type ProcedureCommand,
  type ProcedureError,
  type ProcedureEvent,
  type ProcedureState,
  procedureDecider,
  procedureEvents,
  type Receive,
  type ReceptionTerms,
} from "../../src/index.js";

describe("the catalogue fits the port and the dossier", () => {
  it("the decider of a procedure", () => {
    expectTypeOf(procedureDecider).returns.toExtend<
      Decider<ProcedureCommand, ProcedureState, ProcedureEvent, ProcedureError>
    >();
  });

  it("its events", () => {
    expectTypeOf(procedureEvents).toExtend<EventCatalog<ProcedureEvent>>();
  });

  it("the projection behind its figures", () => {
    expectTypeOf(catalogueRows).toExtend<Projection<CatalogueRows>>();
  });

  it("what it says for a reception is what the command takes", () => {
    expectTypeOf<ReceptionTerms>().toExtend<Pick<Receive, "procedure" | "agency" | "legalTerm" | "committedTerm">>();
  });
});
