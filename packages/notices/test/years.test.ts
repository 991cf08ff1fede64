import {
  type DossierCommand,
  type DossierState,
  type Due,
  dossierDecider,
  dossierEvents,
  dossierStream,
  isPast,
  type MessageEventData,
  type MessageState,
  messageDecider,
  messageEvents,
  ND_61_2018,
  overdueFrom,
  VIETNAM,
} from "@motcua/core";
import { type EventStore, handle, inMemoryEventStore, inMemoryProcessStore, load } from "@motcua/event-store";
import { anyCommands } from "@motcua/testkit";
import fc from "fast-check";
import { left, right } from "fp-ts/lib/Either.js";
import { expect, it } from "vitest";
import { type Channel, type DeskRules, type OutgoingMessage, type SendFailure, tick } from "../src/index.js";
import { allOf, eventsOf, posts, success, rules as usual, vn } from "./support/centre.js";
import { type Crash, mortal, Stopped } from "./support/crashing.js";
import { figure } from "./support/figures.js";
import { nightly, runs } from "./support/tier.js";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

const policy = { ...ND_61_2018, supplement: { ...ND_61_2018.supplement, waitDays: 10 } };
const rules: DeskRules = { ...usual, policies: [policy], messages: { ...usual.messages, attempts: 2 } };
const dossiers = dossierDecider(rules);
const messages = messageDecider(rules);

/** What a year brings: dossiers with what is asked of them, and how the desk is run. */
interface Year {
  readonly lives: ReadonlyArray<ReadonlyArray<DossierCommand>>;
  readonly rounds: ReadonlyArray<Round>;
  /** What the gateway answers, one after the other, over and over. */
  readonly answers: ReadonlyArray<SendFailure["code"] | "Sent">;
}

interface Round {
  /** Since the round before. */
  readonly gap: number;
  /** By how much the clock is behind. */
  readonly setBack: number;
  readonly desks: 1 | 2;
  readonly crash: Crash | undefined;
}

const SPAN = { from: vn("2019-01-02T00:00"), to: vn("2019-10-01T00:00") };

const years: fc.Arbitrary<Year> = fc.record({
  lives: fc.array(anyCommands({ start: SPAN, maxLength: 25 }), { minLength: 1, maxLength: 5 }),
  rounds: fc.array(
    fc.record({
      gap: fc.oneof(
        fc.integer({ min: 1, max: 12 * HOUR }),
        fc.integer({ min: 1, max: 3 * DAY }),
        fc.integer({ min: 7 * DAY, max: 30 * DAY }),
      ),
      setBack: fc.oneof({ weight: 8, arbitrary: fc.constant(0) }, fc.integer({ min: 1, max: 5 * DAY })),
      desks: fc.constantFrom(1 as const, 1 as const, 1 as const, 2 as const),
      crash: fc.option(
        fc.record({ step: fc.nat({ max: 12 }), when: fc.constantFrom("before" as const, "after" as const) }),
        { nil: undefined, freq: 2 },
      ),
    }),
    { minLength: 10, maxLength: 60, size: "max" },
  ),
  answers: fc.array(
    fc.oneof(
      { weight: 5, arbitrary: fc.constant("Sent" as const) },
      fc.constantFrom("GatewayTimeout" as const, "GatewayFailed" as const, "AddressRefused" as const),
    ),
    { minLength: 1, maxLength: 8 },
  ),
});

const OPEN: ReadonlySet<DossierState["status"]> = new Set([
  "received",
  "processing",
  "awaitingSupplement",
  "awaitingPayment",
]);

/** Said once more, apart from the code under test: the date by which it should be ready, if that counts now. */
const countingDue = ({ status, clock, due, rescheduledDue }: DossierState): Due | null => {
  if (!OPEN.has(status) || (clock !== null && clock.stopped !== null)) return null;
  if (due === null || rescheduledDue === null) return due ?? rescheduledDue;
  return overdueFrom(VIETNAM.zone, rescheduledDue) >= overdueFrom(VIETNAM.zone, due) ? rescheduledDue : due;
};

