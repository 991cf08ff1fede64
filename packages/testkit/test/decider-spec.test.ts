import type { Decider, DomainEvent } from "@motcua/event-store";
import { left, right } from "fp-ts/lib/Either.js";
import { expect, it } from "vitest";
import { deciderSpec } from "../src/index.js";

type Counted = DomainEvent<"Counted", { readonly by: number }>;

const counter: Decider<number, number, Counted, { readonly code: "TooMuch"; readonly at: number }> = {
  initial: 0,
  decide: (by, count) =>
    count + by > 3 ? left({ code: "TooMuch", at: count }) : right([{ type: "Counted", occurredAt: 0, data: { by } }]),
  evolve: (count, { data }) => count + data.by,
};
const { given } = deciderSpec(counter);
const counted = (by: number): Counted => ({ type: "Counted", occurredAt: 0, data: { by } });

it("passes where the decision is the one that was told", () => {
  given([])
    .when(2)
    .then([counted(2)]);
  given([counted(1)])
    .when(2)
    .thenState((count) => expect(count).toBe(3));
  expect(
    given([counted(2)])
      .when(2)
      .thenError("TooMuch"),
  ).toEqual({ code: "TooMuch", at: 2 });
});

it("fails where it is not", () => {
  expect(() =>
    given([])
      .when(2)
      .then([counted(1)]),
  ).toThrow();
  expect(() => given([]).when(2).then([])).toThrow();
  expect(() => given([]).when(2).thenError("TooMuch")).toThrow("not refused");
  expect(() =>
    given([counted(2)])
      .when(2)
      .then([]),
  ).toThrow("refused: TooMuch");
  expect(() =>
    given([counted(2)])
      .when(2)
      .thenState(() => undefined),
  ).toThrow("refused: TooMuch");
});
