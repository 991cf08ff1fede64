import type * as t from "io-ts/lib/index.js";
import { commandOf } from "../command/command-codec.js";
import { Actor } from "./role.js";

/** A command of that type as it comes from outside (see `Asked`). */
export const asked = <Type extends string, R extends t.Props, O extends t.Props>(
  type: Type,
  required: R,
  optional: O,
) => commandOf(type, required, { by: Actor, ...optional });
