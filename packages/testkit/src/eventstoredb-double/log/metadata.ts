import { END_OF_STREAM, type LogEvent } from "./event.js";

/** The stream that holds another's metadata. */
export const metastreamOf = (stream: string): string => `$$${stream}`;

const isMetastream = (stream: string): boolean => stream.startsWith("$$");

/** What hides the older events of a stream from its readers. They stay in the log. */
export interface Retention {
  /** First revision to be seen (`$tb`). */
  readonly truncateBefore: bigint;
  /** How many of the last events are to be seen (`$maxCount`). */
  readonly maxCount: bigint | undefined;
  /** `$tb` is the end of all streams: the stream is softly deleted. */
  readonly isDeleted: boolean;
}

/** Reads the retention of a stream out of the last event of its metastream. `$maxAge` is not modelled. */
export const retentionOf = (stream: string, metadata: LogEvent | undefined): Retention => {
  const { $tb, $maxCount } = fieldsOf(metadata);
  // JSON.parse rounds 2^63 - 1 upwards, hence the comparison of doubles.
  const isDeleted = $tb !== undefined && $tb >= Number(END_OF_STREAM);
  const maxCount = isMetastream(stream) ? 1 : $maxCount;
  return {
    truncateBefore: isDeleted ? END_OF_STREAM : BigInt($tb ?? 0),
    maxCount: maxCount === undefined ? undefined : BigInt(maxCount),
    isDeleted,
  };
};

/** The first revision that a reader sees in a stream whose last event has the revision `last`. */
export const firstVisible = ({ truncateBefore, maxCount }: Retention, last: bigint): bigint => {
  const byCount = maxCount === undefined ? 0n : last + 1n - maxCount;
  return byCount > truncateBefore ? byCount : truncateBefore;
};

/** The metadata that a soft delete writes. */
export const deletedMetadata = (): string => `{"$tb":${END_OF_STREAM}}`;

/** The metadata that the first append after a soft delete writes: as before, but seen from `revision` on. */
export const revivedMetadata = (metadata: LogEvent | undefined, revision: bigint): string =>
  JSON.stringify({ ...fieldsOf(metadata), $tb: Number(revision) });

const fieldsOf = (metadata: LogEvent | undefined): { readonly $tb?: number; readonly $maxCount?: number } => {
  if (metadata?.type !== "$metadata") return {};
  try {
    const fields: unknown = JSON.parse(Buffer.from(metadata.data).toString("utf8"));
    return typeof fields === "object" && fields !== null ? fields : {};
  } catch {
    return {};
  }
};
