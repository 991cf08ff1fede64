import { type AccessDenied, type StoreDamaged, type StoreUnavailable, unavailable } from "@motcua/event-store";

/** What a client's error means. */
export type Fault =
  | { readonly kind: "conflict"; readonly actual: "no_stream" | bigint | undefined }
  | { readonly kind: "absent" | "deleted" | "denied" | "tooLarge" }
  /** The node is not the leader any more, and has done nothing. */
  | { readonly kind: "notLeader" }
  /** The server is away, or busy, or silent: it may answer later, and may have done what it was asked. */
  | { readonly kind: "transient" }
  | { readonly kind: "unknown" };

/**
 * Reads a client's error by what it carries. Never by its class: there are two packages, the first call after a lost
 * connection rejects with a bare gRPC error, and a server that is not ready says so in words only.
 */
export const faultOf = (cause: unknown): Fault => {
  const { type, code, message, actualVersion, actualState } = partsOf(cause);
  switch (type) {
    case "wrong-expected-version":
      return { kind: "conflict", actual: revisionOf(actualVersion ?? actualState) };
    case "stream-not-found":
      return { kind: "absent" };
    case "stream-deleted":
      return { kind: "deleted" };
    case "access-denied":
      return { kind: "denied" };
    case "maximum-append-size-exceeded":
      return { kind: "tooLarge" };
    case "not-leader":
      return { kind: "notLeader" };
  }
  if (DENIED.has(code)) return { kind: "denied" };
  return TRANSIENT.has(type) || TRANSIENT_CODES.has(code) || NOT_READY.test(String(message))
    ? { kind: "transient" }
    : { kind: "unknown" };
};

const TRANSIENT: ReadonlySet<unknown> = new Set([
  "silence",
  "unavailable",
  "cancelled",
  "deadline-exceeded",
  "timeout",
]);
/** gRPC: CANCELLED, DEADLINE_EXCEEDED, ABORTED, UNAVAILABLE. */
const TRANSIENT_CODES: ReadonlySet<unknown> = new Set([1, 4, 10, 14]);
/** gRPC: PERMISSION_DENIED, UNAUTHENTICATED. */
const DENIED: ReadonlySet<unknown> = new Set([7, 16]);
const NOT_READY = /server is (not ready|busy|too busy)/i;

/** The node says -1 for a stream that is not there. */
const revisionOf = (actual: unknown): "no_stream" | bigint | undefined => {
  if (typeof actual === "bigint") return actual < 0n ? "no_stream" : actual;
  return actual === "no_stream" ? actual : undefined;
};

const partsOf = (cause: unknown): Readonly<Record<string, unknown>> =>
  typeof cause === "object" && cause !== null ? (cause as Readonly<Record<string, unknown>>) : {};

/** The error of a server that did not answer in time. */
export const silence = (ms: number): Error => Object.assign(new Error(`no answer within ${ms} ms`), { type: SILENCE });

/** Whether an error is our own about a server that did not answer. */
export const isSilence = (cause: unknown): boolean => partsOf(cause)["type"] === SILENCE;

const SILENCE = "silence";

/** A client's error as the port has it. */
export const failure = (cause: unknown, inDoubt = false): StoreUnavailable | StoreDamaged | AccessDenied => {
  switch (faultOf(cause).kind) {
    case "denied":
      return { code: "AccessDenied", detail: "the server refused this user", cause };
    case "deleted":
      return { code: "StoreDamaged", detail: "the stream was deleted on the server", cause };
    default:
      return unavailable(nameOf(cause), cause, inDoubt);
  }
};

/** The client's word for the fault; its message might repeat what was sent. */
const nameOf = (cause: unknown): string => {
  const { type, code } = partsOf(cause);
  if (isSilence(cause)) return "the server did not answer in time";
  if (typeof type === "string") return type;
  return typeof code === "number" ? `gRPC status ${code}` : "the server failed";
};
