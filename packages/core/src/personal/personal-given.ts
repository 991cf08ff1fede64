import * as t from "io-ts/lib/index.js";
import type { Personal } from "./personal.js";

/** A personal field as a command brings it: open on its way to be sealed, or sealed already, and nothing beside. */
export const PersonalGivenCodec = new t.Type<Personal>(
  "PersonalGiven",
  (u): u is Personal => isGiven(u),
  (u, context) =>
    isGiven(u) ? t.success(u) : t.failure(u, context, "must be a subject with either an open or a sealed text"),
  t.identity,
);

const isGiven = (u: unknown): u is Personal =>
  typeof u === "object" &&
  u !== null &&
  Object.keys(u).length === 2 &&
  "subject" in u &&
  typeof u.subject === "string" &&
  (("open" in u && typeof u.open === "string") || ("sealed" in u && typeof u.sealed === "string"));
