import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { loadClient, type PACKAGES, type ProbeClient, type Recorded, type WireEvent } from "./client.js";

/** A question and what was answered to it, in values that JSON knows. */
export type Fact = readonly [question: string, answer: unknown];

export type Expected = "any" | "no_stream" | "stream_exists" | bigint | number;

/** By which call the client appends: credentials of a single call make it leave BatchAppend for Append. */
export type AppendPath = "batch" | "unary";

/** What the questions are asked with. Answers that are errors come as plain descriptions of them. */
export interface Asker {
  readonly client: ProbeClient;
  readonly streamNameFilter: ReturnType<typeof loadClient>["streamNameFilter"];
  /** A stream of this run alone. */
  readonly stream: (name: string) => string;
  readonly append: (stream: string, events: ReadonlyArray<WireEvent>, expected: Expected) => Promise<unknown>;
  readonly read: <Answer = bigint>(
    stream: string,
    options?: object,
    pick?: (event: Recorded) => Answer,
  ) => Promise<ReadonlyArray<Answer> | Described>;
  readonly readAll: (options?: object) => Promise<ReadonlyArray<Recorded>>;
  /** The answer of a call, or its error described; `HANGS` where it takes longer than thirty seconds. */
  readonly settled: <Answer>(call: () => Promise<Answer>) => Promise<Answer | Described | "HANGS">;
}

interface Described {
  readonly error: unknown;
  readonly code?: unknown;
  readonly actual?: unknown;
  readonly expected?: unknown;
  readonly msg: string;
}

const PATIENCE_MS = 30_000;

export const event = (n: number, part: Partial<WireEvent> = {}): WireEvent => ({
  ...{ id: randomUUID(), type: "T", contentType: "application/json", data: { n } },
  ...part,
});

/** An expectation under the names of both packages: each passes over the other's. */
export const expecting = (expected: Expected) => ({ expectedRevision: expected, streamState: expected });

export const makeAsker = (
  connectionString: string,
  name: keyof typeof PACKAGES,
  path: AppendPath,
  run: string,
): Asker => {
  const { connect, streamNameFilter } = loadClient(name);
  const client = connect(connectionString);
  const credentials = path === "unary" ? { credentials: { username: "admin", password: "changeit" } } : {};

  const settled: Asker["settled"] = (call) =>
    Promise.race([Promise.resolve().then(call).catch(described), sleep(PATIENCE_MS, "HANGS" as const, { ref: false })]);
  const collected = <Answer>(events: () => AsyncIterable<{ event?: Recorded }>, pick: (event: Recorded) => Answer) =>
    settled(async () => {
      const answers: Answer[] = [];
      for await (const { event } of events()) if (event !== undefined) answers.push(pick(event));
      return answers;
    });

  return {
    client,
    streamNameFilter,
    stream: (stream) => `p${run}-${stream}`,
    append: (stream, events, expected) =>
      settled(async () => {
        const options = { ...expecting(expected), ...credentials };
        const { success, nextExpectedRevision, position } = await client.appendToStream(stream, events, options);
        return { ok: success, rev: nextExpectedRevision, pos: typeof position?.commit };
      }),
    read: async (stream, options, pick = ({ revision }) => revision as never) =>
      orThrow(await collected(() => client.readStream(stream, options), pick)),
    readAll: async (options) => {
      const found = orThrow(
        await collected(
          () => client.readAll(options),
          (recorded) => recorded,
        ),
      );
      if ("error" in found) throw new Error(found.msg);
      return found;
    },
    settled,
  };
};

const orThrow = <Answer>(answer: Answer | "HANGS"): Answer => {
  if (answer === "HANGS") throw new Error("a read has not ended in thirty seconds");
  return answer as Answer;
};

/** Whichever names the package gives to the parts of an error. */
const described = (error: Readonly<Record<string, unknown>>): Described => ({
  error: error["type"] ?? error["name"],
  code: error["code"],
  actual: error["actualVersion"] ?? error["actualState"],
  expected: error["expectedVersion"] ?? error["expectedState"],
  msg: String(error["message"] ?? error).slice(0, 160),
});

/** Waits until it holds, fifteen seconds at most: an answer that is missing then is an answer too. */
export const until = async (holds: () => boolean): Promise<void> => {
  for (let waited = 0; waited < 15_000 && !holds(); waited += 10) await sleep(10);
};
