import type { Instant } from "../time/instant.js";
import type { Actor } from "./role.js";

/**
 * What is asked for, at which instant, and by whom where that is known. The instant is given: nothing in the domain looks
 * at a clock.
 */
export type Asked<Type extends string, Fields = unknown> = {
  readonly type: Type;
  readonly at: Instant;
  readonly by?: Actor;
} & Readonly<Fields>;
