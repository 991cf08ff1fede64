import type { RecordedEvent } from "@motcua/event-store";
import { activityOf } from "../export/activity.js";
import { eachMember } from "../export/members.js";
import { dateAttribute, memberAttribute, textAttribute } from "./attribute.js";
import { LIFECYCLE, transitionOf } from "./transition.js";

const INDENT = "      ";

/** An event of a trace. */
export const eventElement = ({ type, data, occurredAt }: RecordedEvent): string => {
  const { name, resource, group, rest } = activityOf(type, data);
  let text = `    <event>\n${INDENT}${textAttribute("concept:name", name)}${INDENT}${textAttribute(LIFECYCLE, transitionOf(type, rest))}`;
  if (resource !== null) text += INDENT + textAttribute("org:resource", resource);
  if (group !== null) text += INDENT + textAttribute("org:group", group);
  text += INDENT + dateAttribute("time:timestamp", occurredAt);
  eachMember(rest, (key, kind, value) => {
    if (!OWN.has(key)) text += INDENT + memberAttribute(key, kind, value);
  });
  return `${text}    </event>\n`;
};

/** Of two attributes with one key readers keep the last. */
const OWN: ReadonlySet<string> = new Set(["concept:name", LIFECYCLE, "org:resource", "org:group", "time:timestamp"]);
