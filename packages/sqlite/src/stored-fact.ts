import type { Fact, JsonObject } from "@motcua/event-store";

/** The columns of an event that a fold looks at, with the numbers of its stream and type. */
export const FACT_COLUMNS = "e.position, e.stream, e.type, e.version, e.occurred_at, e.recorded_at, e.data";

export type FactRow = [
  position: number,
  stream: number,
  type: number,
  version: number,
  occurredAt: number,
  recordedAt: number,
  data: string,
];

/** A fact whose data is read when it is looked at: a fold passes over many events. */
export class StoredFact implements Fact {
  readonly stream: string;
  readonly type: string;
  readonly version: number;
  readonly occurredAt: number;
  readonly recordedAt: number;
  #text: string;
  #data: JsonObject | undefined;

  constructor(stream: string, type: string, row: FactRow) {
    this.stream = stream;
    this.type = type;
    this.version = row[3];
    this.occurredAt = row[4];
    this.recordedAt = row[5];
    this.#text = row[6];
  }

  /** Throws a `SyntaxError` where what is stored is not JSON. */
  get data(): JsonObject {
    this.#data ??= JSON.parse(this.#text) as JsonObject;
    return this.#data;
  }
}
