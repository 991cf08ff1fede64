import type { Instant } from "../time/instant.js";

/** What is asked for, at which instant. The instant is given: nothing in the domain looks at a clock. */
export type Asked<Type extends string, Fields = unknown> = {
  readonly type: Type;
  readonly at: Instant;
} & Readonly<Fields>;
