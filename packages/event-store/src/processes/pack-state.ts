/** A state as JSON: of a record only what differs from the initial one, since most of it never changes. */
export const packState = <State>(initial: State, state: State): string => JSON.stringify(differing(initial, state));

/** What was packed, with the very members of the initial state where nothing else was said. */
export const unpackState = <State>(initial: State, packed: string): State =>
  isRecord(initial) ? { ...initial, ...JSON.parse(packed) } : JSON.parse(packed);

const differing = (initial: unknown, state: unknown): unknown =>
  isRecord(initial) && isRecord(state)
    ? Object.fromEntries(Object.entries(state).filter(([member, value]) => value !== initial[member]))
    : state;

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
