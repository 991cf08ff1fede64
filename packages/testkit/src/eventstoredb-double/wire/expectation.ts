import { END_OF_STREAM, type ExpectedRevision } from "../log/event.js";

/** The four ways to say it that the options of every write have in common. */
interface ExpectationOptions {
  readonly hasNoStream: () => boolean;
  readonly hasAny: () => boolean;
  readonly hasStreamExists: () => boolean;
}

/** What the options expect; `undefined` where the number is no revision. */
export const expectationOf = (options: ExpectationOptions, revision: string): ExpectedRevision | undefined => {
  if (options.hasNoStream()) return "no_stream";
  if (options.hasAny()) return "any";
  if (options.hasStreamExists()) return "stream_exists";
  const number = BigInt(revision);
  return number <= END_OF_STREAM ? number : undefined;
};
