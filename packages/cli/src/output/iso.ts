import { formatInstant, type TimeZone } from "@motcua/core";

/** Members that hold instants, wherever they stand in an event or a state. */
const INSTANTS: ReadonlySet<string> = new Set([
  "occurredAt",
  "recordedAt",
  "receivedAt",
  "decidedAt",
  "lodgedAt",
  "publishedAt",
  "returnedAt",
  "handOverBy",
  "supplementRequestedAt",
  "completedAt",
  "apologisedAt",
  "noticedAt",
  "startedAt",
  "since",
  "instant",
  "from",
  "to",
  "at",
]);

/** A copy in which every instant is ISO 8601 with the offset of the zone. */
export const withIsoInstants = (zone: TimeZone, value: unknown): unknown => {
  if (Array.isArray(value)) return value.map((member) => withIsoInstants(zone, member));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, member]) => [
      key,
      typeof member === "number" && INSTANTS.has(key) ? formatInstant(zone, member) : withIsoInstants(zone, member),
    ]),
  );
};
