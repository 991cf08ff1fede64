import type { Fault } from "../faults.js";
import type { NotedCall } from "../journal.js";
import type { Context } from "./context.js";
import { type Refusal, type Refusals, refusalOf } from "./errors.js";

/** How one call ends that is answered once. */
export interface Ending<Answer> {
  readonly work: () => Answer;
  readonly answer: (answer: Answer) => void;
  readonly refuse: (refusal: Refusal) => void;
  /** Ends the call without an answer. */
  readonly end: () => void;
}

/** Does what a call asks for, or what a fault makes of it. Without a fault it is done before this returns. */
export const settle = <Answer>(
  { disconnect }: Context,
  refusals: Refusals,
  fault: Fault | undefined,
  { work, answer, refuse, end }: Ending<Answer>,
): void => {
  const refusal = refusalOf(refusals, fault);
  if (refusal !== undefined) {
    refuse(refusal);
    return;
  }
  switch (fault?.kind) {
    case undefined:
      answer(work());
      break;
    case "loseAnswer":
      work();
      break;
    case "endStream":
      end();
      break;
    case "disconnect":
      if (fault.write === "done") work();
      disconnect();
      break;
    case "delay":
      setTimeout(() => answer(work()), fault.ms);
      break;
  }
};

/** Writes down that the client has left, where it has had no answer by then. */
export const noteLeaving = (
  call: { readonly on: (event: "cancelled", listener: () => void) => unknown },
  noted: NotedCall,
): void => {
  call.on("cancelled", () => {
    if (noted.state === "open") noted.state = "cancelled";
  });
};
