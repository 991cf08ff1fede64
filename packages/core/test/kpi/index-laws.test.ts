import { anyEvents, anyHistory } from "@motcua/testkit";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type DossierRows,
  dossierRows,
  INDEX766_DIMENSIONS,
  type Indicator766Id,
  index766Report,
  SCORES_DIMENSIONS,
  scoresReport,
  VIETNAM,
} from "../../src/index.js";
import { type History, rowsOf } from "../support/figures.js";
import { viewsOf } from "../support/index-views.js";
import { anyPetitionEvents } from "../support/petition-arbitraries.js";
import { petitionView } from "../support/petition-view.js";
import { runs } from "../support/tier.js";
import { decider, vn } from "../support/vietnam.js";

const year = { from: vn("2018-01-02T00:00"), to: vn("2018-12-31T00:00") };
const histories = fc.array(fc.oneof(anyHistory(decider, { start: year }), anyEvents(12, year)), { maxLength: 8 });
const petitions = fc.array(anyPetitionEvents(8), { maxLength: 6 }).map((lives) => petitionView(...lives));
const asked = { zone: VIETNAM.zone, calendar: VIETNAM } as const;

const foldOf = (streams: ReadonlyArray<readonly [stream: string, events: History]>): DossierRows =>
  streams
    .flatMap(([stream, events]) => events.map((event) => ({ ...event, stream })))
    .reduce(dossierRows.step, dossierRows.empty());

describe("the index of Decision 766, of any events", () => {
  it("a share is from 0 to 1, and so is what it has of its marks; what is missing has neither", () => {
    fc.assert(
      fc.property(histories, petitions, (drawn, lodged) => {
        const views = viewsOf({ dossiers: rowsOf(...drawn), petitions: lodged });
        const { total } = index766Report(views, { ...asked, onTimeBy: "auto" });
        for (const { unit, value, marks, missing, numerator, denominator } of total.indicators) {
          if (missing !== null) {
            expect([value, marks]).toEqual([null, null]);
            continue;
          }
          expect(denominator ?? 0).toBeGreaterThan(0);
          if (unit === "days") continue;
          expect(numerator ?? 0).toBeGreaterThanOrEqual(0);
          expect(numerator ?? 0).toBeLessThanOrEqual(denominator ?? 0);
          expect(marks === null || (marks >= 0 && marks <= 1)).toBe(true);
        }
      }),
      runs(300, 5_000),
    );
  });

  it("the dossiers of groups add up to the whole, by any dimension", () => {
    const ids: ReadonlyArray<Indicator766Id> = ["2.1", "3.3", "3.6"];
    fc.assert(
      fc.property(histories, fc.constantFrom(...INDEX766_DIMENSIONS), (drawn, dimension) => {
        const views = viewsOf({ dossiers: rowsOf(...drawn) });
        const { total, groups } = index766Report(views, { ...asked, onTimeBy: "auto", by: [dimension] });
        const of = (figures: typeof total, id: Indicator766Id, part: "numerator" | "denominator") =>
          figures.indicators.find((one) => one.id === id)?.[part] ?? 0;
        for (const id of ids)
          for (const part of ["numerator", "denominator"] as const)
            expect(groups.reduce((sum, group) => sum + of(group, id, part), 0)).toBe(of(total, id, part));
      }),
      runs(300, 5_000),
    );
  });
});

describe("folding apart and joining is folding all", () => {
  it("for the index and the score sheet too, however whole streams are split into shards", () => {
    const sharded = histories.chain((drawn) =>
      fc.tuple(
        fc.constant(drawn),
        fc.array(fc.nat({ max: 2 }), { minLength: drawn.length, maxLength: drawn.length }),
        fc.shuffledSubarray([0, 1, 2], { minLength: 3 }),
      ),
    );
    fc.assert(
      fc.property(sharded, petitions, fc.constantFrom(...SCORES_DIMENSIONS), ([drawn, shardOf, order], lodged, by) => {
        const streams = drawn.map((events, n) => [`dossier-${n}`, events] as const);
        const joined = order
          .map((shard) => foldOf(streams.filter((_, n) => shardOf[n] === shard)))
          .reduce(dossierRows.concat, dossierRows.empty());
        const reports = (dossiers: DossierRows) => {
          const views = viewsOf({ dossiers, petitions: lodged });
          return [
            index766Report(views, { ...asked, onTimeBy: "auto", by: ["agency"] }),
            scoresReport(views, { ...asked, by: [by] }),
          ];
        };
        expect(reports(joined)).toEqual(reports(foldOf(streams)));
      }),
      runs(150, 3_000),
    );
  });
});
