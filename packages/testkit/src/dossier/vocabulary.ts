import type { Amount, Channel, DeliveryMethod, Outcome, ProcedureRef } from "@motcua/core";
import fc from "fast-check";
import { plain } from "./plain.js";

export const anyChannel = (): fc.Arbitrary<Channel> => fc.constantFrom("inPerson", "online", "postal", "other");

export const anyDeliveryMethod = (): fc.Arbitrary<DeliveryMethod> => fc.constantFrom("counter", "postal", "online");

export const anyOutcome = (): fc.Arbitrary<Outcome> => fc.constantFrom("granted", "refused");

export const anyAgency = (): fc.Arbitrary<string> => fc.constantFrom("tax office", "land office", "police", "justice");

export const anyHandler = (): fc.Arbitrary<string> => fc.constantFrom("handler-1", "handler-2", "handler-3");

export const anyUnit = (): fc.Arbitrary<string> => fc.constantFrom("000.00.01.H05", "000.00.02.H05");

export const anyProcedure = (): fc.Arbitrary<ProcedureRef> =>
  plain({
    code: fc.constantFrom("1.001776", "2.000908"),
    version: fc.integer({ min: 1, max: 9 }),
    field: fc.constantFrom("land", "civil status"),
  });

/** Money that is owed; in a command it may also be an amount that must be refused. */
export const anyAmounts = (least = 1): fc.Arbitrary<ReadonlyArray<Amount>> =>
  fc.array(
    plain({
      kind: fc.constantFrom("fee", "charge", "tax"),
      minor: fc.integer({ min: least, max: 1_000_000_000 }),
      currency: fc.constant("VND"),
    }),
    { minLength: Math.min(1, Math.max(0, least)), maxLength: 3 },
  );
