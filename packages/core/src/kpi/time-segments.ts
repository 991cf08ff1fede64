import type { Instant } from "../time/instant.js";
import { type Fact, type FactTexts, factsUntil, type Standing } from "./time-facts.js";
import type { TimeRow } from "./time-rows.js";

/** A stretch of the life of a dossier, during which it lay in one place and was worked on, or waited. */
export interface Segment {
  readonly from: Instant;
  readonly to: Instant;
  readonly kind: "working" | "waiting";
  /** The agency that decides it, and the unit that had it. */
  readonly agency: string | null;
  readonly unit: string | null;
  readonly handler: string | null;
  /** What had happened last: the type of an event, or the activity of an imported log. */
  readonly step: string | null;
}

/** Where a dossier lay, one stretch after the other, and whether it lies in the last of them still. */
export interface Whereabouts {
  readonly segments: ReadonlyArray<Segment>;
  readonly isOpen: boolean;
}

/**
 * Where a dossier lay from its reception until its end, or until now: without a gap while it is open. It waits while its
 * clock stands still. A stop from which it was never taken up again is its end, and what lies between an end and a
 * resumption is nobody's.
 */
export const whereaboutsOf = ({ receivedAt, facts }: TimeRow, texts: FactTexts, until: Instant): Whereabouts => {
  if (receivedAt === null || receivedAt > until) return { segments: [], isOpen: false };
  const segments: Segment[] = [];
  let stopped: Segment[] = [];
  let now: Place = { standing: "ended", agency: 0, unit: 0, handler: 0, step: 0 };
  const happened = factsUntil(facts, until);
  for (const [n, fact] of happened.entries()) {
    now = after(now, fact);
    if (isLying(now)) segments.push(...stopped);
    if (now.standing !== "stopped") stopped = [];
    const from = Math.max(receivedAt, fact.at);
    const to = happened[n + 1]?.at ?? until;
    const isLast = n === happened.length - 1;
    if (now.standing === "ended" || to < from || (to === from && !isLast)) continue;
    (now.standing === "stopped" ? stopped : segments).push({ from, to, ...namesOf(now, texts) });
  }
  return { segments, isOpen: isLying(now) };
};

const isLying = ({ standing }: Place): boolean => standing === "working" || standing === "waiting";

interface Place extends Omit<Fact, "at"> {
  readonly standing: Exclude<Standing, "asBefore">;
}

const after = (before: Place, fact: Fact): Place => ({
  standing: fact.standing === "asBefore" ? before.standing : fact.standing,
  agency: fact.agency || before.agency,
  unit: fact.unit || before.unit,
  handler: fact.handler || before.handler,
  step: fact.step,
});

const namesOf = (
  { standing, agency, unit, handler, step }: Place,
  { texts }: FactTexts,
): Omit<Segment, "from" | "to"> => {
  const name = (number: number) => (number > 0 ? (texts[number] ?? null) : null);
  return {
    kind: standing === "working" ? "working" : "waiting",
    agency: name(agency),
    unit: name(unit),
    handler: name(handler),
    step: name(step),
  };
};