/** A gateway that knows keys, and answers as it is told; what it takes is looked at as it comes. */
const gatewayOf = (answers: Year["answers"], arrives: (message: OutgoingMessage) => Promise<void>) => {
  const taken = new Map<string, string>();
  let asked = 0;
  const channel = (kind: Channel["kind"]): Channel => ({
    kind,
    send: (message) => async () => {
      const answer = answers[asked++ % answers.length] ?? "Sent";
      expect(taken.get(message.key) ?? message.text).toBe(message.text);
      if (answer === "Sent" || answer === "GatewayTimeout") {
        if (!taken.has(message.key)) await arrives(message);
        taken.set(message.key, message.text);
      }
      return answer === "Sent"
        ? right({ reference: null })
        : left({ code: answer, again: answer !== "AddressRefused", detail: "" });
    },
  });
  return { taken, channels: [channel("sms"), channel("email"), channel("post")], asked: () => asked };
};

const total = {
  years: 0,
  dates: 0,
  expired: 0,
  warnings: 0,
  messages: 0,
  delivered: 0,
  crashes: 0,
  rounds: 0,
  dropped: 0,
};

const live = async ({ lives, rounds, answers }: Year): Promise<void> => {
  const store = inMemoryEventStore();
  const states = inMemoryProcessStore();
  const ask = handle(store, dossiers, { streamOf: dossierStream, catalog: dossierEvents });
  const stateOf = async (id: string) => success(await load(store, dossiers, dossierEvents, dossierStream(id))()).state;
  const gateway = gatewayOf(answers, async ({ text }) => {
    const [template, , { code }] = JSON.parse(text);
    if (!/overdue|dueSoon|apologyOwed/.test(template)) return;
    const { status } = await stateOf(String(code));
    if (!OPEN.has(status)) throw new Error(`${template} was sent of a dossier that is ${status}`);
  });

  /** One round of one desk; whether it came to its end. */
  const round = async (at: number, crash: Crash | undefined): Promise<boolean> => {
    const process = mortal(crash);
    try {
      const desk = {
        store: process.store(store),
        states: process.states(states),
        rules,
        posts: posts(gateway.channels.map(process.channel)),
      };
      success(await tick(desk, at, { begin: "start" })());
      return true;
    } catch (cause) {
      if (!(cause instanceof Stopped)) throw cause;
      total.crashes++;
      return false;
    }
  };

  const agenda = lives
    .flatMap((commands, n) => commands.map((command) => ({ id: `d${n}`, command: named(command, `d${n}`) })))
    .toSorted((a, b) => a.command.at - b.command.at);
  const ids = [...new Set(agenda.map(({ id }) => id))];
  const next = agenda.values();
  let waiting = next.next();
  const actBefore = async (now: number): Promise<void> => {
    for (; !waiting.done && waiting.value.command.at <= now; waiting = next.next())
      await ask(waiting.value.id, waiting.value.command)();
  };

  /** What has passed by then is on record, of every dossier whose date counts. */
  const isOnRecord = async (now: number): Promise<void> => {
    for (const id of ids) {
      const state = await stateOf(id);
      const due = countingDue(state);
      if (due !== null && isPast(VIETNAM.zone, due, now))
        expect(await datesOnRecord(store, id)).toContainEqual(JSON.stringify(due));
      if (state.status === "awaitingSupplement" && state.supplementUntil !== null)
        expect(isPast(VIETNAM.zone, state.supplementUntil, now)).toBe(false);
    }
  };

  let now = SPAN.from;
  for (const { gap, setBack, desks, crash } of rounds) {
    now += gap;
    await actBefore(now);
    const done = await Promise.all(
      Array.from({ length: desks }, (_, n) => round(now - setBack, n === 0 ? crash : undefined)),
    );
    total.rounds++;
    if (done.includes(true)) await isOnRecord(now - setBack);
  }
  await actBefore(Number.POSITIVE_INFINITY);
  now = Math.max(now, agenda.at(-1)?.command.at ?? 0);
  for (const days of [0, 0.5, 1, 2, 3, 10, 60, 120]) {
    expect(await round(now + days * DAY, undefined)).toBe(true);
    await isOnRecord(now + days * DAY);
  }
  // Every channel is tried, at hours at which people may be written to.
  for (let days = 120; days < 140; days += 0.35) await round(now + days * DAY, undefined);
  await checkRecord(store, ids);
  await checkMessages(store, gateway.taken.size);
};

