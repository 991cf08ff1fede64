import type { Either } from "fp-ts/lib/Either.js";
import * as t from "io-ts/lib/index.js";
import { commandOf } from "../command/command-codec.js";
import { commandDecoder } from "../command/command-decoder.js";
import type { CommandRefused } from "../command/command-refused.js";
import { DeadlineStage, PetitionDeadline } from "../deadline/vocabulary.js";
import { Actor, Role } from "../dossier/role.js";
import { Channel } from "../dossier/vocabulary.js";
import { PersonalGivenCodec } from "../personal/personal-given.js";
import { DueCodec } from "../time/term.js";
import type { PetitionCommand } from "./command.js";
import { Competence, PetitionAbout, PetitionClass, Verdict } from "./vocabulary.js";

const note = { note: PersonalGivenCodec };
const content = { content: PersonalGivenCodec };
const texts = t.readonlyArray(t.string);

/** Everything that can be asked of a petition, by type. */
export const petitionCommands = {
  lodge: commandOf(
    "lodge",
    { subjectRef: t.string, channel: Channel, centre: t.string, unit: t.string, about: PetitionAbout },
    { dossier: t.string, category: t.string, ...content },
  ),
  classify: commandOf("classify", { competence: Competence, class: PetitionClass }, {}),
  refuse: commandOf("refuse", { reasons: texts }, note),
  askSupplement: commandOf("askSupplement", { items: texts }, note),
  receiveSupplement: commandOf("receiveSupplement", {}, {}),
  forward: commandOf("forward", { to: t.string }, { answer: t.keyof({ here: null, there: null }) }),
  answer: commandOf("answer", {}, { by: t.string, ...content }),
  publishAnswer: commandOf("publishAnswer", {}, { where: t.string }),
  prolong: commandOf("prolong", { reason: t.string, to: DueCodec }, {}),
  reopen: commandOf("reopen", { reason: t.string }, note),
  judge: commandOf("judge", { verdict: Verdict }, { by: t.string, basis: t.string, ...note }),
  noteDeadline: commandOf(
    "noteDeadline",
    { deadline: PetitionDeadline, stage: DeadlineStage, to: Role },
    { by: Actor },
  ),
  withdraw: commandOf("withdraw", {}, { reason: t.string, ...note }),
};

/**
 * Reads a command to a petition that comes from outside (see `decodeDossierCommand`).
 *
 * @returns the command as it came, or `CommandRefused`
 *
 * @example
 * decodePetitionCommand({ type: "judge", at, verdict: "perhaps" }) // left: verdict must be one of two
 */
export const decodePetitionCommand: (value: unknown) => Either<CommandRefused, PetitionCommand> =
  commandDecoder(petitionCommands);
