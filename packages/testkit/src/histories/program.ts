import type { Capabilities } from "@motcua/event-store";
import * as fc from "fast-check";
import { anyClientStep, anyFilter, type Step, type StepFilter } from "../workload/step.js";

/** What a history's clients and readers are to do, as plain data. */
export interface Program {
  readonly clients: ReadonlyArray<ClientProgram>;
  readonly readers: ReadonlyArray<ReaderProgram>;
}

export interface ClientProgram {
  /** Which of the open handles it calls, counted round. */
  readonly handle: number;
  readonly steps: ReadonlyArray<{
    readonly step: Step;
    /** How many turns it lets the others go before: see `giveWay`. */
    readonly pause: number;
  }>;
}

/** Reads the log page by page from its beginning, again and again, until all clients are done and it has everything. */
export interface ReaderProgram {
  readonly handle: number;
  readonly filter: StepFilter;
  readonly limit: number;
  readonly pause: number;
}

/** Up to eight clients with up to twelve calls each, and up to three readers. */
export const anyProgram = (capabilities: Pick<Capabilities, "uniqueIds">): fc.Arbitrary<Program> => {
  const handle = fc.nat(3);
  const step = fc.record({ step: anyClientStep(capabilities), pause: fc.nat(3) });
  const client = fc.record({ handle, steps: fc.array(step, { minLength: 1, maxLength: 12, size: "max" }) });
  const reader = fc.record({ handle, filter: anyFilter, limit: fc.constantFrom(1, 2, 3, 5, 100), pause: fc.nat(3) });
  return fc.record({
    clients: fc.array(client, { minLength: 1, maxLength: 8, size: "max" }),
    readers: fc.array(reader, { maxLength: 3, size: "max" }),
  });
};
