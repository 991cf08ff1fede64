import { createHash } from "node:crypto";
import type { Expected, NewEvent } from "@motcua/event-store";
import { newEvent } from "./events.js";

/** One append, as a writer asks for it. */
export interface Planned {
  readonly stream: string;
  readonly events: ReadonlyArray<NewEvent>;
  readonly expected: Expected;
}

/**
 * What a writer appends, group after group, those of a group started together: always the same for a seed, so that whoever
 * knows the seed can ask for all of it again. Each group has one append without a version, to a stream that has only such.
 */
export function* plannedGroups(seed: number): Generator<ReadonlyArray<Planned>, never> {
  const versions = new Map<string, number>();
  for (let group = 0; ; group++) {
    const random = bytesOf(`${seed} ${group}`);
    const planned = (stream: string, nth: number): Planned => {
      const of = SIZES[(random[nth] ?? 0) % SIZES.length] ?? 1;
      const version = versions.get(stream) ?? 0;
      versions.set(stream, version + of);
      const events = Array.from({ length: of }, (_, n) =>
        newEvent({
          id: uuidOf(`${seed} ${group} ${nth} ${n}`),
          data: { group, of, text: "x".repeat(random[n % 20] ?? 0) },
        }),
      );
      return { stream, events, expected: stream.startsWith("any") ? "any" : version };
    };
    const together = 1 + ((random[19] ?? 0) % 12);
    yield Array.from({ length: together }, (_, nth) => planned(nth === 0 ? `any-${seed}` : `own-${seed}.${nth}`, nth));
  }
}

const SIZES = [1, 1, 1, 2, 3, 7, 40];

const bytesOf = (text: string): Uint8Array => createHash("sha1").update(text).digest();

const uuidOf = (text: string): string =>
  Buffer.from(bytesOf(text))
    .toString("hex")
    .replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12}).*$/, "$1-$2-4$3-8$4-$5");
