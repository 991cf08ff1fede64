import { anyInstant } from "@motcua/testkit";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  PETITION_DIMENSIONS,
  type PetitionEvent,
  type PetitionFigures,
  type PetitionRows,
  petitionRows,
  petitionsReport,
  VIETNAM,
} from "../../src/index.js";
import { story } from "../support/petition.js";
import { anyPetitionCommands, anyPetitionEvents } from "../support/petition-arbitraries.js";
import { petitionView, petitionViewOf } from "../support/petition-view.js";
import { runs } from "../support/tier.js";

const zone = VIETNAM.zone;
const lives = fc.array(
  anyPetitionCommands().map((commands) => story(...commands).events),
  { maxLength: 10 },
);
const wildLives = fc.array(anyPetitionEvents(8), { maxLength: 10 });
const date = (instant: number) => new Date(instant).toISOString().slice(0, 10) as `${number}-${number}-${number}`;
const dates = anyInstant().map(date);

const comesIn = ({ carriedOver, lodged, reopened }: PetitionFigures) => carriedOver + lodged + reopened;
const isSomewhere = ({ answered, refused, withdrawn, passedOn, inProgress }: PetitionFigures) =>
  answered.total + refused + withdrawn + passedOn + inProgress.total;

describe("nothing is lost between what comes in and what goes out", () => {
  it("carried over + lodged + reopened = ended + in progress, of any events over any period", () => {
    fc.assert(
      fc.property(fc.oneof(lives, wildLives), dates, dates, anyInstant(), (histories, a, b, asOf) => {
        const [from, to] = a < b ? [a, b] : [b, a];
        const { total } = petitionsReport(petitionView(...histories), { zone, from, to, asOf });
        expect(comesIn(total)).toBe(isSomewhere(total));
        const { onTime, late, noDeadline } = total.answered;
        expect(total.answered.total).toBe(onTime + late + noDeadline);
        expect(total.founded + total.unfounded).toBeLessThanOrEqual(total.lodged);
      }),
      runs(300),
    );
  });

  it("what is in progress at the end of one period is carried over into the next", () => {
    fc.assert(
      fc.property(lives, fc.uniqueArray(dates, { minLength: 3, maxLength: 3 }), (histories, drawn) => {
        const [from, middle, to] = drawn.toSorted() as [(typeof drawn)[0], (typeof drawn)[0], (typeof drawn)[0]];
        const view = petitionView(...histories);
        const asOf = Date.parse(`${to}T00:00Z`);
        const first = petitionsReport(view, { zone, from, to: middle, asOf }).total;
        const second = petitionsReport(view, { zone, from: middle, to, asOf }).total;
        expect(second.carriedOver).toBe(first.inProgress.total);
      }),
      runs(200),
    );
  });
});

const streamsOf = (histories: ReadonlyArray<ReadonlyArray<PetitionEvent>>) =>
  histories.map((events, n) => [`petition-${n}`, events] as const);
const byAll = fc.subarray([...PETITION_DIMENSIONS]);

describe("folding apart and joining is folding all", () => {
  it("for any split of whole streams into shards, joined in any order", () => {
    const order = fc.shuffledSubarray([0, 1, 2], { minLength: 3 });
    fc.assert(
      fc.property(
        lives,
        fc.array(fc.nat({ max: 2 }), { minLength: 10 }),
        order,
        byAll,
        (histories, shardOf, shards, by) => {
          const streams = streamsOf(histories);
          const joined = shards
            .map((shard) => petitionViewOf(streams.filter((_, n) => shardOf[n] === shard)))
            .reduce<PetitionRows>(petitionRows.concat, petitionRows.empty());
          expect(petitionsReport(joined, { zone, by })).toEqual(petitionsReport(petitionViewOf(streams), { zone, by }));
        },
      ),
      runs(100),
    );
  });

  it("joining leaves the shards as they were", () => {
    fc.assert(
      fc.property(lives, (histories) => {
        const [a, b] = [petitionViewOf(streamsOf(histories)), petitionRows.empty()];
        const before = petitionsReport(a, { zone });
        const joined = petitionRows.concat(a, b);
        petitionRows.step(joined, { stream: "petition-x", type: "PetitionWithdrawn", occurredAt: 0, data: {} });
        expect(petitionsReport(a, { zone })).toEqual(before);
      }),
      runs(50),
    );
  });

  it("the groups of a dimension add up to the total", () => {
    const dimension = fc.constantFrom("unit", "centre", "about", "category", "class");
    fc.assert(
      fc.property(lives, dimension, (histories, by) => {
        const { total, groups } = petitionsReport(petitionView(...histories), { zone, by: [by as "unit"] });
        const sum = (of: (figures: PetitionFigures) => number) => groups.reduce((all, group) => all + of(group), 0);
        for (const of of [
          comesIn,
          isSomewhere,
          (each: PetitionFigures) => each.published,
          (each: PetitionFigures) => each.unfounded,
        ])
          expect(sum(of)).toBe(of(total));
      }),
      runs(100),
    );
  });
});