/** By its id, so that what is sent can be known again. */
const named = (command: DossierCommand, id: string): DossierCommand =>
  command.type === "receive" ? { ...command, code: id, subjectRef: id } : command;

const datesOnRecord = async (store: EventStore, id: string) =>
  (await eventsOf(store, dossierStream(id))).flatMap(({ type, data }) =>
    type === "DossierOverdue" ? [JSON.stringify((data as unknown as { due: Due }).due)] : [],
  );

/** Each date once, to each person once, with when it was noticed, and none after the end. */
const checkRecord = async (store: EventStore, ids: ReadonlyArray<string>): Promise<void> => {
  for (const id of ids) {
    const events = await eventsOf(store, dossierStream(id));
    const ended = events.findIndex(({ type }) => type === "DossierResolved" || type === "DossierWithdrawn");
    const noticed = events.flatMap((event, place) => {
      if (event.type !== "DossierOverdue" && event.type !== "DeadlineNoticed") return [];
      if (ended >= 0) expect(place).toBeLessThan(ended);
      const { noticedAt, by: _, ...what } = event.data as Record<string, unknown>;
      expect(noticedAt).toBe(event.occurredAt);
      return [JSON.stringify([event.type, what])];
    });
    expect(new Set(noticed).size).toBe(noticed.length);
    total.dates += events.filter(({ type }) => type === "DossierOverdue").length;
    total.expired += events.filter(({ type }) => type === "SupplementExpired").length;
    total.warnings += events.filter(({ type }) => type === "DeadlineNoticed").length;
  }
};

/** Every message comes to an end; what is said to be sent has arrived, each once. */
const checkMessages = async (store: EventStore, taken: number): Promise<void> => {
  const queued = await allOf(store, "MessageQueued");
  const told = queued.map(({ data }) => {
    const { about, to, template, ground } = data as unknown as MessageEventData<"MessageQueued">;
    return JSON.stringify([about, to, template, ground]);
  });
  expect(new Set(told).size).toBe(told.length);
  let [sent, channels] = [0, 0];
  for (const { stream } of queued) {
    const { state }: { state: MessageState } = success(await load(store, messages, messageEvents, stream)());
    expect(["sent", "dropped", "givenUp"]).toContain(state.status);
    if (state.status === "sent") sent++;
    if (state.status === "dropped") total.dropped++;
    // The one whose turn it is may have taken it, and not have come to say so.
    const tried = (await eventsOf(store, stream)).flatMap(({ data }) => ("channel" in data ? [data.channel] : []));
    channels += new Set([...tried, state.channel]).size;
  }
  // One that was taken and timed out may have been dropped or given up after that; by each channel it came once.
  expect(taken).toBeGreaterThanOrEqual(sent);
  expect(taken).toBeLessThanOrEqual(channels);
  total.messages += queued.length;
  total.delivered += taken;
};

it("in every year of a small centre, whatever happens to its desk, each date is noticed once and each message arrives once", {
  timeout: nightly ? 4 * HOUR : 10 * 60_000,
}, async () => {
  await fc.assert(
    fc.asyncProperty(years, async (year) => {
      await live(year);
      total.years++;
    }),
    runs(300, 10_000),
  );
  figure("years of a small centre", total);
  for (const count of Object.values(total)) expect(count).toBeGreaterThan(50);
});
