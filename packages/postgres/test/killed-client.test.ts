import { setTimeout as sleep } from "node:timers/promises";
import type { EventStore, RecordedEvent } from "@motcua/event-store";
import { type AppendCall, checkHistory, violationText } from "@motcua/testkit";
import { isRight } from "fp-ts/lib/Either.js";
import { expect, it } from "vitest";
import { type Child, hasPrinted, program, start } from "../../../scripts/child/child.js";
import type { Said } from "./support/appending-child.js";
import { figure } from "./support/figure.js";
import { opened, testServer } from "./support/postgres.js";
import { everything } from "./support/writing.js";

const KILLS = process.env["MOTCUA_TIER"] === "nightly" ? 1_000 : 20;
const AT_ONCE = 4;
const KILLS_OF_A_LOG = 40;
const { newDatabase } = testServer({ fsync: true, settings: { max_connections: "60" } });

it(`loses nothing that was acknowledged and invents nothing, in ${KILLS} kills of a client in mid-append`, {
  timeout: 7_200_000,
}, async () => {
  const figures = {
    suite: "killed-client-postgres",
    kills: 0,
    acknowledged: 0,
    unanswered: 0,
    stored: 0,
    violations: 0,
  };
  while (figures.kills < KILLS) {
    const url = await newDatabase();
    const store = await opened({ url });
    const calls: AppendCall[] = [];
    for (let kills = 0; kills < KILLS_OF_A_LOG && figures.kills < KILLS; kills += AT_ONCE) {
      calls.push(...(await callsUntilKilled(url, figures.kills)));
      figures.kills += AT_ONCE;
    }
    const log = await everything(store);
    const violations = checkHistory({ calls, log });
    expect(violations.map(violationText)).toEqual([]);
    await expectRetriesToAddOnlyWhatWasUnanswered(store, calls, log);

    figures.acknowledged += calls.filter(({ answer }) => answer !== null && isRight(answer)).length;
    figures.unanswered += calls.filter(({ answer }) => answer === null).length;
    figures.stored += log.length;
    figures.violations += violations.length;
    await store.close();
  }
  expect(figures.acknowledged).toBeGreaterThan(KILLS);
  expect(figures.unanswered).toBeGreaterThan(KILLS / 2);
  figure(figures);
});

/** What clients that were killed at any moment of their appends had asked for, and had been answered. */
const callsUntilKilled = async (url: string, round: number): Promise<ReadonlyArray<AppendCall>> => {
  const file = new URL("support/appending-child.ts", import.meta.url);
  const clients = Array.from({ length: AT_ONCE }, (_, n) =>
    start(process.execPath, program(file, url, `client ${round + n}`)),
  );
  const calls = clients.map(async (client) => {
    await hasPrinted(client, '"ended"');
    await sleep(Math.random() * 150);
    client.process.kill("SIGKILL");
    return callsOf(client);
  });
  return (await Promise.all(calls)).flat();
};

/** From whole lines only: the last may have been cut off by the kill. */
const callsOf = async ({ output, ended }: Child): Promise<ReadonlyArray<AppendCall>> => {
  expect((await ended).signal).toBe("SIGKILL");
  const calls = new Map<number, AppendCall>();
  for (const line of output().split("\n").slice(0, -1)) {
    const { number, call }: Said = JSON.parse(line);
    calls.set(number, call);
  }
  return [...calls.values()];
};

/** Everything once more, with its ids: what was acknowledged is there already, and after that so is all the rest. */
const expectRetriesToAddOnlyWhatWasUnanswered = async (
  store: EventStore,
  calls: ReadonlyArray<AppendCall>,
  log: ReadonlyArray<RecordedEvent>,
): Promise<void> => {
  const ask = async () => {
    const asked = calls.map(({ stream, events, expected }) => store.append(stream, events, expected)());
    const refused = (await Promise.all(asked)).filter((answer) => !isRight(answer));
    expect(refused).toEqual([]);
    return (await everything(store)).length;
  };
  const stored = new Set(log.map(({ id }) => id));
  const open = calls.filter(({ answer, events: [first] }) => answer === null && !stored.has(first?.id ?? ""));
  const whole = log.length + open.reduce((sum, { events }) => sum + events.length, 0);
  expect(await ask()).toBe(whole);
  expect(await ask()).toBe(whole);
};
