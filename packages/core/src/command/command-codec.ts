import * as t from "io-ts/lib/index.js";
import { shape } from "../event/shape.js";
import { InstantCodec, LocalDateCodec } from "../time/term.js";

/** A command of that type, given at an instant. */
export const commandOf = <Type extends string, R extends t.Props, O extends t.Props>(
  type: Type,
  required: R,
  optional: O,
) => shape({ type: t.literal(type), at: InstantCodec, ...required }, optional);

/** The command to record a decision: it holds from a local date, by a document that says so. */
export const decidedOf = <Type extends string, R extends t.Props, O extends t.Props>(
  type: Type,
  required: R,
  optional: O,
) => commandOf(type, { effectiveFrom: LocalDateCodec, basis: t.string, ...required }, optional);
