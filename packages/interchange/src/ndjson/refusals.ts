import { MAX_DEPTH, MAX_EVENT_BYTES, MAX_NAME_LENGTH, type Refusal } from "@motcua/event-store";
import type { ImportFaultCode } from "../fault.js";

interface Expectation {
  readonly code: ImportFaultCode;
  readonly expected: string;
}

const value = (expected: string): Expectation => ({ code: "ValueInvalid", expected });
const NAME = value(`a name of 1 to ${MAX_NAME_LENGTH} characters, without control characters and no $ at its start`);
const FROM_ONE = value("a whole number from 1");
const TOO_MUCH: Expectation = {
  code: "LimitExceeded",
  expected: `an event of at most ${MAX_EVENT_BYTES} bytes, data and meta together`,
};

/** What the port expects where it refuses an event. */
export const EXPECTED_OF: Readonly<Record<Refusal, Expectation>> = {
  tooLarge: TOO_MUCH,
  appendTooLarge: TOO_MUCH,
  tooDeep: { code: "LimitExceeded", expected: `values at most ${MAX_DEPTH} deep` },
  notJson: value("what every store keeps exactly: whole numbers below 2^53, and no member __proto__"),
  illFormedText: value("text without U+0000 and without halves of characters"),
  badId: value("a UUID in lower case"),
  badType: NAME,
  badStreamName: NAME,
  badSchemaVersion: FROM_ONE,
  badVersion: FROM_ONE,
  badInstant: value("an instant"),
  repeatedId: value("an id of its own"),
};
