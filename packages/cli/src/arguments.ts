import { isLocalDate, type LocalDate, parseTerm, type Term, type TimeZone } from "@motcua/core";
import { parseInstant } from "@motcua/interchange";
import { InvalidArgumentError } from "commander";
import { type Either, isLeft, left, right } from "fp-ts/lib/Either.js";
import { type Failure, requestIsWrong } from "./exit.js";

/** An option that is an instant; without an offset it is a wall-clock time of `--time-zone`. */
export const instantOption = (
  name: string,
  text: string | undefined,
  zone: TimeZone,
): Either<Failure, number | undefined> => {
  if (text === undefined) return right(undefined);
  const instant = parseInstant(text, zone.name);
  if (!isLeft(instant)) return instant;
  const { expected, found } = instant.left;
  return left(
    requestIsWrong({
      en: `${name}: expected ${expected}, not ${found}`,
      vi: `${name}: cần ${expected}, không phải ${found}`,
    }),
  );
};

/** A local date as an option's argument. */
export const localDate = (text: string): LocalDate => {
  if (!isLocalDate(text)) throw new InvalidArgumentError("must be a date that exists, as 2018-02-14");
  return text;
};

/** A term as an option's argument. */
export const term = (text: string): Term => {
  const parsed = parseTerm(text);
  if (parsed === undefined) throw new InvalidArgumentError("must be as 5wd, 20cd or 8wh");
  return parsed;
};
