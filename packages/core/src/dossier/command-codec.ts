import type { Either } from "fp-ts/lib/Either.js";
import * as t from "io-ts/lib/index.js";
import { commandDecoder } from "../command/command-decoder.js";
import type { CommandRefused } from "../command/command-refused.js";
import { DeadlineStage, DossierDeadline } from "../deadline/vocabulary.js";
import { Amount } from "../money/amount.js";
import { PersonalGivenCodec } from "../personal/personal-given.js";
import { DueCodec, TermCodec } from "../time/term.js";
import { asked } from "./asked-codec.js";
import { chargeCommands } from "./charge-command-codec.js";
import type { DossierCommand } from "./command.js";
import { coordinationCommands } from "./coordination-command-codec.js";
import { redressCommands } from "./redress-command-codec.js";
import { Role } from "./role.js";
import { Channel, DeliveryMethod, Level, Outcome, ProcedureRef } from "./vocabulary.js";

const note = { note: PersonalGivenCodec };
const texts = t.readonlyArray(t.string);
const applicant = { submitterRef: t.string, applicant: PersonalGivenCodec };

/** Everything that can be asked of a dossier, by type. */
export const dossierCommands = {
  submit: asked("submit", { subjectRef: t.string, procedure: t.string, centre: t.string, channel: Channel }, applicant),
  requestIntakeSupplement: asked("requestIntakeSupplement", { items: texts }, note),
  refuseIntake: asked("refuseIntake", { reasons: texts }, note),
  receive: asked(
    "receive",
    {
      code: t.string,
      subjectRef: t.string,
      centre: t.string,
      unit: t.string,
      agency: t.string,
      procedure: ProcedureRef,
      channel: Channel,
      legalTerm: TermCodec,
    },
    {
      committedTerm: TermCodec,
      deliveryMethod: DeliveryMethod,
      receivedBy: t.string,
      ...applicant,
      deliveringUnit: t.string,
      originals: texts,
      immediate: t.boolean,
      receiptAskedFor: t.boolean,
      delegated: t.boolean,
    },
  ),
  forward: asked("forward", { to: t.string }, {}),
  transfer: asked("transfer", { to: t.string }, { reason: t.string, via: t.string, level: Level }),
  assignHandler: asked("assignHandler", { handler: t.string }, { term: TermCodec }),
  requestSupplement: asked(
    "requestSupplement",
    { items: texts, through: t.keyof({ oneStop: null, agency: null }) },
    note,
  ),
  receiveSupplement: asked("receiveSupplement", {}, {}),
  expireSupplement: asked("expireSupplement", {}, {}),
  notifyObligation: asked("notifyObligation", { amounts: t.readonlyArray(Amount) }, {}),
  settleObligation: asked("settleObligation", {}, { receipt: t.string }),
  withdraw: asked("withdraw", {}, { reason: t.string, ...note }),
  stop: asked("stop", { reason: t.string }, note),
  resume: asked("resume", {}, {}),
  resolve: asked("resolve", { outcome: Outcome }, { reasons: texts, ...note }),
  noteOverdue: asked("noteOverdue", {}, {}),
  noteDeadline: asked("noteDeadline", { deadline: DossierDeadline, stage: DeadlineStage, to: Role }, { of: t.string }),
  apologiseAndReschedule: asked("apologiseAndReschedule", { reason: t.string, to: DueCodec }, note),
  returnResult: asked("returnResult", { method: DeliveryMethod }, { returnedBy: t.string, unit: t.string }),
  rateSatisfaction: asked("rateSatisfaction", { score: t.number, scale: t.number, aspect: t.string }, {}),
  ...chargeCommands,
  ...coordinationCommands,
  ...redressCommands,
};

/**
 * Reads a command to a dossier that comes from outside, such as parsed JSON. `at` and other instants are epoch
 * milliseconds; personal fields may be open or sealed.
 *
 * @returns the command as it came, or `CommandRefused`: what has the right shape may still be refused by the decider
 *
 * @example
 * decodeDossierCommand({ type: "withdraw", at: 1530496800000 }) // right
 * decodeDossierCommand({ type: "withdraw", at: 1530496800000, reson: "moved" }) // left: reson is not known here
 */
export const decodeDossierCommand: (value: unknown) => Either<CommandRefused, DossierCommand> =
  commandDecoder(dossierCommands);
