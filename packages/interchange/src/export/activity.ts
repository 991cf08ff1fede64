/** What was done, by whom, as process miners see an event. */
export interface Activity {
  /** The type of the event or, of one that came from another system's log, what that log called it. */
  readonly name: string;
  /** Opaque id of who did it; never a name. */
  readonly resource: string | null;
  /** The unit or agency in which it was done. */
  readonly group: string | null;
  /** Where the rest of what was said stands. */
  readonly rest: object;
}

/** An event as an activity. */
export const activityOf = (type: string, data: object): Activity => {
  const activity = type === SOURCE_EVENT ? textAt(data, "activity") : null;
  return activity === null
    ? { name: type, resource: firstText(data, RESOURCES) ?? actor(data), group: firstText(data, GROUPS), rest: data }
    : {
        name: activity,
        resource: textAt(data, "handler"),
        group: textAt(data, "unit"),
        rest: objectAt(data, "attributes") ?? {},
      };
};

/** The type of what another system's log had recorded. */
export const SOURCE_EVENT = "SourceEventRecorded";

const RESOURCES = ["handler", "receivedBy", "returnedBy"] as const;
const GROUPS = ["unit", "from", "agency", "lead"] as const;

const firstText = (data: object, keys: ReadonlyArray<string>): string | null => {
  for (const key of keys) {
    const found = textAt(data, key);
    if (found !== null) return found;
  }
  return null;
};

const actor = (data: object): string | null => {
  const by = objectAt(data, "by");
  return by === null ? null : textAt(by, "id");
};

/** A text under a key that is not empty. */
export const textAt = (data: object, key: string): string | null => {
  const value = (data as Readonly<Record<string, unknown>>)[key];
  return typeof value === "string" && value !== "" ? value : null;
};

/** An object under a key. */
export const objectAt = (data: object, key: string): object | null => {
  const value = (data as Readonly<Record<string, unknown>>)[key];
  return typeof value === "object" ? value : null;
};
