import type { DossierCommand, Instant } from "@motcua/core";
import fc from "fast-check";
import { type Members, plain } from "./plain.js";
import { anyDue, anyInstant, anyPersonal, anyTerm, anyText, LOADED_YEARS, type Span } from "./values.js";
import {
  anyActor,
  anyAgency,
  anyAmount,
  anyAmounts,
  anyBearer,
  anyChannel,
  anyCharge,
  anyCorrection,
  anyDamage,
  anyDeliveryMethod,
  anyHandler,
  anyMoney,
  anyName,
  anyNotice,
  anyNoticeChannel,
  anyNoticed,
  anyOutcome,
  anyPaymentMethod,
  anyPaymentRoute,
  anyProcedure,
  anyReceipt,
  anyRoute,
  anyRouteAgencies,
  anyUnit,
} from "./vocabulary.js";

type CommandOf<Type extends DossierCommand["type"]> = Extract<DossierCommand, { readonly type: Type }>;

const command = <Type extends DossierCommand["type"]>(
  type: Type,
  fields: Members,
  optional: Members = {},
): fc.Arbitrary<CommandOf<Type>> =>
  plain(fields, optional).map((drawn) => ({ type, at: 0, ...drawn })) as unknown as fc.Arbitrary<CommandOf<Type>>;

const words = () => fc.array(anyText(), { maxLength: 3 });
const note = { note: anyPersonal() };

/** One arbitrary for each command; what it asks for may well have to be refused. */
const byType = (span: Span): { readonly [Type in DossierCommand["type"]]: fc.Arbitrary<CommandOf<Type>> } => ({
  submit: command(
    "submit",
    { subjectRef: fc.uuid(), procedure: anyText(), centre: anyText(), channel: anyChannel() },
    { submitterRef: fc.uuid(), applicant: anyPersonal() },
  ),
  requestIntakeSupplement: command("requestIntakeSupplement", { items: words() }, note),
  refuseIntake: command("refuseIntake", { reasons: words() }, note),
  receive: command(
    "receive",
    {
      code: anyText(),
      subjectRef: fc.uuid(),
      centre: anyText(),
      unit: anyUnit(),
      agency: anyAgency(),
      procedure: anyProcedure(),
      channel: anyChannel(),
      legalTerm: anyTerm(),
    },
    {
      committedTerm: anyTerm(),
      deliveryMethod: anyDeliveryMethod(),
      receivedBy: anyHandler(),
      submitterRef: fc.uuid(),
      applicant: anyPersonal(),
      deliveringUnit: anyUnit(),
      originals: fc.array(anyName(), { maxLength: 3 }),
      immediate: fc.boolean(),
      receiptAskedFor: fc.boolean(),
      delegated: fc.boolean(),
    },
  ),
  forward: command("forward", { to: anyAgency() }),
  transfer: command(
    "transfer",
    { to: anyAgency() },
    { reason: anyText(), via: anyUnit(), level: fc.constantFrom("same", "upper", "lower") },
  ),
  assignHandler: command("assignHandler", { handler: anyHandler() }, { term: anyTerm() }),
  requestSupplement: command(
    "requestSupplement",
    { items: words(), through: fc.constantFrom("oneStop", "agency") },
    note,
  ),
  receiveSupplement: command("receiveSupplement", {}),
  expireSupplement: command("expireSupplement", {}),
  notifyObligation: command("notifyObligation", { amounts: anyAmounts(-1) }),
  settleObligation: command("settleObligation", {}, { receipt: anyText() }),
  withdraw: command("withdraw", {}, { reason: anyText(), ...note }),
  stop: command("stop", { reason: anyText() }, note),
  resume: command("resume", {}),
  resolve: command("resolve", { outcome: anyOutcome() }, { reasons: words(), ...note }),
  noteOverdue: command("noteOverdue", {}),
  apologiseAndReschedule: command("apologiseAndReschedule", { reason: anyText(), to: anyDue(span) }, note),
  returnResult: command("returnResult", { method: anyDeliveryMethod() }, { returnedBy: anyHandler(), unit: anyUnit() }),
  rateSatisfaction: command("rateSatisfaction", {
    score: fc.integer({ min: -1, max: 6 }),
    scale: fc.constantFrom(1, 3, 4, 5),
    aspect: fc.constantFrom("attitude", "overall"),
  }),
  assessCharge: command("assessCharge", { name: anyText(), amount: anyAmount(-1), unit: anyUnit(), basis: anyText() }),
  collectPayment: command("collectPayment", {
    charge: anyCharge(),
    amount: anyMoney(-1),
    method: anyPaymentMethod(),
    unit: anyUnit(),
    receipt: anyReceipt(),
  }),
  refundPayment: command("refundPayment", {
    charge: anyCharge(),
    amount: anyMoney(-1),
    unit: anyUnit(),
    reason: anyText(),
  }),
  voidReceipt: command("voidReceipt", { receipt: anyReceipt(), reason: anyText() }, { replacedBy: anyReceipt() }),
  recordVerification: command("recordVerification", { file: anyText() }, { agency: anyAgency(), ...note }),
  requestOpinion: command(
    "requestOpinion",
    { opinion: anyName(), agency: anyAgency(), content: anyText(), term: anyTerm() },
    { ...note, by: anyActor() },
  ),
  recordOpinion: command("recordOpinion", { opinion: anyName() }, { file: anyText(), ...note }),
  noteDeadline: command("noteDeadline", anyNoticed(), { of: anyName() }),
  reportOpinionOverdue: command("reportOpinionOverdue", { opinion: anyName() }),
  openSubTasks: command("openSubTasks", { route: anyRoute(), lead: anyAgency(), agencies: anyRouteAgencies() }),
  completeSubTask: command("completeSubTask", { agency: anyAgency() }),
  approve: command("approve", { by: anyActor() }, { document: anyText() }),
  handOverResult: command("handOverResult", {}, { to: anyUnit() }),
  urgeAgency: command("urgeAgency", {}, { agency: anyAgency(), channel: anyNoticeChannel() }),
  attachVoucher: command("attachVoucher", { voucher: anyName(), route: anyPaymentRoute() }),
  notifyApplicant: command(
    "notifyApplicant",
    { notice: anyNotice(), channel: anyNoticeChannel() },
    { text: anyPersonal() },
  ),
  correctResult: command("correctResult", { reason: anyText(), fault: anyBearer() }, { document: anyText(), ...note }),
  reportLoss: command(
    "reportLoss",
    { damage: anyDamage(), items: fc.array(anyName(), { maxLength: 2 }), reason: anyText(), remedy: anyText() },
    { responsible: anyHandler(), ...note },
  ),
  returnOriginals: command("returnOriginals", { items: fc.array(anyName(), { maxLength: 2 }) }),
  correctFact: command("correctFact", {
    correction: anyCorrection(span),
    reason: anyText(),
    basis: anyText(),
    by: anyActor(),
    approvedBy: anyActor(),
  }),
  extendDeadline: command("extendDeadline", {
    amount: fc.integer({ min: -1, max: 20 }),
    reason: anyText(),
    basis: anyText(),
  }),
});

