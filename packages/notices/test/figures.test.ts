import { project } from "@motcua/event-store";
import { expect, it } from "vitest";
import { DESK_METRICS, deskFigures, inHand, messageRows, observeDesk, tick } from "../src/index.js";
import { centre, gateway, received, success, vn } from "./support/centre.js";

const failing = () => gateway(() => ({ code: "AddressRefused", again: false, detail: "no" }));

const figuresOf = async (house: ReturnType<typeof centre>) =>
  deskFigures(success(await project(house.store, inHand)()));

it("the figures say what is near, what is late, and what has not been sent", async () => {
  const house = centre({}, failing());
  await house.ask("d", received("2018-07-02T09:00"));
  await house.ask("e", received("2018-07-02T09:00"));
  const at = async (time: string) => {
    success(await tick(house.desk, vn(time))());
    return figuresOf(house);
  };
  expect(await at("2018-07-02T10:00")).toEqual({ dueSoon: 0, overdue: 0, unsent: 0, givenUp: 0, oldestUnsent: null });
  expect(await at("2018-07-05T06:00")).toMatchObject({ dueSoon: 0, overdue: 0 });
  expect(await at("2018-07-05T08:00")).toMatchObject({ dueSoon: 2, overdue: 0, unsent: 0 });
  await house.ask("e", { type: "resolve", at: vn("2018-07-09T09:00"), outcome: "granted" });
  // By night nobody is written to.
  expect(await at("2018-07-10T02:00")).toMatchObject({ dueSoon: 0, overdue: 1, oldestUnsent: vn("2018-07-10T02:00") });
  await house.ask("d", { type: "resolve", at: vn("2018-07-10T09:00"), outcome: "granted" });
  expect(await at("2018-07-10T10:00")).toMatchObject({ dueSoon: 0, overdue: 0, unsent: 0 });
  expect((await figuresOf(house)).givenUp).toBeGreaterThan(0);
});

it("of every message the row says what became of it", async () => {
  const house = centre({}, failing());
  await house.ask("d", received("2018-07-02T09:00"));
  success(await tick(house.desk, vn("2018-07-03T10:00"))());
  const rows = success(await project(house.store, messageRows)());
  expect([...rows.values()].map(({ status, reason, channel }) => [status, reason, channel])).toEqual([
    ["givenUp", "AddressRefused", "email"],
    ["givenUp", "AddressRefused", "email"],
  ]);
});

it("shards of whole streams folded apart and joined are the whole", async () => {
  const house = centre();
  for (const id of ["a", "b", "c", "d"]) await house.ask(id, received("2018-07-02T09:00"));
  success(await tick(house.desk, vn("2018-07-20T10:00"))());
  const [one, two] = await Promise.all(
    [0, 1].map(async (number) => success(await project(house.store, inHand, { shard: { number, of: 2 } })())),
  );
  const whole = success(await project(house.store, inHand)());
  expect(one && two && deskFigures(inHand.concat(one, two))).toEqual(deskFigures(whole));
});

it("the figures are shown as metrics, and no more when that is ended", async () => {
  const house = centre();
  await house.ask("d", received("2018-07-02T09:00"));
  success(await tick(house.desk, vn("2018-07-10T02:00"))());
  const gauges = new Map<string, Set<(result: { observe: (value: number) => void }) => Promise<void>>>();
  const meter = {
    createObservableGauge: (name: string) => {
      const callbacks = new Set<(result: { observe: (value: number) => void }) => Promise<void>>();
      gauges.set(name, callbacks);
      return { addCallback: callbacks.add.bind(callbacks), removeCallback: callbacks.delete.bind(callbacks) };
    },
  };
  const end = observeDesk(meter as never, house.store, undefined, () => vn("2018-07-10T03:00"));
  const seen: Record<string, number> = {};
  for (const [name, callbacks] of gauges)
    for (const callback of callbacks) await callback({ observe: (value) => (seen[name] = value) });
  expect(seen).toMatchObject({
    [DESK_METRICS.overdue.name]: 1,
    [DESK_METRICS.dueSoon.name]: 0,
    [DESK_METRICS.oldestUnsent.name]: 3_600,
  });
  end();
  expect([...gauges.values()].every((callbacks) => callbacks.size === 0)).toBe(true);
});
