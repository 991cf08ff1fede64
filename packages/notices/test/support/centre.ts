import {
  type DossierCommand,
  type DossierState,
  dossierDecider,
  dossierEvents,
  dossierStream,
  ND_61_DEADLINES,
  ND_61_MESSAGES,
  VIETNAM,
  VIETNAM_PETITION_TERMS,
  VIETNAM_POLICIES,
} from "@motcua/core";
import { type EventStore, handle, inMemoryEventStore, inMemoryProcessStore, load } from "@motcua/event-store";
import { type Either, isLeft, left, right } from "fp-ts/lib/Either.js";
import type { Channel, Desk, DeskRules, OutgoingMessage, Posts, SendFailure, Sent } from "../../src/index.js";

export const rules: DeskRules = {
  calendar: VIETNAM,
  policies: VIETNAM_POLICIES,
  terms: VIETNAM_PETITION_TERMS,
  deadlines: ND_61_DEADLINES,
  messages: ND_61_MESSAGES,
};

const dossiers = dossierDecider(rules);

export const success = <A>(answer: Either<unknown, A>): A => {
  if (isLeft(answer)) throw new Error(JSON.stringify(answer.left));
  return answer.right;
};

/** A gateway that knows keys: what it has taken under one key it does not take again. */
export const gateway = (answer: (message: OutgoingMessage) => SendFailure | undefined = () => undefined) => {
  const taken = new Map<string, OutgoingMessage & { readonly order: number }>();
  const asked: OutgoingMessage[] = [];
  const channel = (kind: Channel["kind"]): Channel => ({
    kind,
    send: (message) => async (): Promise<Either<SendFailure, Sent>> => {
      asked.push(message);
      const failure = answer(message);
      // Accepted, though the answer may be lost.
      if (failure === undefined || failure.code === "GatewayTimeout")
        if (!taken.has(message.key)) taken.set(message.key, { ...message, order: taken.size });
      return failure === undefined ? right({ reference: message.key }) : left(failure);
    },
  });
  return { taken, asked, channels: [channel("sms"), channel("email")] };
};

/** Every person has a number and an address that nobody else has. */
export const posts = (channels: ReadonlyArray<Channel>, given: Partial<Posts> = {}): Posts => ({
  channels,
  contacts: {
    persons: { contactOf: (subject, channel) => async () => right(`${channel}:${subject}`) },
    officeOf: (role, at, channel) => `${channel}:${role}@${at}`,
  },
  word: (template, channel, fields) => right({ text: JSON.stringify([template, channel, fields]) }),
  language: "vi",
  retryAfterMs: (failures) => Math.min(1_800_000, 60_000 * 2 ** failures),
  ...given,
});

export const vn = (time: string): number => Date.parse(`${time}+07:00`);

/** A centre with a desk, in memory. */
export const centre = (given: Partial<Posts> = {}, taking = gateway()) => {
  const store = inMemoryEventStore();
  const ask = handle(store, dossiers, { streamOf: dossierStream, catalog: dossierEvents });
  const desk: Desk = { store, states: inMemoryProcessStore(), rules, posts: posts(taking.channels, given) };
  return {
    store,
    desk,
    gateway: taking,
    ask: async (id: string, command: DossierCommand) => isLeft(await ask(id, command)()),
    stateOf: (id: string): Promise<DossierState> => stateOf(store, id),
    typesOf: async (id: string) => (await eventsOf(store, dossierStream(id))).map(({ type }) => type),
  };
};

const stateOf = async (store: EventStore, id: string): Promise<DossierState> =>
  success(await load(store, dossiers, dossierEvents, dossierStream(id))()).state;

export const eventsOf = async (store: EventStore, stream: string) => success(await store.readStream(stream)()).events;

export const allOf = async (store: EventStore, ...types: ReadonlyArray<string>) =>
  success(await store.readAll({ types, limit: 10_000 })()).events;

export const received = (time: string, days = 5): DossierCommand => ({
  type: "receive",
  at: vn(time),
  code: "000.00.01.H05-180702-0001",
  subjectRef: "subject-1",
  centre: "bac-ninh",
  unit: "one-stop",
  agency: "land office",
  procedure: { code: "1.001776", version: 1, field: "land" },
  channel: "inPerson",
  legalTerm: { unit: "workingDay", amount: days },
});