/** Ends that come rarely, so that what leads to them is drawn often. */
const SELDOM: ReadonlySet<DossierCommand["type"]> = new Set([
  "withdraw",
  "refuseIntake",
  "resolve",
  "submit",
  "expireSupplement",
]);

/** Any command, at the instant given. */
export const anyCommand = (at: Instant, span: Span = LOADED_YEARS): fc.Arbitrary<DossierCommand> =>
  fc
    .oneof(
      ...Object.entries(byType(span)).map(([type, arbitrary]) => ({
        arbitrary: arbitrary as fc.Arbitrary<DossierCommand>,
        weight: SELDOM.has(type as DossierCommand["type"]) ? 1 : 5,
      })),
    )
    .map((drawn) => ({ ...drawn, at }));

/** One command of a type, at the instant given. */
export const anyCommandOf = <Type extends DossierCommand["type"]>(
  type: Type,
  at: Instant,
): fc.Arbitrary<CommandOf<Type>> => byType(LOADED_YEARS)[type].map((drawn) => ({ ...drawn, at }));

/** How long until the next command: at once, within the hour, within three days, within three weeks. */
const anyGap = (): fc.Arbitrary<number> =>
  fc.oneof(
    fc.constant(0),
    fc.integer({ min: 1, max: 3_600_000 }),
    fc.integer({ min: 1, max: 3 * 86_400_000 }),
    fc.integer({ min: 1, max: 21 * 86_400_000 }),
  );

/** An announced term that is not longer than the legal one, so that most lives begin. */
const shortened = ({ committedTerm, ...receive }: CommandOf<"receive">): CommandOf<"receive"> => {
  if (committedTerm === undefined) return receive;
  const { legalTerm } = receive;
  return { ...receive, committedTerm: { ...legalTerm, amount: Math.min(legalTerm.amount, committedTerm.amount) } };
};

export interface CommandsOptions {
  /** When the first is given. Default: the years that are loaded. */
  readonly start?: Span;
  /** Default: 30. */
  readonly maxLength?: number;
}

/** Commands to one dossier in the order of time, beginning with its filing or reception; many have to be refused. */
export const anyCommands = ({
  start = LOADED_YEARS,
  maxLength = 30,
}: CommandsOptions = {}): fc.Arbitrary<ReadonlyArray<DossierCommand>> => {
  const first = fc.oneof(
    { weight: 4, arbitrary: anyCommandOf("receive", 0).map(shortened) as fc.Arbitrary<DossierCommand> },
    { weight: 1, arbitrary: anyCommandOf("submit", 0) as fc.Arbitrary<DossierCommand> },
  );
  const next = fc.tuple(anyGap(), anyCommand(0, start));
  return fc
    .tuple(anyInstant(start), first, fc.array(next, { maxLength, size: "max" }))
    .map(([begin, opening, others]) => {
      let at = begin;
      const commands: DossierCommand[] = [{ ...opening, at }];
      for (const [gap, drawn] of others) {
        at += gap;
        commands.push({ ...drawn, at });
      }
      return commands;
    });
};
