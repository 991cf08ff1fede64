import { deserialize, serialize } from "node:v8";
import { anyEvents } from "@motcua/testkit";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dossierRows } from "../../src/index.js";
import { MARK_KINDS, type MarkKind } from "../../src/kpi/dossier-row.js";
import { phaseAt } from "../../src/kpi/phase-at.js";
import { rowsOf as rowsIn } from "../../src/kpi/rows.js";
import { isSatisfied } from "../../src/kpi/satisfied.js";
import { type History, rowsOf } from "../support/figures.js";
import { runs } from "../support/tier.js";
import { vn } from "../support/vietnam.js";

const year = { from: vn("2018-01-02T00:00"), to: vn("2018-12-31T00:00") };
const histories = fc.array(anyEvents(12, year), { maxLength: 5 });
const instants = fc.integer({ min: year.from, max: year.to });
const none = () => Object.fromEntries(MARK_KINDS.map((kind) => [kind, 0])) as Record<MarkKind, number>;

describe("what a row is asked where it lies is what its lists say", () => {
  it("of the phase at an instant", () => {
    fc.assert(
      fc.property(histories, instants, (all, at) => {
        for (const row of rowsIn(rowsOf(...all))) expect(row.phaseAt(at)).toEqual(phaseAt(row.phases, at));
      }),
      runs(200),
    );
  });

  it("of the marks and ratings of a time", () => {
    fc.assert(
      fc.property(histories, instants, instants, (all, a, b) => {
        const [from, until] = [Math.min(a, b), Math.max(a, b)];
        const within = ({ at }: { readonly at: number }) => at >= from && at <= until;
        for (const row of rowsIn(rowsOf(...all))) {
          const marks = none();
          row.countMarks(marks, from, until);
          const ratings = { ratings: 0, satisfied: 0 };
          row.countRatings(ratings, from, until);
          const given = row.ratings.filter(within);
          expect(ratings.ratings).toBe(given.length);
          expect(ratings.satisfied).toBe(given.filter(({ score, scale }) => isSatisfied(score, scale)).length);
          for (const kind of MARK_KINDS) {
            expect(marks[kind]).toBe(row.marks.filter((mark) => mark.kind === kind && within(mark)).length);
            expect(row.isMarked(kind, until)).toBe(row.marks.some((mark) => mark.kind === kind && mark.at <= until));
          }
        }
      }),
      runs(200),
    );
  });
});

describe("a view is plain data", () => {
  const fold = (
    view: ReturnType<typeof dossierRows.empty>,
    events: ReadonlyArray<History[number] & { stream: string }>,
  ) => events.reduce(dossierRows.step, view);

  it("that is folded on from where it was saved to the same columns as without a stop", () => {
    fc.assert(
      fc.property(histories, fc.nat(60), (all, stop) => {
        const events = all.flatMap((history, n) => history.map((event) => ({ ...event, stream: `dossier-${n}` })));
        const saved = deserialize(serialize(fold(dossierRows.empty(), events.slice(0, stop))));
        expect(fold(saved, events.slice(stop))).toEqual(fold(dossierRows.empty(), events));
      }),
      runs(200),
    );
  });
});
