import { type Either, isRight, left, right } from "fp-ts/lib/Either.js";
import type * as t from "io-ts/lib/index.js";
import { faultsOf } from "../event/faults.js";
import type { CommandRefused } from "./command-refused.js";
import { unknownMembers } from "./unknown-members.js";

/** The codecs of an aggregate's commands, by the type of the command. */
export type CommandCodecs = Readonly<Record<string, t.Mixed>>;

/**
 * Reads commands of unknown origin by one table of codecs. A member that no command of the type has is refused, not
 * passed over: misspelt, it would be lost without a word.
 */
export const commandDecoder =
  <Codecs extends CommandCodecs>(codecs: Codecs) =>
  (value: unknown): Either<CommandRefused, t.TypeOf<Codecs[keyof Codecs]>> => {
    const command = typeOf(value);
    const refused = (faults: ReadonlyArray<string>) =>
      left<CommandRefused>({ code: "CommandRefused", command, faults });
    if (typeof value !== "object" || value === null || Array.isArray(value))
      return refused(["command: must be an object"]);
    const codec = command !== null && Object.hasOwn(codecs, command) ? codecs[command] : undefined;
    if (codec === undefined) return refused([`type: must be one of ${Object.keys(codecs).join(", ")}`]);
    const decoded = codec.decode(value);
    const faults = [...(isRight(decoded) ? [] : faultsOf(decoded.left)), ...unknownMembers(codec, value)];
    return isRight(decoded) && faults.length === 0 ? right(decoded.right) : refused(faults);
  };

const typeOf = (value: unknown): string | null =>
  typeof value === "object" && value !== null && "type" in value && typeof value.type === "string" ? value.type : null;
