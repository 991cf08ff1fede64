import type { LocalDate } from "../time/local-date.js";
import type { FormText } from "./form-text.js";
import type { FormKind, FormRegulation } from "./forms.js";

/** What stands in a field: a text that is the same in every language, words, or nothing, which prints as a dotted line. */
export type FormValue = string | FormText | null;

/** A line of a form. */
export interface FormField {
  readonly label: FormText;
  readonly value: FormValue;
}

/** A ruled table of a form. */
export interface FormTable {
  readonly title: FormText | null;
  readonly columns: ReadonlyArray<FormText>;
  /** As many values in a row as there are columns. */
  readonly rows: ReadonlyArray<ReadonlyArray<FormValue>>;
}

/** A place to sign: whose, and the name below it where it is known. */
export interface FormSignature {
  readonly role: FormText;
  readonly name: string | null;
}

/** A filled-in form as plain data: what it says, not how it looks. Whatever prints it adds nothing. */
export interface FormDocument {
  readonly regulation: FormRegulation;
  readonly number: string;
  readonly kind: FormKind;
  readonly title: FormText;
  /** The dossier's code; `null` before reception, and in a book of many dossiers. */
  readonly code: string | null;
  /** The centre or unit that issues it. */
  readonly issuer: string | null;
  readonly issuedOn: LocalDate | null;
  readonly fields: ReadonlyArray<FormField>;
  readonly tables: ReadonlyArray<FormTable>;
  readonly signatures: ReadonlyArray<FormSignature>;
  readonly paper: "A5" | "A4";
}

/** What a form says besides its head: each form's own file writes this. */
export type FormBody = Pick<FormDocument, "fields" | "tables" | "signatures">;

export const field = (vi: string, en: string, value: FormValue | undefined): FormField => ({
  label: { vi, en },
  value: value === undefined || value === "" ? null : value,
});
