/**
 * What a file may hold at most. Real logs stay far below; the limits are what keeps memory flat whatever arrives.
 * XES lengths are counted as the file writes them, so an escaped character (`&amp;`) counts in full.
 */

/** Longest value of one attribute, in bytes of UTF-8; also the longest stretch without a tag. */
export const MAX_ATTRIBUTE_BYTES = 1_048_576;

/** Most characters that all attributes of one case or one event may hold together. */
export const MAX_ATTRIBUTES_LENGTH = 4 * MAX_ATTRIBUTE_BYTES;

/** Deepest nesting of XML elements; `<log>` is 1. */
export const MAX_DEPTH = 32;

/** Longest CSV record, in characters. */
export const MAX_RECORD_LENGTH = 1_048_576;

/** A case with more events arrives in parts of at most this many. */
export const MAX_EVENTS_PER_PART = 2_000;

/** A part also ends where its events hold this many characters. */
export const MAX_PART_LENGTH = 2 * MAX_ATTRIBUTES_LENGTH;
