import type { JsonObject } from "../json.js";
import type { Fact } from "./fact.js";

/** A fact whose data is read when it is looked at, and once: a fold passes over many events. For stores that read facts. */
export class StoredFact implements Fact {
  readonly stream: string;
  readonly type: string;
  readonly version: number;
  readonly occurredAt: number;
  readonly recordedAt: number;
  #text: string;
  #data: JsonObject | undefined;

  /** @param text  the data as JSON */
  constructor(stream: string, type: string, version: number, occurredAt: number, recordedAt: number, text: string) {
    this.stream = stream;
    this.type = type;
    this.version = version;
    this.occurredAt = occurredAt;
    this.recordedAt = recordedAt;
    this.#text = text;
  }

  /** Throws a `SyntaxError` where what is stored is not JSON. */
  get data(): JsonObject {
    this.#data ??= JSON.parse(this.#text) as JsonObject;
    return this.#data;
  }
}
