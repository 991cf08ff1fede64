import type { Posts } from "@motcua/notices";
import { type Either, right } from "fp-ts/lib/Either.js";
import type { Context } from "../context.js";
import type { Failure } from "../exit.js";
import type { Io } from "../io.js";

/** How people are written to, as a file says; `undefined` where none is given. */
export const postsOf = async (
  _io: Io,
  _file: string | undefined,
  _context: Context,
): Promise<Either<Failure, Posts | undefined>> => right(undefined);
