import type { Method } from "./journal.js";

/** What is done to a call instead of answering it. */
export type Fault =
  /** Nothing is done, and nothing answered. A read stops after so many events. */
  | { readonly kind: "swallow"; readonly after?: number }
  /** A write is done, and its answer lost. */
  | { readonly kind: "loseAnswer" }
  /** gRPC status UNAVAILABLE. A read breaks off after so many events. */
  | { readonly kind: "unavailable"; readonly after?: number }
  /** "Server Is Not Ready": in the answer of a batch append, else with gRPC status UNAVAILABLE. */
  | { readonly kind: "notReady" }
  /** The call belongs to another node. */
  | { readonly kind: "notLeader"; readonly host: string; readonly port: number }
  /** The call ends as if all were well, without an answer: for the stream of batch appends. */
  | { readonly kind: "endStream" }
  /** All connections are dropped, before the write is done or after. */
  | { readonly kind: "disconnect"; readonly write: "lost" | "done" }
  /** The call is done so many milliseconds later. */
  | { readonly kind: "delay"; readonly ms: number };

export interface FaultPlan {
  /** The next so many calls of the method go wrong. Faults of one method happen in the order in which they were planned. */
  readonly plan: (method: Method, fault: Fault, times: number) => void;
  readonly next: (method: Method) => Fault | undefined;
  readonly clear: () => void;
}

export const makeFaultPlan = (): FaultPlan => {
  const planned = new Map<Method, Array<{ readonly fault: Fault; times: number }>>();
  return {
    plan: (method, fault, times) => {
      if (times > 0) planned.set(method, [...(planned.get(method) ?? []), { fault, times }]);
    },
    next: (method) => {
      const queue = planned.get(method);
      const first = queue?.[0];
      if (first === undefined) return undefined;
      first.times--;
      if (first.times <= 0) queue?.shift();
      return first.fault;
    },
    clear: () => planned.clear(),
  };
};
