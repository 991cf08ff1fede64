import type { DossierEvent, DossierEventOf } from "../dossier/event.js";
import type { DossierState } from "../dossier/state.js";
import type { TimeZone } from "../time/time-zone.js";
import { type FormField, field } from "./form-document.js";

/** A person as a form names one: texts that the caller has opened. Whatever is absent prints as a dotted line. */
export interface FormPerson {
  readonly name?: string;
  readonly address?: string;
  readonly phone?: string;
  readonly email?: string;
  /** Number of the identity paper. */
  readonly identity?: string;
}

/** All that a form may say of people. It comes in from outside, because no event holds it in the open. */
export interface FormPeople {
  readonly applicant?: FormPerson;
  /** Who hands in for the applicant. Default: the applicant. */
  readonly submitter?: FormPerson;
  /** What is asked for, in the applicant's words. Default: the procedure's name. */
  readonly content?: string;
  /** The note to the fact that the form tells (`note` of the event). */
  readonly note?: string;
  /** Who took the result. */
  readonly recipient?: string;
}

/** A paper of the dossier and how many of each kind were handed in. */
export interface FormComponent {
  readonly name: string;
  readonly originals: number;
  readonly certified: number;
  readonly photocopies: number;
}

/** What a form says that the events of a dossier do not hold. */
export interface FormDetails {
  readonly zone: TimeZone;
  readonly people?: FormPeople;
  /** What the ids of centres, units, agencies and officers are called. Default: as they stand in the events. */
  readonly names?: Readonly<Record<string, string>>;
  readonly procedureName?: string;
  readonly components?: ReadonlyArray<FormComponent>;
  /** Sets of papers handed in. */
  readonly copies?: number;
  /** The number that the office gave to the letter. */
  readonly documentNumber?: string;
  /** Book and number under which the register has it. */
  readonly bookNumber?: string;
  /** Where the result is to be had. */
  readonly returnPlace?: string;
  readonly coordinatingAgencies?: ReadonlyArray<string>;
  /** Who signs or guides, and where to be reached. */
  readonly officer?: { readonly name?: string; readonly phone?: string };
}

/** A history, what it adds up to, and what the caller knows besides: what the forms are written from. */
export interface FormFacts {
  readonly history: ReadonlyArray<DossierEvent>;
  readonly state: DossierState;
  readonly received: DossierEventOf<"DossierReceived"> | undefined;
  readonly details: FormDetails;
}

/** What an id is called; `null` where there is no id. */
export const nameOf = ({ names }: Pick<FormDetails, "names">, id: string | null | undefined): string | null =>
  id === null || id === undefined || id === "" ? null : (names?.[id] ?? id);

/** What is asked for, in the best words that are known. */
export const contentOf = ({ details, state }: FormFacts): string | null =>
  details.people?.content ?? details.procedureName ?? state.procedure;

/** The lines about the applicant with which most forms begin. */
export const applicantFields = (facts: FormFacts): ReadonlyArray<FormField> => {
  const { applicant } = facts.details.people ?? {};
  return [
    field("Chủ hồ sơ", "Applicant", applicant?.name),
    field("Nội dung yêu cầu giải quyết", "What is asked for", contentOf(facts)),
    field("Địa chỉ", "Address", applicant?.address),
    field("Số điện thoại", "Phone", applicant?.phone),
    field("E-mail", "E-mail", applicant?.email),
  ];
};
