import type {
  CalendarFault,
  CommandRefused,
  DossierCodeRefused,
  DossierError,
  FormError,
  NumbersExhausted,
  PersonalDataUnavailable,
  PetitionError,
  PortalError,
  ProcedureError,
  TimeZoneUnknown,
  TreasuryError,
  UnitError,
} from "@motcua/core";
import type { Text } from "../text.js";

/** Every error that the domain answers with, whoever asks. */
export type DomainError =
  | DossierError
  | ProcedureError
  | UnitError
  | PetitionError
  | TreasuryError
  | NumbersExhausted
  | CommandRefused
  | CalendarFault
  | DossierCodeRefused
  | TimeZoneUnknown
  | FormError
  | PortalError
  | PersonalDataUnavailable;

/** What is said of each error: what is wrong, with its values, and what to do next. */
export type Messages = {
  readonly [Code in DomainError["code"]]: (error: Extract<DomainError, { readonly code: Code }>) => Text;
};

/** The messages of a part of the domain; together the parts are all of them. */
export type SomeMessages = Partial<Messages>;
