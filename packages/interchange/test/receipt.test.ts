import { describe, expect, it } from "vitest";
import { isSourceDate, type SourceAttributes, type SourceCase } from "../src/index.js";
import { ABSENT, readFileWhole, sharedData } from "./support/reading.js";

const XES = sharedData("receipt/receipt.xes.gz");
const CSV = sharedData("receipt/receipt.csv.gz");
const BPIC15 = sharedData("bpic15/BPIC15_1.xes.gz");

const distinct = (values: ReadonlyArray<unknown>): number => new Set(values).size;
const variantOf = ({ events }: SourceCase): string => events.map(({ activity }) => activity).join("\n");

describe.each([
  ["XES", XES],
  ["CSV", CSV],
])("the receipt log in %s", (_format, file) => {
  it("holds what the truth says", async (ctx) => {
    if (file === null) return ctx.skip(ABSENT);
    const { cases, events, fault } = await readFileWhole(file);
    expect(fault).toBeNull();
    expect(cases).toHaveLength(1434);
    expect(distinct(cases.map(({ id }) => id))).toBe(1434);
    expect(events).toHaveLength(8577);
    expect(distinct(events.map(({ activity }) => activity))).toBe(27);
    expect(distinct(events.map(({ attributes }) => attributes.get("org:resource")))).toBe(48);
    expect(distinct(cases.map(variantOf))).toBe(116);
    expect(cases.filter(({ attributes }) => attributes.has("enddate"))).toHaveLength(1329);
    expect(new Date(Math.max(...events.map(({ at }) => at))).toISOString()).toBe("2012-01-23T14:42:54.644Z");
    expect(events.every(({ ordinal }, index) => ordinal === index + 1)).toBe(true);
  });
});

describe("the receipt log in both formats", () => {
  const values = (attributes: SourceAttributes): ReadonlyArray<unknown> =>
    [...attributes]
      .map(([key, value]) => [key, isSourceDate(value) ? value.date : value] as const)
      .sort(([one], [other]) => (one < other ? -1 : 1));
  const plain = ({ id, attributes, events }: SourceCase) => ({
    id,
    attributes: values(attributes),
    events: events.map(({ activity, at, ordinal, attributes: own }) => ({ activity, at, ordinal, own: values(own) })),
  });

  it("has the same cases, in the same order, with the same values", async (ctx) => {
    if (XES === null || CSV === null) return ctx.skip(ABSENT);
    const [xes, csv] = [await readFileWhole(XES), await readFileWhole(CSV)];
    expect(csv.cases.map(plain)).toEqual(xes.cases.map(plain));
  });
});

describe("BPI Challenge 2015, municipality 1", () => {
  it("is read: a byte-order mark, no namespace, nested attributes of the log", async (ctx) => {
    if (BPIC15 === null) return ctx.skip(ABSENT);
    const { cases, events, fault } = await readFileWhole(BPIC15);
    expect(fault).toBeNull();
    expect([cases.length, events.length]).toEqual([1199, 52_217]);
  });
});
