import type { MessageCommandOf } from "@motcua/core";
import { v5 } from "uuid";
import type { Wanted } from "./wanted.js";

/** Somebody is to be told something: once, however often it is wanted. */
export const queueing = (message: Omit<MessageCommandOf<"queue">, "type" | "at">): Wanted => {
  const { about, to, template, ground } = message;
  const whom = to.kind === "subject" ? to.subject : `${to.role}@${to.at}`;
  const key = [about.kind, about.id, template, ground, whom].join("/");
  return { key, of: "message", id: v5(key, MESSAGES), command: { type: "queue", ...message } };
};

/** The name space of ids of messages (RFC 9562, version 5). */
const MESSAGES = "6f2a1c1e-94c5-5d0b-8f55-2b7f0a9d3e11";
