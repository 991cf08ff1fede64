import type { RecordedEvent } from "@motcua/event-store";
import { activityOf } from "../export/activity.js";
import { eachMember } from "../export/members.js";
import { dateAttribute, memberAttribute, textAttribute } from "./attribute.js";
import { LIFECYCLE, transitionOf } from "./transition.js";

const INDENT = "      ";

/** An event of a trace. */
export const eventElement = ({ type, data, occurredAt }: RecordedEvent): string => {
  const { name, resource, group, rest } = activityOf(type, data);
  const lines = ["    <event>\n", INDENT, textAttribute("concept:name", name)];
  lines.push(INDENT, textAttribute(LIFECYCLE, transitionOf(type, rest)));
  if (resource !== null) lines.push(INDENT, textAttribute("org:resource", resource));
  if (group !== null) lines.push(INDENT, textAttribute("org:group", group));
  lines.push(INDENT, dateAttribute("time:timestamp", occurredAt));
  eachMember(rest, (key, kind, value) => {
    if (!OWN.has(key)) lines.push(INDENT, memberAttribute(key, kind, value));
  });
  lines.push("    </event>\n");
  // Joined, and not put together bit by bit: it waits for the rest of its trace, and the bits would wait with it.
  return lines.join("");
};

/** Of two attributes with one key readers keep the last. */
const OWN: ReadonlySet<string> = new Set(["concept:name", LIFECYCLE, "org:resource", "org:group", "time:timestamp"]);
