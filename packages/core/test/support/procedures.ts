import { anyInstant, anyLocalDate, anyTerm } from "@motcua/testkit";
import fc from "fast-check";
import { isLeft } from "fp-ts/lib/Either.js";
import {
  type LocalDate,
  type ProcedureCommand,
  type ProcedureError,
  type ProcedureEvent,
  type ProcedureState,
  type PublishVersion,
  procedureDecider,
  type Term,
  VIETNAM,
} from "../../src/index.js";
import { rightOf } from "./either.js";
import { vn } from "./vietnam.js";

export const procedures = procedureDecider({ calendar: VIETNAM });

export const days = (amount: number): Term => ({ unit: "workingDay", amount });
export const hours = (amount: number): Term => ({ unit: "workingHour", amount });

type CommandOf<Type extends ProcedureCommand["type"]> = Extract<ProcedureCommand, { readonly type: Type }>;

/** A decision that is taken on the morning from which it holds, unless the fields say otherwise. */
export const decided = <Type extends ProcedureCommand["type"]>(
  type: Type,
  effectiveFrom: LocalDate,
  fields: Omit<CommandOf<Type>, "type" | "at" | "effectiveFrom" | "basis"> & { readonly at?: number },
): CommandOf<Type> =>
  ({
    type,
    at: vn(`${effectiveFrom}T08:00`),
    effectiveFrom,
    basis: "QĐ 575/2017",
    ...fields,
  }) as unknown as CommandOf<Type>;

/** A version as it is usually published: ten working days in a land office. */
export const publish = (effectiveFrom: LocalDate, fields: Partial<PublishVersion> = {}): PublishVersion =>
  decided("publishVersion", effectiveFrom, {
    code: "1.001776",
    name: "Đăng ký biến động đất đai",
    field: "land",
    agency: "land office",
    competence: "district",
    legalTerm: days(10),
    steps: [{ name: "Thẩm định", agency: "land office", place: "agency", term: days(4) }],
    components: [{ name: "Đơn đăng ký", originals: 1, certifiedCopies: 0, photocopies: 2 }],
    applicantKinds: ["citizen"],
    fees: [{ name: "Lệ phí địa chính", amount: { kind: "charge", minor: 15_000, currency: "VND" } }],
    results: ["Giấy chứng nhận"],
    requirements: [],
    ...fields,
  });

/** What these commands make happen one after the other; each of them must have been possible. */
export const eventsOf = (...commands: ReadonlyArray<ProcedureCommand>): ReadonlyArray<ProcedureEvent> => {
  const events: ProcedureEvent[] = [];
  let state = procedures.initial;
  for (const command of commands) {
    const decision = rightOf(procedures.decide(command, state));
    events.push(...decision);
    state = decision.reduce(procedures.evolve, state);
  }
  return events;
};

/** A procedure of which this was decided. */
export const procedureOf = (...commands: ReadonlyArray<ProcedureCommand>): ProcedureState =>
  eventsOf(...commands).reduce(procedures.evolve, procedures.initial);

export const refusalOf = (state: ProcedureState, command: ProcedureCommand): ProcedureError | undefined => {
  const decision = procedures.decide(command, state);
  return isLeft(decision) ? decision.left : undefined;
};

const year = { from: vn("2018-01-02T00:00"), to: vn("2018-12-31T00:00") };

/** Dates of one year, so that facts often meet. */
export const anyDateOf2018 = (): fc.Arbitrary<LocalDate> => anyLocalDate(year);

/** Any decision about a procedure; it may well have to be refused. */
export const anyProcedureCommand = (): fc.Arbitrary<ProcedureCommand> =>
  fc
    .tuple(
      anyDateOf2018(),
      anyInstant(year),
      fc.oneof(
        fc.record({
          type: fc.constant("publishVersion"),
          legalTerm: anyTerm(),
          fees: fc.array(anyFee(), { maxLength: 2 }),
        }),
        fc.record({ type: fc.constant("shortenTerm"), committedTerm: fc.option(anyTerm()) }),
        fc.record({ type: fc.constantFrom("declareSameDay", "liftSameDay", "repeal") }),
        fc.record({ type: fc.constant("setOnlineLevel"), level: fc.integer({ min: 0, max: 5 }) }),
        fc.record({ type: fc.constant("designateOnSpot"), steps: anySteps() }),
      ),
    )
    .map(([effectiveFrom, at, drawn]) =>
      drawn.type === "publishVersion"
        ? publish(effectiveFrom, { at, ...drawn, type: "publishVersion" })
        : ({ at, effectiveFrom, basis: "QĐ", ...drawn } as unknown as ProcedureCommand),
    );

const anyFee = () =>
  fc
    .integer({ min: -1, max: 1_000_000 })
    .map((minor) => ({ name: "fee", amount: { kind: "fee", minor, currency: "VND" } }) as const);

const anySteps = () => fc.subarray(["receive", "appraise", "approve", "seal", "deliver"] as const);

/** What is accepted of drawn decisions, after a first version that begins with the year. */
export const anyProcedureHistory = (): fc.Arbitrary<ReadonlyArray<ProcedureEvent>> =>
  fc.array(anyProcedureCommand(), { maxLength: 20 }).map((commands) => {
    const events: ProcedureEvent[] = [...eventsOf(publish("2018-01-02"))];
    let state = events.reduce(procedures.evolve, procedures.initial);
    for (const command of commands) {
      const decision = procedures.decide(command, state);
      if (isLeft(decision)) continue;
      events.push(...decision.right);
      state = decision.right.reduce(procedures.evolve, state);
    }
    return events;
  });
