import fc from "fast-check";
import { isLeft, left } from "fp-ts/lib/Either.js";
import { describe, expect, it } from "vitest";
import {
  fixedZone,
  formatInstant,
  HO_CHI_MINH,
  HOUR,
  instantAt,
  type LocalDate,
  localDateOf,
  localDayOf,
  MINUTE,
  startOfDay,
  timeOfDay,
  timeZone,
  toEpochDay,
} from "../../src/index.js";
import { rightOf } from "../support/either.js";
import { runs } from "../support/tier.js";

const zoneOf = (name: string) => rightOf(timeZone(name));
const amsterdam = zoneOf("Europe/Amsterdam");
const utc = (instant: number) => new Date(instant).toISOString();

/** The same question put to Intl anew each time, by its calendar fields instead of its offset. */
const offsetByFields = (name: string) => {
  const format = new Intl.DateTimeFormat("en-US", {
    timeZone: name,
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
    second: "numeric",
  });
  return (instant: number): number => {
    const parts = Object.fromEntries(format.formatToParts(instant).map(({ type, value }) => [type, Number(value)]));
    const { year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0 } = parts as Record<string, number>;
    return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(instant / 1_000) * 1_000;
  };
};

describe("offsets are those of Intl", () => {
  it.each([
    "Europe/Amsterdam",
    "America/New_York",
    "America/Sao_Paulo",
    "Asia/Beirut",
    "Asia/Kathmandu",
    "Australia/Lord_Howe",
    "Africa/Casablanca",
    "Pacific/Apia",
    "Asia/Ho_Chi_Minh",
    "UTC",
  ])("%s, 1980 to 2037", (name) => {
    const zone = name === "Asia/Ho_Chi_Minh" ? HO_CHI_MINH : zoneOf(name);
    const expected = offsetByFields(name);
    fc.assert(
      fc.property(fc.integer({ min: Date.UTC(1980, 0), max: Date.UTC(2038, 0) - 1 }), (instant) => {
        expect(zone.offsetAt(instant)).toBe(expected(instant));
      }),
      runs(300),
    );
  });

  it("to the second at a change of the clocks", () => {
    const change = Date.parse("2011-03-27T01:00:00Z");
    expect(amsterdam.offsetAt(change - 1)).toBe(HOUR);
    expect(amsterdam.offsetAt(change)).toBe(2 * HOUR);
    expect(amsterdam.offsetAt(change - 1)).toBe(HOUR);
  });

  it("a name that is none is a left", () => {
    expect(timeZone("Europe/Bac_Ninh")).toEqual(left({ code: "TimeZoneUnknown", name: "Europe/Bac_Ninh" }));
    expect(isLeft(timeZone(""))).toBe(true);
  });
});

describe("the instant of a wall-clock time", () => {
  const at = (name: string, date: LocalDate, hour: number, minute = 0) =>
    utc(instantAt(zoneOf(name), toEpochDay(date), hour * HOUR + minute * MINUTE));

  it("is the one that shows it", () => {
    fc.assert(
      fc.property(fc.integer({ min: Date.UTC(1980, 0), max: Date.UTC(2038, 0) - 1 }), (instant) => {
        const found = instantAt(amsterdam, localDayOf(amsterdam, instant), timeOfDay(amsterdam, instant));
        // In the hour that happens twice it is the first of the two.
        expect([instant, instant - HOUR]).toContain(found);
        expect(localDateOf(amsterdam, found)).toBe(localDateOf(amsterdam, instant));
        expect(timeOfDay(amsterdam, found)).toBe(timeOfDay(amsterdam, instant));
      }),
      runs(300),
    );
  });

  it.each([
    ["before the clocks go forward", 1, 59, "2011-03-27T00:59:00.000Z"],
    ["at the change, which no clock shows", 2, 0, "2011-03-27T01:00:00.000Z"],
    ["half an hour into the gap: half an hour after the change", 2, 30, "2011-03-27T01:30:00.000Z"],
    ["after it", 3, 0, "2011-03-27T01:00:00.000Z"],
  ])("in spring, %s", (_, hour, minute, expected) => {
    expect(at("Europe/Amsterdam", "2011-03-27", hour, minute)).toBe(expected);
  });

  it.each([
    ["before the clocks go back", 1, 59, "2011-10-29T23:59:00.000Z"],
    ["of two, the first", 2, 30, "2011-10-30T00:30:00.000Z"],
    ["after it", 3, 0, "2011-10-30T02:00:00.000Z"],
  ])("in autumn, %s", (_, hour, minute, expected) => {
    expect(at("Europe/Amsterdam", "2011-10-30", hour, minute)).toBe(expected);
  });

  it("west of Greenwich too", () => {
    expect(at("America/New_York", "2018-03-11", 2, 30)).toBe("2018-03-11T07:30:00.000Z");
    expect(at("America/New_York", "2018-11-04", 1, 30)).toBe("2018-11-04T05:30:00.000Z");
  });
});

