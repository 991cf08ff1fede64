import type { Revision } from "./client.js";

/** The revision of a stream that stands at this version: versions count from 1, revisions from 0. */
export const revisionAt = (version: number): Revision => (version === 0 ? "no_stream" : BigInt(version) - 1n);

/** The version of a stream whose last event has this revision. The clients say "no stream" as a word, and as -1. */
export const versionAt = (revision: Revision): number => (revision === "no_stream" ? 0 : Number(revision) + 1);
