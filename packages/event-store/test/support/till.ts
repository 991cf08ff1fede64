import { left, right } from "fp-ts/lib/Either.js";
import type { Decider, DomainEvent, EventCatalog } from "../../src/index.js";

/** A till: the smallest domain with something to refuse. */
export type TillEvent =
  | DomainEvent<"PaidIn", { readonly amount: number }>
  | DomainEvent<"PaidOut", { readonly amount: number }>;
export type TillCommand =
  | { readonly kind: "payIn"; readonly amounts: ReadonlyArray<number> }
  | { readonly kind: "payOut"; readonly amount: number };
export interface NotEnough {
  readonly code: "NotEnough";
  readonly balance: number;
}

export const till: Decider<TillCommand, number, TillEvent, NotEnough> = {
  initial: 0,
  decide: (command, balance) => {
    if (command.kind === "payIn")
      return right(command.amounts.map((amount) => ({ type: "PaidIn", occurredAt: 0, data: { amount } })));
    return command.amount > balance
      ? left({ code: "NotEnough", balance })
      : right([{ type: "PaidOut", occurredAt: 0, data: { amount: command.amount } }]);
  },
  evolve: (balance, event) => balance + (event.type === "PaidIn" ? event.data.amount : -event.data.amount),
};

const amount = (data: unknown) =>
  typeof data === "object" && data !== null && "amount" in data && typeof data.amount === "number"
    ? right(data)
    : left(["amount: not a number"]);

/** `PaidIn` was first written with a text, then with a number under another name. */
export const tillEvents: EventCatalog<TillEvent> = {
  PaidIn: {
    schemaVersion: 3,
    decode: amount,
    upcast: {
      1: (data) => ({ sum: Number((data as { sum: string }).sum) }),
      2: (data) => ({ amount: (data as { sum: number }).sum }),
    },
  },
  PaidOut: { schemaVersion: 1, decode: amount },
};