describe("the first instant of a local day", () => {
  it.each<[string, LocalDate, string, string]>([
    ["Asia/Ho_Chi_Minh", "2018-07-02", "2018-07-01T17:00:00.000Z", "00:00"],
    ["America/Sao_Paulo", "2017-10-15", "2017-10-15T03:00:00.000Z", "01:00"],
    ["America/Sao_Paulo", "2017-02-19", "2017-02-19T03:00:00.000Z", "00:00"],
    ["Asia/Beirut", "2018-03-25", "2018-03-24T22:00:00.000Z", "01:00"],
    ["Asia/Beirut", "2018-10-28", "2018-10-27T22:00:00.000Z", "00:00"],
    ["America/Havana", "2018-11-04", "2018-11-04T04:00:00.000Z", "00:00"],
  ])("%s %s", (name, date, expected, clock) => {
    const zone = zoneOf(name);
    const start = startOfDay(zone, toEpochDay(date));
    expect(utc(start)).toBe(expected);
    expect(localDateOf(zone, start)).toBe(date);
    expect(localDateOf(zone, start - 1) < date).toBe(true);
    expect(formatInstant(zone, start).slice(11, 16)).toBe(clock);
  });

  it("a day that a place left out begins with the next one", () => {
    const apia = zoneOf("Pacific/Apia");
    expect(startOfDay(apia, toEpochDay("2011-12-30"))).toBe(startOfDay(apia, toEpochDay("2011-12-31")));
  });
});

describe("instants as text", () => {
  it.each([
    ["Europe/Amsterdam", "2012-01-23T14:42:54.644Z", "2012-01-23T15:42:54.644+01:00"],
    ["Europe/Amsterdam", "2011-07-01T00:00:00.000Z", "2011-07-01T02:00:00.000+02:00"],
    ["Asia/Ho_Chi_Minh", "2018-07-01T17:00:00.000Z", "2018-07-02T00:00:00.000+07:00"],
    ["America/New_York", "2018-07-02T00:00:00.001Z", "2018-07-01T20:00:00.001-04:00"],
    ["Asia/Kathmandu", "2018-07-02T00:00:00.000Z", "2018-07-02T05:45:00.000+05:45"],
  ])("%s", (name, instant, text) => {
    expect(formatInstant(zoneOf(name), Date.parse(instant))).toBe(text);
  });

  it("UTC is +00:00", () => {
    expect(formatInstant(fixedZone("UTC", 0), 0)).toBe("1970-01-01T00:00:00.000+00:00");
  });

  it("can be read again", () => {
    fc.assert(
      fc.property(fc.integer({ min: Date.UTC(1980, 0), max: Date.UTC(2038, 0) - 1 }), (instant) => {
        expect(Date.parse(formatInstant(amsterdam, instant))).toBe(instant);
      }),
      runs(200),
    );
  });
});
