import * as t from "io-ts/lib/index.js";
import { PersonalGivenCodec } from "../personal/personal-given.js";
import { asked } from "./asked-codec.js";
import { Correction } from "./redress-data.js";
import { Actor } from "./role.js";
import { Bearer, Damage, Notice, NoticeChannel } from "./vocabulary.js";

const note = { note: PersonalGivenCodec };
const items = t.readonlyArray(t.string);

/** What is asked for to inform the applicant and to make things good, by type. */
export const redressCommands = {
  notifyApplicant: asked("notifyApplicant", { notice: Notice, channel: NoticeChannel }, { text: PersonalGivenCodec }),
  correctResult: asked("correctResult", { reason: t.string, fault: Bearer }, { document: t.string, ...note }),
  reportLoss: asked(
    "reportLoss",
    { damage: Damage, items, reason: t.string, remedy: t.string },
    { responsible: t.string, ...note },
  ),
  returnOriginals: asked("returnOriginals", { items }, {}),
  correctFact: asked(
    "correctFact",
    { correction: Correction, reason: t.string, basis: t.string, by: Actor, approvedBy: Actor },
    {},
  ),
  extendDeadline: asked("extendDeadline", { amount: t.number, reason: t.string, basis: t.string }, {}),
};
