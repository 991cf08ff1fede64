import * as t from "io-ts/lib/index.js";
import { Role } from "../dossier/role.js";

/** Who is written to: a person known by an opaque name, or whoever holds an office somewhere. Never an address. */
export const Recipient = t.union([
  t.readonly(t.type({ kind: t.literal("subject"), subject: t.string })),
  t.readonly(t.type({ kind: t.literal("office"), role: Role, at: t.string })),
]);
export type Recipient = t.TypeOf<typeof Recipient>;

/** What a message is about: a dossier or a petition. */
export const MessageSubject = t.readonly(t.type({ kind: t.keyof({ dossier: null, petition: null }), id: t.string }));
export type MessageSubject = t.TypeOf<typeof MessageSubject>;

/** The words that go into a template, by the names of its fields. None of them is about a person. */
export const MessageFields = t.readonly(t.record(t.string, t.string));
export type MessageFields = t.TypeOf<typeof MessageFields>;
