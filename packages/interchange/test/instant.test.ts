import * as fc from "fast-check";
import { isLeft, isRight, left, right } from "fp-ts/lib/Either.js";
import { describe, expect, it } from "vitest";
import { parseInstant } from "../src/index.js";

const read = (text: string) => parseInstant(text);
const inZone = (timeZone: string) => (text: string) => parseInstant(text, timeZone);

describe("an instant is read exactly", () => {
  it.each([
    ["2011-10-11T13:42:22.688+02:00", "2011-10-11T11:42:22.688Z"],
    ["2011-12-06 13:41:31.788000+01:00", "2011-12-06T12:41:31.788Z"],
    ["2012-02-29T00:00:00Z", "2012-02-29T00:00:00.000Z"],
    ["2011-10-11t13:42z", "2011-10-11T13:42:00.000Z"],
    ["2011-10-11T13:42:22.9999999999-0330", "2011-10-11T17:12:22.999Z"],
    ["2011-10-11T13:42:22.5+07", "2011-10-11T06:42:22.500Z"],
    ["2011-12-31T24:00:00.000Z", "2012-01-01T00:00:00.000Z"],
    ["0099-03-01T00:00:00Z", "0099-03-01T00:00:00.000Z"],
  ])("%s is %s", (text, expected) => {
    expect(read(text)).toEqual(right(Date.parse(expected)));
  });

  it("agrees with Date for every instant that Date writes", () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date("0001-01-01"), max: new Date("9999-12-31"), noInvalidDate: true }),
        (date) => {
          expect(read(date.toISOString())).toEqual(right(date.getTime()));
        },
      ),
    );
  });

  it.each([
    "",
    "tomorrow",
    "2011-02-30T00:00:00Z",
    "2100-02-29T00:00:00Z",
    "2011-13-01T00:00:00Z",
    "2011-00-01T00:00:00Z",
    "2011-04-31T00:00:00Z",
    "0000-01-01T00:00:00Z",
    "2011/04/30T00:00:00Z",
    "11-04-30T00:00:00Z",
    "2011-01-01T25:00:00Z",
    "2011-01-01T24:00:00.0001Z",
    "2011-01-01T24:01:00Z",
    "2011-01-01T23:60:00Z",
    "2011-01-01T23:59:60Z",
    "2011-01-01T23:59:59.Z",
    "2011-01-01T23:59:59.1 Z",
    "2011-01-01T23:59:59+15:00",
    "2011-01-01T23:59:59+02:60",
    "2011-01-01T23:59:59+2",
    "2011-01-01T23:59:59Zulu",
    "2011-01-01T2:00:00Z",
    "2011-01-01X02:00:00Z",
    " 2011-01-01T02:00:00Z",
    "２０１１-01-01T02:00:00Z",
  ])("%j does not exist and is refused", (text) => {
    expect(isLeft(read(text))).toBe(true);
  });

  it("never throws, whatever the text", () => {
    fc.assert(fc.property(fc.string({ unit: "binary" }), (text) => isLeft(read(text)) || isRight(read(text))));
  });
});

describe("a time without an offset", () => {
  it("is refused where no zone is given", () => {
    expect(read("2011-10-11T13:42:22")).toEqual(
      left({
        expected: "an offset after the time, as Z or +07:00, or the option timeZone",
        found: '"2011-10-11T13:42:22"',
      }),
    );
    expect(isLeft(read("2011-10-11"))).toBe(true);
  });

  it("is the wall clock of the zone that is given", () => {
    expect(inZone("Asia/Ho_Chi_Minh")("2011-10-11 13:42:22.688")).toEqual(
      right(Date.parse("2011-10-11T06:42:22.688Z")),
    );
    expect(inZone("Asia/Ho_Chi_Minh")("2011-10-11")).toEqual(right(Date.parse("2011-10-10T17:00:00Z")));
    expect(inZone("Europe/Amsterdam")("2011-07-01T12:00:00")).toEqual(right(Date.parse("2011-07-01T10:00:00Z")));
  });

  it("is the first of two where clocks go back, and is refused where they jump over it", () => {
    const amsterdam = inZone("Europe/Amsterdam");
    expect(amsterdam("2011-10-30T02:30:00")).toEqual(right(Date.parse("2011-10-30T00:30:00Z")));
    expect(amsterdam("2011-10-30T03:00:00")).toEqual(right(Date.parse("2011-10-30T02:00:00Z")));
    expect(amsterdam("2011-03-27T01:59:59")).toEqual(right(Date.parse("2011-03-27T00:59:59Z")));
    expect(isLeft(amsterdam("2011-03-27T02:30:00"))).toBe(true);
    expect(amsterdam("2011-03-27T03:00:00")).toEqual(right(Date.parse("2011-03-27T01:00:00Z")));
  });

  it("does not touch a text that has an offset", () => {
    expect(inZone("Asia/Ho_Chi_Minh")("2011-10-11T13:42:22Z")).toEqual(read("2011-10-11T13:42:22Z"));
  });

  it("needs a zone that exists", () => {
    const doubt = left({ expected: "an IANA time zone, as Asia/Ho_Chi_Minh", found: '"Asia/Hue"' });
    expect(inZone("Asia/Hue")("2018-03-01")).toEqual(doubt);
    expect(inZone("Asia/Hue")("2018-03-01T00:00:00Z")).toEqual(doubt);
    expect(isLeft(inZone("")("2018-03-01"))).toBe(true);
  });

  it("that is a bare date is midnight at its start, and a doubt where clocks leave midnight out", () => {
    expect(inZone("Asia/Ho_Chi_Minh")("2018-03-01")).toEqual(right(Date.parse("2018-02-28T17:00:00Z")));
    expect(inZone("UTC")("2018-03-01")).toEqual(right(Date.parse("2018-03-01T00:00:00Z")));
    expect(isLeft(inZone("America/Sao_Paulo")("2018-11-04"))).toBe(true);
    expect(isLeft(inZone("Pacific/Apia")("2011-12-30"))).toBe(true);
  });

  it("may have any number of fraction digits", () => {
    expect(inZone("Asia/Ho_Chi_Minh")("2018-03-01 08:00:00.1239999")).toEqual(
      right(Date.parse("2018-03-01T01:00:00.123Z")),
    );
  });

  it("gives the instant at which clocks of the zone show it, by Intl", () => {
    const zones = fc.constantFrom("Europe/Amsterdam", "America/New_York", "Australia/Lord_Howe", "Asia/Ho_Chi_Minh");
    const dates = fc.date({ min: new Date("1980-01-01"), max: new Date("2037-12-31"), noInvalidDate: true });
    fc.assert(
      fc.property(zones, dates, (timeZone, date) => {
        const shown = date.toISOString().slice(0, 19);
        const instant = parseInstant(shown, timeZone);
        if (isRight(instant)) expect(clocksAt(timeZone, instant.right)).toBe(shown);
        else
          for (const hours of [0, -14, -7, -4, 1, 2, 5, 11]) {
            expect(clocksAt(timeZone, date.getTime() - hours * 3_600_000)).not.toBe(shown);
          }
      }),
      { numRuns: 300 },
    );
  });
});

const clocksAt = (timeZone: string, instant: number): string =>
  new Intl.DateTimeFormat("sv-SE", { timeZone, dateStyle: "short", timeStyle: "medium" })
    .format(instant)
    .replace(" ", "T");
