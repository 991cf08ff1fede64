import type { Expected, NewEvent } from "@motcua/event-store";
import { seeded } from "./random.js";

/** One append, as a writer asks for it. */
export interface Planned {
  readonly stream: string;
  readonly events: ReadonlyArray<NewEvent>;
  readonly expected: Expected;
}

/**
 * What a writer appends, group after group, those of a group started together: always the same for a seed, so that
 * whoever knows the seed can ask for all of it again. Half goes to streams that writers share, at any version; half to
 * streams of its own, each at the version that it must be at.
 */
export function* plannedGroups(seed: number): Generator<ReadonlyArray<Planned>, never> {
  const random = seeded(seed);
  const below = (n: number): number => Math.floor(random() * n);
  const versions = new Map<string, number>();

  const uuid = (): string =>
    Array.from({ length: 4 }, () =>
      below(2 ** 32)
        .toString(16)
        .padStart(8, "0"),
    )
      .join("")
      .replace(/^(.{8})(.{4}).(.{3}).(.{3})/, "$1-$2-4$3-8$4-");

  const planned = (): Planned => {
    const own = below(2) === 0;
    const stream = own ? `own-${seed}.${below(10)}` : `load-${below(40)}`;
    const of = [1, 1, 1, 2, 3, 7, 40][below(7)] ?? 1;
    const batch = uuid();
    const events = Array.from({ length: of }, () => ({
      id: uuid(),
      type: "Loaded",
      schemaVersion: 1,
      occurredAt: 0,
      data: { of, text: "x".repeat(below(20) === 0 ? below(9_000) : below(200)) },
      meta: { batch },
    }));
    const version = versions.get(stream) ?? 0;
    versions.set(stream, version + of);
    return { stream, events, expected: own ? (version === 0 ? "none" : version) : "any" };
  };

  for (;;) yield Array.from({ length: [1, 1, 1, 20, 80][below(5)] ?? 1 }, planned);
}
