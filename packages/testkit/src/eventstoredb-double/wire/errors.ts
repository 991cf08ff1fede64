import type { Metadata, ServiceError, StatusObject } from "@grpc/grpc-js";
import type { Fault } from "../faults.js";
import type { ExpectedRevision, StreamDeleted, WrongExpectedVersion } from "../log/event.js";
import type { Protocol } from "../protocol.js";
import { SERVER } from "./context.js";

/** A gRPC status with the trailers by which clients tell what went wrong. */
export type Refusal = Pick<StatusObject, "code" | "details"> & { readonly metadata: Metadata };

/** The refusals of the server, in its words. */
export interface Refusals {
  readonly streamDeleted: (error: StreamDeleted) => Refusal;
  readonly deleteFailed: (error: WrongExpectedVersion) => Refusal;
  readonly maximumAppendSizeExceeded: () => Refusal;
  readonly messageTooLarge: () => Refusal;
  /** `result` is the name by which the server calls what failed. */
  readonly readFailed: (result: "ReadStreamResult" | "ReadAllResult") => Refusal;
  /** What the server did not expect, and tells nothing about. */
  readonly thrown: () => Refusal;
  readonly unavailable: () => Refusal;
  readonly notReady: () => Refusal;
  readonly notLeader: (leader: { readonly host: string; readonly port: number }) => Refusal;
}

export const makeRefusals = ({ grpc }: Protocol): Refusals => {
  const { status, Metadata } = grpc;
  const refusal = (code: number, details: string, trailers: Readonly<Record<string, string>> = {}): Refusal => {
    const metadata = new Metadata();
    for (const [name, value] of Object.entries(trailers)) metadata.set(name, asTrailer(value));
    return { code, details, metadata };
  };
  return {
    streamDeleted: ({ stream }) =>
      refusal(status.FAILED_PRECONDITION, `Event stream '${stream}' is deleted.`, {
        exception: "stream-deleted",
        "stream-name": stream,
      }),
    deleteFailed: ({ stream, expected, actual }) => {
      const [wanted, found] = [String(numberOf(expected)), String(actual === "no_stream" ? -1 : actual)];
      return refusal(
        status.FAILED_PRECONDITION,
        `Delete failed due to WrongExpectedVersion. Stream: ${stream}, Expected version: ${wanted}, Actual version: ${found}`,
        {
          exception: "wrong-expected-version",
          "stream-name": stream,
          "expected-version": wanted,
          "actual-version": found,
        },
      );
    },
    maximumAppendSizeExceeded: () =>
      refusal(status.INVALID_ARGUMENT, `Maximum Append Size of ${SERVER.maximumAppendSize} Exceeded.`, {
        exception: "maximum-append-size-exceeded",
        "maximum-append-size": String(SERVER.maximumAppendSize),
      }),
    messageTooLarge: () =>
      refusal(status.RESOURCE_EXHAUSTED, "Received message exceeds the maximum configured message size."),
    readFailed: (result) => refusal(status.UNKNOWN, `Unexpected ${result}: Error`),
    thrown: () => refusal(status.UNKNOWN, "Exception was thrown by handler."),
    unavailable: () => refusal(status.UNAVAILABLE, "The double was told to be unavailable."),
    notReady: () => refusal(status.UNAVAILABLE, "Server Is Not Ready"),
    notLeader: ({ host, port }) =>
      refusal(status.NOT_FOUND, "Leader info available", {
        exception: "not-leader",
        "leader-endpoint-host": host,
        "leader-endpoint-port": String(port),
      }),
  };
};

/** The refusal that a fault stands for, if it is one. */
export const refusalOf = (refusals: Refusals, fault: Fault | undefined): Refusal | undefined => {
  switch (fault?.kind) {
    case "unavailable":
      return fault.after === undefined ? refusals.unavailable() : undefined;
    case "notReady":
      return refusals.notReady();
    case "notLeader":
      return refusals.notLeader(fault);
    default:
      return undefined;
  }
};

/** As the library of gRPC takes it from a handler. */
export const asError = ({ code, details, metadata }: Refusal): ServiceError =>
  Object.assign(new Error(details), { code, details, metadata });

/** The numbers by which the server names what is expected of a stream. */
const numberOf = (expected: ExpectedRevision): bigint =>
  expected === "any" ? -2n : expected === "no_stream" ? -1n : expected === "stream_exists" ? -4n : expected;

/** Trailers carry printable ASCII alone; the text of a status is encoded by the library. */
const asTrailer = (text: string): string => text.replace(/[^\x20-\x7e]/g, "?");
