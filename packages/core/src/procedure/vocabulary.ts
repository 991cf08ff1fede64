import * as t from "io-ts/lib/index.js";
import { shape } from "../event/shape.js";
import { Amount } from "../money/amount.js";
import { TermCodec, WholeNumber } from "../time/term.js";

/** Whose competence a procedure is. There is no district any more since 1 July 2025 (NĐ 118/2025/NĐ-CP). */
export const CompetenceLevel = t.keyof({ ministry: null, province: null, district: null, commune: null });
export type CompetenceLevel = t.TypeOf<typeof CompetenceLevel>;

/** For whom a procedure is (national codes 1, 2, 3). */
export const ApplicantKind = t.keyof({ citizen: null, business: null, stateBody: null });
export type ApplicantKind = t.TypeOf<typeof ApplicantKind>;

/**
 * How far a procedure can be done online (NĐ 43/2011/NĐ-CP, Đ3.4): 1 information, 2 and forms to take away, 3 and filing,
 * 4 and paying and receiving the result.
 */
export const OnlineLevel = t.union([t.literal(1), t.literal(2), t.literal(3), t.literal(4)]);
export type OnlineLevel = t.TypeOf<typeof OnlineLevel>;

/**
 * What may be done at the centre itself: "4 tại chỗ" are all of these but the seal (Bắc Ninh, from November 2018); with
 * it they are the "5 tại chỗ" of other provinces, which is known from general knowledge only.
 */
export const OnSpotStep = t.keyof({ receive: null, appraise: null, approve: null, seal: null, deliver: null });
export type OnSpotStep = t.TypeOf<typeof OnSpotStep>;

/** A step of the way a procedure takes, with the agency that does it and where. */
export const ProcedureStep = shape(
  { name: t.string, agency: t.string, place: t.keyof({ oneStop: null, agency: null, site: null }) },
  /** The step's own part of the time, where one is set. */
  { term: TermCodec },
);
export type ProcedureStep = t.TypeOf<typeof ProcedureStep>;

/** A paper that belongs into a dossier, and how many of it. */
export const ProcedureComponent = t.readonly(
  t.type({ name: t.string, originals: WholeNumber, certifiedCopies: WholeNumber, photocopies: WholeNumber }),
);
export type ProcedureComponent = t.TypeOf<typeof ProcedureComponent>;

/** What is to be paid for a procedure: 0 where it is free of charge. */
export const ProcedureFee = t.readonly(t.type({ name: t.string, amount: Amount }));
export type ProcedureFee = t.TypeOf<typeof ProcedureFee>;
