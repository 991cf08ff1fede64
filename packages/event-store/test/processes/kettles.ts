import { isLeft, left, right } from "fp-ts/lib/Either.js";
import { v5 } from "uuid";
import {
  type EventStore,
  type Fact,
  type IntentRefused,
  inMemoryEventStore,
  inMemoryProcessStore,
  type Perform,
  type Process,
  type Running,
} from "../../src/index.js";
import { success } from "../projections/support.js";

/** A kettle is put on, whistles once when its time has come, and is taken off. */
export type KettleState = { readonly whistlesAt: number | null; readonly putOn: number };

export interface Whistle {
  readonly key: string;
  readonly kettle: string;
  readonly what: "whistle" | "tell";
}

export const kettles: Process<KettleState, Whistle> = {
  name: "kettles",
  version: 1,
  handles: ["PutOn", "Whistled", "TakenOff"],
  categories: ["kettle"],
  initial: { whistlesAt: null, putOn: 0 },
  evolve: (state, fact) =>
    fact.type === "PutOn" ? { whistlesAt: timeOf(fact), putOn: state.putOn + 1 } : { ...state, whistlesAt: null },
  react: ({ type, stream, version }) =>
    type === "Whistled" ? [{ key: `tell ${stream} ${version}`, kettle: stream, what: "tell" }] : [],
  timers: ({ whistlesAt, putOn }, kettle) =>
    whistlesAt === null ? [] : [{ at: whistlesAt, intent: { key: `${kettle} ${putOn}`, kettle, what: "whistle" } }],
  isOver: ({ whistlesAt }) => whistlesAt === null,
};

export const timeOf = ({ data }: Fact): number => Number("at" in data ? data.at : 0);

const NAMESPACE = "b3c1a1d4-0000-5000-8000-000000000000";

/** A kitchen, with what was told in it by key: each the number of times. */
export const kitchen = (log: EventStore = inMemoryEventStore(), states = inMemoryProcessStore()) => {
  const told = new Map<string, number>();
  const perform: Perform<Whistle, never> = (wanted, at) => async () => {
    if (wanted.what === "whistle") return whistle(log, wanted, at);
    told.set(wanted.key, (told.get(wanted.key) ?? 0) + 1);
    return right(undefined);
  };
  const running: Running<KettleState, Whistle, never> & { readonly log: EventStore } = {
    log,
    states,
    process: kettles,
    perform,
  };
  return { log, states, told, running };
};

const whistle = async (log: EventStore, { kettle, key }: Whistle, at: number) => {
  const { version } = success(await log.readStream(kettle, { direction: "backward", limit: 1 })());
  const id = v5(key, NAMESPACE);
  const appended = await log.append(kettle, [{ ...event("Whistled", {}), id, occurredAt: at }], version)();
  return isLeft(appended)
    ? left<IntentRefused>({ code: "IntentRefused", reason: appended.left.code })
    : right(undefined);
};

export const event = (type: string, data: object) => ({
  id: crypto.randomUUID(),
  type,
  schemaVersion: 1,
  occurredAt: 0,
  data: { ...data },
  meta: {},
});

export const putOn = async (log: EventStore, kettle: string, at: number) =>
  success(await log.append(`kettle-${kettle}`, [event("PutOn", { at })], "any")());

export const takeOff = async (log: EventStore, kettle: string) =>
  success(await log.append(`kettle-${kettle}`, [event("TakenOff", {})], "any")());

export const typesOf = async (log: EventStore, kettle: string) =>
  success(await log.readStream(`kettle-${kettle}`)()).events.map(({ type }) => type);
