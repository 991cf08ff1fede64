import type { Context } from "../context.js";
import type { Text } from "../text/text.js";
import { csv } from "./csv.js";
import { json } from "./format.js";

/** What a copy of a log has to say when it has been checked. */
export const verified = ({ format, language }: Context, events: number, said: Text): string => {
  switch (format) {
    case "json":
      return json({ events, verified: true });
    case "csv":
      return csv([
        ["events", "verified"],
        [events, "true"],
      ]);
    default:
      return said[language];
  }
};
