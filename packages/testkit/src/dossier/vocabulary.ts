import type {
  Amount,
  Channel,
  DeliveryMethod,
  Money,
  Outcome,
  PaymentMethod,
  PaymentReceipt,
  ProcedureRef,
} from "@motcua/core";
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

/** Money that changes hands; in a command it may also be what must be refused. */
export const anyMoney = (least = 1): fc.Arbitrary<Money> =>
  plain({ minor: fc.integer({ min: least, max: 200_000 }), currency: mostly("VND", "USD") });

export const anyAmount = (least = 1): fc.Arbitrary<Amount> =>
  plain({
    kind: fc.constantFrom("fee", "charge", "tax"),
    minor: fc.integer({ min: least, max: 1_000_000 }),
    currency: mostly("VND", "USD"),
  });

/** Few, so that many are met again. */
export const anyReceipt = (): fc.Arbitrary<PaymentReceipt> =>
  plain({
    form: fc.constant("01BLP"),
    symbol: mostly("AA-18P", "AB-18P"),
    serial: fc.constantFrom("1", "2", "3", "4"),
  });

export const anyPaymentMethod = (): fc.Arbitrary<PaymentMethod> =>
  fc.constantFrom("cash", "transfer", "online", "postal");

export const anyCharge = (): fc.Arbitrary<string> => mostly("charge-1", "charge-2");

const mostly = (often: string, seldom: string): fc.Arbitrary<string> =>
  fc.oneof({ weight: 9, arbitrary: fc.constant(often) }, { weight: 1, arbitrary: fc.constant(seldom) });
