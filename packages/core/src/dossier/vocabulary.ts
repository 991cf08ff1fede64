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
