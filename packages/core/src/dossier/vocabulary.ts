import * as t from "io-ts/lib/index.js";
import { WholeNumber } from "../time/term.js";

/** How a dossier came in (national code KenhThucHien 1, 2, 3); `other` where an imported log says something else. */
export const Channel = t.keyof({ inPerson: null, online: null, postal: null, other: null });
export type Channel = t.TypeOf<typeof Channel>;

/** How the result goes out. */
export const DeliveryMethod = t.keyof({ counter: null, postal: null, online: null });
export type DeliveryMethod = t.TypeOf<typeof DeliveryMethod>;

/** What the agency decided. A refusal after appraisal is a result too (NĐ 61/2018, Đ19.8). */
export const Outcome = t.keyof({ granted: null, refused: null });
export type Outcome = t.TypeOf<typeof Outcome>;

/**
 * A rule that people did not keep. The fact is recorded all the same: what has happened cannot be refused.
 *
 * `rule` is the regulation and its article, such as `ND-61-2018 D19.4`.
 */
export const Violation = t.readonly(t.type({ rule: t.string, detail: t.string }));
export type Violation = t.TypeOf<typeof Violation>;

/** A procedure as it stood when the dossier was received. */
export const ProcedureRef = t.readonly(t.type({ code: t.string, version: WholeNumber, field: t.string }));
export type ProcedureRef = t.TypeOf<typeof ProcedureRef>;

/** Values of a legacy log that motcua has no name for, kept as they were. */
export const SourceAttributes = t.readonly(t.record(t.string, t.union([t.string, t.number, t.boolean])));
export type SourceAttributes = t.TypeOf<typeof SourceAttributes>;

/** How an interlinked dossier goes through its agencies: on paper one after the other, electronically to all at once. */
export const Route = t.keyof({ paper: null, electronic: null });
export type Route = t.TypeOf<typeof Route>;

/** The level of an agency beside that of the one that sends the dossier. */
export const Level = t.keyof({ same: null, upper: null, lower: null });
export type Level = t.TypeOf<typeof Level>;

/** What an applicant is to be told. */
export const Notice = t.keyof({ resultReady: null, earlyResult: null, dueSoon: null, overdue: null, apology: null });
export type Notice = t.TypeOf<typeof Notice>;

/** How people are told (NĐ 61/2018, Đ19.9, Đ20.4). */
export const NoticeChannel = t.keyof({
  sms: null,
  email: null,
  phone: null,
  socialNetwork: null,
  post: null,
  counter: null,
});
export type NoticeChannel = t.TypeOf<typeof NoticeChannel>;

/** What an agency is urged about (NĐ 61/2018, Đ8.2b). */
export const Urging = t.keyof({ dueSoon: null, overdue: null });
export type Urging = t.TypeOf<typeof Urging>;

/** How a fee was paid when not at the counter (NĐ 61/2018, Đ22). */
export const PaymentRoute = t.keyof({ agencyAccount: null, postal: null, online: null });
export type PaymentRoute = t.TypeOf<typeof PaymentRoute>;

/** What became of papers in the State's hands (NĐ 61/2018, Đ21). */
export const Damage = t.keyof({ lost: null, damaged: null });
export type Damage = t.TypeOf<typeof Damage>;

/** Whose fault a wrong result is, and who pays for putting it right. */
export const Bearer = t.keyof({ state: null, applicant: null });
export type Bearer = t.TypeOf<typeof Bearer>;
