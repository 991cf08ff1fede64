import type { TaskEither } from "fp-ts/lib/TaskEither.js";
import * as t from "io-ts/lib/index.js";
import type { NoticeChannel } from "../dossier/vocabulary.js";

/** An opaque name for a person, such as a UUID. It says nothing about who it is, and outlives the erasure of that. */
export type SubjectRef = string;

/**
 * A field that speaks of a person. It is open on its way to the store and back, and sealed in the store: nothing that
 * decides ever sees inside. After the subject's key is destroyed, the sealed text can never be opened again.
 */
export type Personal =
  | { readonly subject: SubjectRef; readonly open: string }
  | { readonly subject: SubjectRef; readonly sealed: string };

/** A personal field as a store may hold it: sealed, and nothing beside. */
export const PersonalCodec = new t.Type<Personal>(
  "Personal",
  (u): u is Personal => isSealed(u),
  (u, context) => (isSealed(u) ? t.success(u) : t.failure(u, context, "must be sealed before it is stored")),
  t.identity,
);

const isSealed = (u: unknown): u is Personal =>
  typeof u === "object" &&
  u !== null &&
  "subject" in u &&
  typeof u.subject === "string" &&
  "sealed" in u &&
  typeof u.sealed === "string" &&
  Object.keys(u).length === 2;

/** The subject's key does not exist, was destroyed, or cannot be reached. */
export interface PersonalDataUnavailable {
  readonly code: "PersonalDataUnavailable";
  readonly subject: SubjectRef;
  readonly reason: "erased" | "noKeyStore" | "unreachable" | "unknown";
}

/**
 * Seals and opens personal fields, and knows where people are reached. An adapter with a key per subject comes with the
 * privacy package.
 */
export interface PersonalData {
  readonly seal: (field: Personal) => TaskEither<PersonalDataUnavailable, Personal>;
  readonly open: (field: Personal) => TaskEither<PersonalDataUnavailable, Personal>;
  /**
   * Where a person is reached by a channel: a phone number, an e-mail or postal address. Asked when something is sent, and
   * kept nowhere; `"unknown"` where the person has given none.
   */
  readonly contactOf: (subject: SubjectRef, channel: NoticeChannel) => TaskEither<PersonalDataUnavailable, string>;
}

/** Where no key store is set up, personal fields may neither be stored nor read: nothing falls through in clear. */
export const noPersonalData: PersonalData = {
  seal:
    ({ subject }) =>
    async () => ({
      _tag: "Left",
      left: { code: "PersonalDataUnavailable", subject, reason: "noKeyStore" },
    }),
  open:
    ({ subject }) =>
    async () => ({
      _tag: "Left",
      left: { code: "PersonalDataUnavailable", subject, reason: "noKeyStore" },
    }),
  contactOf: (subject) => async () => ({
    _tag: "Left",
    left: { code: "PersonalDataUnavailable", subject, reason: "noKeyStore" },
  }),
};
