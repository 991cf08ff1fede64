import * as t from "io-ts/lib/index.js";
import { Channel } from "../dossier/vocabulary.js";
import { shape } from "../event/shape.js";
import { LocalDateCodec, TermCodec, WholeNumber } from "../time/term.js";
import {
  ApplicantKind,
  CompetenceLevel,
  OnlineLevel,
  OnSpotStep,
  ProcedureComponent,
  ProcedureFee,
  ProcedureStep,
} from "./vocabulary.js";

/** Every fact holds from a local date, by a document that says so. */
const dated = { effectiveFrom: LocalDateCodec, basis: t.string };

/** The parts that NĐ 63/2010/NĐ-CP, Đ8.2 asks for of a procedure. */
export const PROCEDURE_PARTS = {
  code: t.string,
  name: t.string,
  field: t.string,
  /** The agency that decides. */
  agency: t.string,
  competence: CompetenceLevel,
  legalTerm: TermCodec,
  steps: t.readonlyArray(ProcedureStep),
  components: t.readonlyArray(ProcedureComponent),
  applicantKinds: t.readonlyArray(ApplicantKind),
  fees: t.readonlyArray(ProcedureFee),
  results: t.readonlyArray(t.string),
  requirements: t.readonlyArray(t.string),
};

/** Those that it asks for "if any". */
export const PROCEDURE_PARTS_IF_ANY = {
  channels: t.readonlyArray(Channel),
  /** How many sets of the dossier are handed in. */
  sets: WholeNumber,
  forms: t.readonlyArray(t.string),
};

/** What a procedure is from a date on. */
export const ProcedureVersionPublished = shape(
  { version: WholeNumber, ...PROCEDURE_PARTS, ...dated },
  PROCEDURE_PARTS_IF_ANY,
);

/** A shorter term was announced in place of the legal one of that day. */
export const TermShortened = shape({ from: TermCodec, to: TermCodec, ...dated }, {});

/** The legal term alone is promised again. */
export const TermShorteningLifted = shape(dated, {});

/** The result is promised for the day of reception. No regulation defines the clock of that. */
export const SameDayDeclared = shape(dated, {});

/** The result is promised by the term again. */
export const SameDayLifted = shape(dated, {});

/** How far it can be done online from now on (NĐ 43/2011/NĐ-CP, Đ3.4). */
export const OnlineLevelSet = shape({ level: OnlineLevel, ...dated }, {});

/** What is done at the centre itself from now on, and nothing besides (TT 01/2018/TT-VPCP, Đ6). */
export const OnSpotDesignated = shape({ steps: t.readonlyArray(OnSpotStep), ...dated }, {});

/** No dossier may be received under it any more. */
export const ProcedureRepealed = shape(dated, {});
