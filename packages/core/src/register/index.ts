export { controlSheet, type HandOver, type HandOverParty } from "./control-sheet.js";
export {
  type DossierRegister,
  dossierRegister,
  type RegisterEntry,
  type RegisterTurn,
} from "./dossier-register.js";
export type { FormComponent, FormDetails, FormPeople, FormPerson } from "./form-details.js";
export type { FormDocument, FormField, FormSignature, FormTable, FormValue } from "./form-document.js";
export {
  type FormError,
  type FormIsABook,
  type FormNotIssued,
  type FormUnknown,
  formOf,
  formsOf,
  type IssuedForm,
} from "./form-of.js";
export type { FormText } from "./form-text.js";
export {
  FORMS,
  type FormEntry,
  type FormKind,
  type FormRef,
  type FormRegulation,
  formEntry,
  formFor,
  formRegulationOn,
} from "./forms.js";
export {
  type ApplicantLookup,
  applicantLookup,
  type Completion,
  type CompletionLevel,
  completionOf,
  type DossierCodeMissing,
  type PublicLookup,
  publicLookup,
} from "./lookup.js";
export {
  type RegisterBook,
  type RegisterLine,
  type RegisterQuery,
  registerBooks,
  registerOf,
} from "./register-book.js";
export { type RegisterDetails, registerForm } from "./register-form.js";
