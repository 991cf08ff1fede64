import type { RecordedEvent } from "@motcua/event-store";
import type { Either } from "fp-ts/lib/Either.js";
import type { Call } from "./history.js";
import type { Evidence, Violation } from "./violation.js";

/** A violation in one line, for a person who looks for the fault. */
export const violationText = (violation: Violation): string => `${violation.code}: ${detail(violation)}`;

const detail = (violation: Violation): string => {
  switch (violation.code) {
    case "IdStoredTwice":
      return `${violation.id} stands at ${violation.events.map(eventText).join(" and at ")}`;
    case "VersionOutOfPlace":
      return `the log has ${eventText(violation.event)} where version ${violation.wanted} of its stream comes`;
    case "StoredWithoutAppend":
      return `nobody appended ${eventText(violation.event)}`;
    case "StoredThoughRefused":
      return `${callText(violation.call)}, and yet there is ${eventText(violation.event)}`;
    case "AcknowledgedNotStored":
      return `${callText(violation.call)}, and nothing of it is in the log`;
    case "StoredInPart":
      return `${callText(violation.call)}, and ${violation.stored} of its events are in the log`;
    case "StoredApart":
      return `${callText(violation.call)}, and its events do not follow each other in the stream`;
    case "ContentChanged":
      return `${callText(violation.call)}, and ${eventText(violation.event)} is not what was given`;
    case "WrongVersion":
      return `${callText(violation.call)}, and its last event is version ${violation.wanted}`;
    case "ExpectationIgnored":
      return `${callText(violation.call)}, and the stream was at version ${violation.version}`;
    case "RefusedWithoutCause":
      return `${callText(violation.call)}, and that was not so`;
    case "ReadFailed":
      return callText(violation.call);
    case "PageDiffers":
      return `${callText(violation.call)}, and at ${violation.index} found ${eventText(violation.found)} instead of ${eventText(violation.wanted)}`;
    case "WrongNext":
      return `${callText(violation.call)}, and the next page begins at ${violation.wanted ?? "none"}`;
    case "VersionNeverThere":
      return `${callText(violation.call)}, and the stream never had version ${violation.version}`;
    case "HalfAnAppendSeen":
      return `${callText(violation.call)}, and did not find ${eventText(violation.event)} of the same append`;
    case "NotLinearizable":
      return `${violation.stream ?? "the log"} had ${eventText(violation.event)} by ${evidenceText(violation.shown)}, but not by ${evidenceText(violation.denied)}`;
  }
};

const REASONS: Readonly<Record<Evidence["because"], string>> = {
  began: "which began to bring it, or one before it",
  missed: "which did not find it, or one before it",
  acknowledged: "which says so",
  saw: "which found it",
};

const evidenceText = ({ call, because, at }: Evidence): string => `${at} (${callText(call)}, ${REASONS[because]})`;

const eventText = (event: RecordedEvent | null): string =>
  event === null ? "nothing" : `${event.stream}@${event.version} ${event.id}`;

const callText = (call: Call): string =>
  `${call.client} [${call.began}, ${call.ended ?? "…"}] ${requestText(call)} → ${answerText(call.answer)}`;

const requestText = (call: Call): string => {
  switch (call.kind) {
    case "append":
      return `append ${call.events.length} to ${call.stream} at ${call.expected}`;
    case "readStream":
      return `readStream ${call.stream} ${JSON.stringify(call.query)}`;
    case "readAll":
      return `readAll ${JSON.stringify(call.query)} after ${call.given} events`;
  }
};

const answerText = (answer: Either<unknown, unknown> | null): string => {
  if (answer === null) return "no answer";
  return JSON.stringify(answer._tag === "Right" ? answer.right : answer.left, (key, value: unknown) => {
    if (key === "cause") return undefined;
    return key === "events" && Array.isArray(value) ? `${value.length} events` : value;
  });
};
