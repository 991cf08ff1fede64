import type { PolicyPack } from "@motcua/core";
import fc from "fast-check";
import { plain } from "./plain.js";

/** A regime in force since long ago, with more or fewer supplements and postponements than the law of today. */
export const anyPolicy = (): fc.Arbitrary<PolicyPack> =>
  plain({
    id: fc.constant("drawn"),
    effectiveFrom: fc.constant("1990-01-01"),
    supplement: plain({
      max: fc.integer({ min: 0, max: 3 }),
      noticeWithin: fc.integer({ min: 0, max: 5 }),
      clock: fc.constantFrom("restart", "extend", "pause"),
      waitDays: fc.constantFrom(null, 0, 10),
      countsIntake: fc.boolean(),
    }),
    reschedule: plain({ max: fc.integer({ min: 0, max: 3 }), noticeBefore: fc.integer({ min: 0, max: 3 }) }),
    handOverCutoff: fc.integer({ min: 0, max: 1_440 }),
    forms: fc.constant([]),
    basis: fc.constant([]),
    gaps: fc.constant([]),
  });
