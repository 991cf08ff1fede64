import { setTimeout as sleep } from "node:timers/promises";
import { type AppendCall, checkHistory, violationText } from "@motcua/testkit";
import { isRight } from "fp-ts/lib/Either.js";
import { expect, it } from "vitest";
import { figure } from "./support/figure.js";
import { opened, testServer } from "./support/postgres.js";
import { everything, writeThrough } from "./support/writing.js";

const CRASHES = process.env["MOTCUA_TIER"] === "nightly" ? 500 : 5;
const CRASHES_OF_A_LOG = 25;
const WRITERS = 8;
const { newDatabase, own } = testServer({ fsync: true, settings: { max_connections: "60" } });

it(`loses nothing that was acknowledged, in ${CRASHES} crashes of the server with ${WRITERS} writers`, {
  timeout: 7_200_000,
}, async (ctx) => {
  const server = own();
  if (server === undefined) return ctx.skip("needs a server of its own, which MOTCUA_TEST_POSTGRES_URL is not");
  const figures = { suite: "crash-postgres", crashes: 0, acknowledged: 0, inDoubt: 0, stored: 0, violations: 0 };
  while (figures.crashes < CRASHES) {
    const url = await newDatabase();
    const stores = await Promise.all(
      Array.from({ length: WRITERS }, () => opened({ url, readers: 1, timeoutMs: 5_000 })),
    );
    let goesOn = true;
    const writing = stores.map((store, n) => writeThrough(store, `writer ${n}`, () => goesOn));
    for (let crash = 0; crash < CRASHES_OF_A_LOG && figures.crashes < CRASHES; crash++) {
      await sleep(50 + Math.random() * 250);
      await server.crash();
      await server.restart();
      figures.crashes++;
    }
    await sleep(200);
    goesOn = false;
    const calls = (await Promise.all(writing)).flat();
    const [store] = stores;
    const log = store === undefined ? [] : await everything(store);
    const violations = checkHistory({ calls, log });
    expect(violations.map(violationText)).toEqual([]);
    expect(await repeated(stores[0], calls)).toBe(0);
    await Promise.all(stores.map((one) => one.close()));

    const acknowledged = calls.filter(({ answer }) => answer !== null && isRight(answer));
    figures.acknowledged += acknowledged.reduce((sum, { events }) => sum + events.length, 0);
    figures.inDoubt += calls.filter(
      ({ answer }) => answer?._tag === "Left" && "inDoubt" in answer.left && answer.left.inDoubt,
    ).length;
    figures.stored += log.length;
    figures.violations += violations.length;
  }
  expect(figures.acknowledged).toBeGreaterThan(CRASHES);
  figure(figures);
});

/** Every append once more, with its ids: how many events that adds. */
const repeated = async (
  store: Awaited<ReturnType<typeof opened>> | undefined,
  calls: ReadonlyArray<AppendCall>,
): Promise<number> => {
  if (store === undefined) return 0;
  const before = (await everything(store)).length;
  const answers = await Promise.all(
    calls.map(({ stream, events, expected }) => store.append(stream, events, expected)()),
  );
  expect(answers.every(isRight)).toBe(true);
  return (await everything(store)).length - before;
};
