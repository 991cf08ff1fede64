import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type CatalogueRows, catalogueRows, HO_CHI_MINH, type StreamEvent, unitsReport } from "../../src/index.js";
import { catalogueOf, catalogueOn, dayAfter } from "../support/catalogue.js";
import { anyDateOf2018, anyProcedureHistory } from "../support/procedures.js";
import { runs } from "../support/tier.js";
import { anyUnitHistories } from "../support/units.js";

type Streams = ReadonlyArray<ReadonlyArray<StreamEvent>>;

/** The streams of some procedures and four units. */
const catalogues: fc.Arbitrary<Streams> = fc
  .tuple(fc.array(anyProcedureHistory(), { maxLength: 5 }), anyUnitHistories())
  .map(([procedures, units]) => [
    ...procedures.map((events, n) => events.map((event) => ({ ...event, stream: `procedure-${n}` }))),
    ...units.map(([code, events]) => events.map((event) => ({ ...event, stream: `unit-${code}` }))),
  ]);

const reportsOn = (view: CatalogueRows, date: ReturnType<typeof dayAfter>) => [
  catalogueOn(view, date, { by: ["agency", "onlineLevel"] }),
  unitsReport(view, { zone: HO_CHI_MINH, from: date, to: dayAfter(date) }),
];

describe("folding apart and joining is folding all", () => {
  it("for any split of whole streams into shards, joined in any order", () => {
    const sharded = catalogues.chain((streams) =>
      fc.tuple(
        fc.constant(streams),
        fc.array(fc.nat({ max: 2 }), { minLength: streams.length, maxLength: streams.length }),
        fc.shuffledSubarray([0, 1, 2], { minLength: 3 }),
      ),
    );
    fc.assert(
      fc.property(sharded, anyDateOf2018(), ([streams, shardOf, order], date) => {
        const joined = order
          .map((shard) => catalogueOf(streams.filter((_, n) => shardOf[n] === shard).flat()))
          .reduce(catalogueRows.concat, catalogueRows.empty());
        expect(reportsOn(joined, date)).toEqual(reportsOn(catalogueOf(streams.flat()), date));
      }),
      runs(100),
    );
  });

  it("and joining changes neither part", () => {
    fc.assert(
      fc.property(catalogues, catalogues, anyDateOf2018(), (one, other, date) => {
        const [a, b] = [catalogueOf(one.flat()), catalogueOf(other.flat())];
        const before = [reportsOn(a, date), reportsOn(b, date)];
        const joined = catalogueRows.concat(a, b);
        for (const event of other.flat()) catalogueRows.step(joined, { ...event, stream: `another-${event.stream}` });
        expect([reportsOn(a, date), reportsOn(b, date)]).toEqual(before);
      }),
      runs(50),
    );
  });
});

it("counting on a date ignores every fact that takes effect later", () => {
  const effectiveFrom = ({ data }: StreamEvent) => ("effectiveFrom" in data ? `${data.effectiveFrom}` : "");
  fc.assert(
    fc.property(catalogues, anyDateOf2018(), (streams, date) => {
      const all = catalogueOf(streams.flat());
      const begun = catalogueOf(streams.flat().filter((event) => effectiveFrom(event) <= date));
      const [catalogue, units] = reportsOn(all, date);
      const [catalogueThen, unitsThen] = reportsOn(begun, date);
      expect(catalogueThen).toMatchObject({ total: catalogue?.total, groups: catalogue?.groups });
      expect(unitsThen).toMatchObject({ total: units?.total, groups: units?.groups });
    }),
    runs(200),
  );
});

it("the groups of the catalogue add up to its total", () => {
  fc.assert(
    fc.property(catalogues, anyDateOf2018(), (streams, date) => {
      const view = catalogueOf(streams.flat());
      const { total, groups } = catalogueOn(view, date, { by: ["onlineLevel"] });
      const sum = (of: (group: (typeof groups)[number]) => number) => groups.reduce((all, each) => all + of(each), 0);
      expect(sum((group) => group.procedures)).toBe(total.procedures);
      expect(sum((group) => group.shortened)).toBe(total.shortened);
      expect(sum((group) => group.onlineLevel34)).toBe(total.onlineLevel34);
      expect(sum((group) => group.versions)).toBe(total.versions);
      expect(sum((group) => group.repealed)).toBe(total.repealed);
    }),
    runs(100),
  );
});

it("events that it has no use for change no figure", () => {
  const stranger = { stream: "dossier-1", type: "DossierWithdrawn", occurredAt: 0, data: {} };
  const view = catalogueRows.step(catalogueRows.empty(), stranger);
  expect([view.procedures.size, view.units.size]).toEqual([0, 0]);
});
