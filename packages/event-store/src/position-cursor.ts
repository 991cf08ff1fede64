import { type Either, left, right } from "fp-ts/lib/Either.js";
import type { CursorRefused } from "./errors.js";
import { type Cursor, START } from "./port.js";

/** The cursor of a store that counts its events 1, 2, 3, …: after the event at `position`; 0 is the start. */
export const cursorAt = (position: number): Cursor => (position === 0 ? START : (String(position) as Cursor));

/** The position that a cursor of `cursorAt` stands for; refuses what a log of `head` events cannot have given out. */
export const positionOf = (cursor: Cursor, head: number): Either<CursorRefused, number> => {
  const position = Number(cursor);
  return Number.isSafeInteger(position) && position >= 0 && position <= head && cursorAt(position) === cursor
    ? right(position)
    : left({ code: "CursorRefused", cursor });
};
