import type {
  AppendError,
  Appended,
  Expected,
  LogPage,
  LogQuery,
  NewEvent,
  ReadError,
  RecordedEvent,
  StreamPage,
  StreamQuery,
} from "@motcua/event-store";
import { type Either, isRight } from "fp-ts/lib/Either.js";

/**
 * Who called, and when. Times are of one clock that all callers share and that never goes back: a counter inside a
 * process, `process.hrtime` between processes of one machine.
 */
export interface Asked {
  /** A name for the report, such as `client 3`. */
  readonly client: string;
  readonly began: number;
  /** `null` where no answer came: the caller was killed, or gave up. */
  readonly ended: number | null;
}

/** An append and its answer; `null` is no answer, and means the same as `StoreUnavailable` with `inDoubt`. */
export interface AppendCall extends Asked {
  readonly kind: "append";
  readonly stream: string;
  readonly events: ReadonlyArray<NewEvent>;
  readonly expected: Expected;
  readonly answer: Either<AppendError, Appended> | null;
}

export interface StreamCall extends Asked {
  readonly kind: "readStream";
  readonly stream: string;
  readonly query: StreamQuery;
  readonly answer: Either<ReadError, StreamPage> | null;
}

/** A page of the log, for a reader who goes on from page to page. */
export interface LogCall extends Asked {
  readonly kind: "readAll";
  readonly query: Pick<LogQuery, "types" | "categories" | "limit">;
  /** How many events this reader had been given before, since the place where the history's log begins. */
  readonly given: number;
  readonly answer: Either<ReadError, LogPage> | null;
}

/** One call of the port, as its caller saw it. */
export type Call = AppendCall | StreamCall | LogCall;

/**
 * What many callers did to one store, and what was in it afterwards.
 *
 * The ids of an append that was not acknowledged may be used again for the same append, but not in another one.
 */
export interface History {
  readonly calls: ReadonlyArray<Call>;
  /** Everything that is in the streams of these calls, in the order of the log, read when all of them were over. */
  readonly log: ReadonlyArray<RecordedEvent>;
}

/** What an answer says of the events: that they are in the log, that they are not, or neither. */
export const outcomeOf = ({ answer }: AppendCall): "stored" | "refused" | "inDoubt" => {
  if (answer === null) return "inDoubt";
  if (isRight(answer)) return "stored";
  switch (answer.left.code) {
    case "StoreUnavailable":
      return answer.left.inDoubt ? "inDoubt" : "refused";
    case "StoreDamaged":
      return "inDoubt";
    default:
      return "refused";
  }
};
