import type {
  Actor,
  Amount,
  Bearer,
  Channel,
  Correction,
  Damage,
  DeadlineStage,
  DeliveryMethod,
  DossierDeadline,
  Money,
  Notice,
  NoticeChannel,
  Outcome,
  PaymentMethod,
  PaymentReceipt,
  PaymentRoute,
  ProcedureRef,
  Role,
  Route,
  Term,
} from "@motcua/core";
import fc from "fast-check";
import { plain } from "./plain.js";
import { anyDue, anyInstant, anyTerm, type Span } from "./values.js";

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
/** A few people only, so that one of them may well have two duties. */
export const anyActor = (): fc.Arbitrary<Actor> =>
  plain({
    role: fc.constantFrom("receptionOfficer", "approver", "handler", "agencyHead"),
    id: fc.constantFrom("staff-1", "staff-2", "handler-1"),
  });

export const anyNotice = (): fc.Arbitrary<Notice> =>
  fc.constantFrom("resultReady", "earlyResult", "dueSoon", "overdue", "apology");

export const anyNoticeChannel = (): fc.Arbitrary<NoticeChannel> =>
  fc.constantFrom("sms", "email", "phone", "socialNetwork", "post", "counter");

/** Whose date, why, and who is told of it. */
export const anyNoticed = () => ({
  deadline: fc.constantFrom<DossierDeadline>("dossier", "handOver", "handler", "opinion", "subTask", "supplement"),
  stage: fc.constantFrom<DeadlineStage>("dueSoon", "apologyOwed", "overdue"),
  to: fc.constantFrom<Role>("handler", "agencyHead", "headOfCentre"),
});
export const anyRoute = (): fc.Arbitrary<Route> => fc.constantFrom("paper", "electronic");

export const anyPaymentRoute = (): fc.Arbitrary<PaymentRoute> => fc.constantFrom("agencyAccount", "postal", "online");

export const anyDamage = (): fc.Arbitrary<Damage> => fc.constantFrom("lost", "damaged");

export const anyBearer = (): fc.Arbitrary<Bearer> => fc.constantFrom("state", "applicant");

/** Names for opinions, vouchers and originals: few, so that they meet. */
export const anyName = (): fc.Arbitrary<string> => fc.constantFrom("one", "two", "three");

/** Agencies with their terms; now and then one of them twice, or too few. */
export const anyRouteAgencies = (): fc.Arbitrary<ReadonlyArray<{ readonly agency: string; readonly term: Term }>> =>
  fc.array(plain({ agency: anyAgency(), term: anyTerm() }), { minLength: 1, maxLength: 3 });

/** Most of the facts that one may take to be recorded are not; agencies meet. */
export const anyCorrection = (span: Span): fc.Arbitrary<Correction> =>
  fc.oneof(
    plain({ field: fc.constantFrom("receivedAt", "resolvedAt"), from: anyInstant(span), to: anyInstant(span) }),
    plain({ field: fc.constantFrom("legalTerm", "committedTerm"), from: anyTerm(), to: anyTerm() }),
    plain({ field: fc.constant("promisedDue"), from: anyDue(span), to: anyDue(span) }),
    plain({ field: fc.constant("agency"), from: anyAgency(), to: anyAgency() }),
  ) as fc.Arbitrary<Correction>;
