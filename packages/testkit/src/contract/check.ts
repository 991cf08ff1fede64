import type { Capabilities, EventStore } from "@motcua/event-store";

/** A store to be proven. */
export interface Subject {
  /** Opens a fresh, empty store. The suite closes it. */
  readonly open: () => Promise<EventStore>;
  /** Opens the log of an open store once more, as another process would. Leave it out where that is impossible. */
  readonly openAgain?: (first: EventStore) => Promise<EventStore>;
}

/** One rule of the port, as a value: it can be registered with a test runner, or run against a faulty store to see it fail. */
export interface ContractCheck {
  /** The row of the port's table that it belongs to. */
  readonly group: string;
  readonly name: string;
  /** Whether it says anything about a store with these capabilities. */
  readonly appliesTo: (capabilities: Pick<Capabilities, "uniqueIds">) => boolean;
  readonly needsSecond: boolean;
  /** Resolves where the store keeps the rule, rejects with an `AssertionError` where not. */
  readonly run: (subject: Subject) => Promise<void>;
}

type Body = (store: EventStore) => Promise<void>;

/** A group of checks, each with a store of its own. */
export const group = (
  name: string,
  checks: Readonly<Record<string, Body>>,
  appliesTo: ContractCheck["appliesTo"] = () => true,
): ReadonlyArray<ContractCheck> =>
  Object.entries(checks).map(([rule, body]) => ({
    group: name,
    name: rule,
    appliesTo,
    needsSecond: false,
    run: ({ open }) => using(open, body),
  }));

/** A group of checks that have the same log open twice. */
export const groupOfTwo = (
  name: string,
  checks: Readonly<Record<string, (first: EventStore, second: EventStore) => Promise<void>>>,
): ReadonlyArray<ContractCheck> =>
  Object.entries(checks).map(([rule, body]) => ({
    group: name,
    name: rule,
    appliesTo: () => true,
    needsSecond: true,
    run: ({ open, openAgain }) =>
      using(open, (first) => {
        if (openAgain === undefined) throw new TypeError(`"${rule}" needs openAgain`);
        return using(
          () => openAgain(first),
          (second) => body(first, second),
        );
      }),
  }));

const using = async (open: () => Promise<EventStore>, body: Body): Promise<void> => {
  const store = await open();
  try {
    await body(store);
  } finally {
    await store.close();
  }
};
