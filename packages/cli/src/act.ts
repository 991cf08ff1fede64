import { type Either, isLeft } from "fp-ts/lib/Either.js";
import type { Context } from "./context.js";
import type { ExitCode, Failure } from "./exit.js";
import type { Io } from "./io.js";
import { type CommonOptions, contextOf } from "./options.js";
import { type OpenedStore, openStore, type Purpose } from "./store/open-store.js";

/** Takes the exit code of a command. */
export type Finished = (code: ExitCode) => void;

/** What a command does once its words are understood: answers an exit code, or why it did not do what was asked. */
export type Act = (context: Context) => Promise<Either<Failure, ExitCode>>;

/** Runs a command and says in the reader's language why it failed. */
export const perform = async (io: Io, options: CommonOptions, finished: Finished, act: Act): Promise<void> => {
  const context = contextOf(options, io);
  const result = await act(context);
  context.progress.end();
  if (!isLeft(result)) return finished(result.right);
  const { message, cause, exit } = result.left;
  context.note(message[context.language]);
  if (options.debug && cause instanceof Error) context.note(cause.stack ?? cause.message);
  finished(exit);
};

/** Opens the log for the time of a command and closes it whatever comes. */
export const withStore = async <A>(
  io: Io,
  url: string | undefined,
  purpose: Purpose,
  use: (opened: OpenedStore) => Promise<Either<Failure, A>>,
): Promise<Either<Failure, A>> => {
  const opened = await openStore(url ?? io.env["MOTCUA_STORE"], purpose)();
  if (isLeft(opened)) return opened;
  try {
    return await use(opened.right);
  } finally {
    await opened.right.store.close();
  }
};
