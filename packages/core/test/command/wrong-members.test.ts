import { right } from "fp-ts/lib/Either.js";
import type * as t from "io-ts/lib/index.js";
import { describe, expect, it } from "vitest";
import { everyCommand, outside } from "../support/outside.js";

/** What no member of any command may be. */
const WRONG = { nonsense: true };

/** The members that a command may have besides those it must have. */
const optionalOf = (codec: t.Mixed | undefined): ReadonlyArray<string> => {
  const { type } = codec as t.ReadonlyC<t.IntersectionC<[t.TypeC<t.Props>, t.PartialC<t.Props>]>>;
  return Object.keys(type.types[1].props);
};

const without = (command: object, member: string): object =>
  Object.fromEntries(Object.entries(command).filter(([key]) => key !== member));

const speaksOf = (member: string) => expect.arrayContaining([expect.stringMatching(new RegExp(`^${member}[.:]`))]);

it("every command of every aggregate has a sample", () => {
  for (const { codecs, samples } of Object.values(outside))
    expect(samples.map(({ type }) => type).toSorted()).toEqual(Object.keys(codecs).toSorted());
  expect(everyCommand.length).toBeGreaterThan(60);
});

describe.each(everyCommand)("$aggregate: $type", ({ decode, codec, type, sample }) => {
  it("is read as it came", () => {
    expect(decode(JSON.parse(JSON.stringify(sample)))).toStrictEqual(right(sample));
  });

  it.each(Object.keys(sample).filter((member) => member !== "type"))("must have %s", (member) => {
    expect(decode(without(sample, member))).toEqual({
      _tag: "Left",
      left: { code: "CommandRefused", command: type, faults: speaksOf(member) },
    });
  });

  it.each([...Object.keys(sample).filter((member) => member !== "type"), ...optionalOf(codec)])(
    "must have a value of its kind in %s",
    (member) => {
      expect(decode({ ...sample, [member]: WRONG })).toEqual({
        _tag: "Left",
        left: { code: "CommandRefused", command: type, faults: speaksOf(member) },
      });
    },
  );

  it("is refused with a member that is not known, which would be lost without a word", () => {
    expect(decode({ ...sample, resaon: "misspelt" })).toEqual({
      _tag: "Left",
      left: {
        code: "CommandRefused",
        command: type,
        faults: [expect.stringMatching(/^resaon: is not known here; known: .*\bat\b.*\btype\b/)],
      },
    });
  });
});
