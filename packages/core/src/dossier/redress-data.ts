import * as t from "io-ts/lib/index.js";
import { oneOf } from "../event/one-of.js";
import { shape } from "../event/shape.js";
import { PersonalCodec } from "../personal/personal.js";
import { DueCodec, InstantCodec, TermCodec } from "../time/term.js";
import { Actor } from "./role.js";
import { Bearer, Damage, Notice, NoticeChannel, Violation } from "./vocabulary.js";

const violations = { violations: t.readonlyArray(Violation) };
const by = { by: Actor };

/** The applicant was told. `about` is the date or the fact that it was told about: of each it is told once. */
export const ApplicantNotified = shape(
  { notice: Notice, about: t.string, to: t.string, channel: NoticeChannel },
  { text: PersonalCodec, ...by },
);

/** A wrong result was put right; by the State at its own cost where the fault was the State's (NĐ 61/2018, Đ21). */
export const ResultCorrected = shape(
  { reason: t.string, fault: Bearer, cost: Bearer },
  { document: t.string, note: PersonalCodec, ...by },
);

/** Papers of the dossier were lost or damaged: what, how it is made good, and who answers for it (Đ21). */
export const DossierLostOrDamaged = shape(
  { damage: Damage, items: t.readonlyArray(t.string), remedy: t.string },
  { responsible: t.string, note: PersonalCodec, ...by },
);

/** The applicant has these originals back (Đ20.2). */
export const OriginalsReturned = shape({ items: t.readonlyArray(t.string) }, by);

const corrected = <Field extends string, Value extends t.Mixed>(field: Field, value: Value) =>
  t.type({ field: t.literal(field), from: value, to: value });

/** Which fact, what was recorded, and what is true. */
export const Correction = oneOf("field", {
  receivedAt: corrected("receivedAt", InstantCodec),
  resolvedAt: corrected("resolvedAt", InstantCodec),
  legalTerm: corrected("legalTerm", TermCodec),
  committedTerm: corrected("committedTerm", TermCodec),
  promisedDue: corrected("promisedDue", DueCodec),
  agency: corrected("agency", t.string),
});
/** One fact, as it was recorded and as it is: reception, resolution, a term, a promise without a term, or the agency. */
export type Correction = Readonly<t.TypeOf<typeof Correction>>;

/**
 * A recorded fact was found wrong and is put right: what it said, what is true, why, and by whose approval. What follows
 * from it anew, the promise and the due date, is recorded with it.
 */
export const FactCorrected = shape(
  { correction: Correction, reason: t.string, basis: t.string, by: Actor, approvedBy: Actor },
  { promisedDue: DueCodec, due: DueCodec },
);

/** By law or decision the term is longer: so much in its own unit. Not the rescheduling of Đ19.9, which moves no term. */
export const DeadlineExtended = shape(
  { amount: t.number, from: DueCodec, to: DueCodec, reason: t.string, basis: t.string },
  { ...violations, ...by },
);
