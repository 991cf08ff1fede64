import { type Cursor, type CursorRefused, START } from "@motcua/event-store";
import { type Either, left, right } from "fp-ts/lib/Either.js";
import type { Position } from "./client.js";

/** The cursor after the event at a position; `undefined` is the start. */
export const cursorOf = (position: Position | undefined): Cursor =>
  position === undefined ? START : (`${position.commit}/${position.prepare}` as Cursor);

/** The position of a cursor that `cursorOf` may have made. Whether the server knows it, the server tells. */
export const positionOf = (cursor: Cursor): Either<CursorRefused, Position | undefined> => {
  if (cursor === START) return right(undefined);
  const [, commit, prepare] = CURSOR.exec(cursor) ?? [];
  if (commit === undefined || prepare === undefined) return left({ code: "CursorRefused", cursor });
  const position = { commit: BigInt(commit), prepare: BigInt(prepare) };
  return position.commit <= LAST && position.prepare <= LAST
    ? right(position)
    : left({ code: "CursorRefused", cursor });
};

const CURSOR = /^(0|[1-9]\d{0,19})\/(0|[1-9]\d{0,19})$/;
/** Positions travel as signed 64-bit numbers on the server. */
const LAST = 2n ** 63n - 1n;

/** The later of two places of the log. */
export const laterOf = (one: Position | undefined, other: Position | undefined): Position | undefined =>
  one === undefined || (other !== undefined && other.commit > one.commit) ? other : one;
