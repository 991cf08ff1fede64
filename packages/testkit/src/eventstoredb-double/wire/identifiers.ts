import type { StreamIdentifier, UUID } from "@eventstore/db-client/generated/shared_pb.js";
import type { Protocol } from "../protocol.js";

const UUID_TEXT = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** The id as text in lower case, whichever way it came; `undefined` where it is no UUID. */
export const textOfUuid = (uuid: UUID | undefined): string | undefined => {
  const structured = uuid?.getStructured();
  if (structured === undefined) {
    const text = uuid?.getString() ?? "";
    return UUID_TEXT.test(text) ? text.toLowerCase() : undefined;
  }
  const halves = [structured.getMostSignificantBits(), structured.getLeastSignificantBits()];
  const digits = halves.map((half) => BigInt.asUintN(64, BigInt(half)).toString(16).padStart(16, "0")).join("");
  return digits.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
};

export const uuidOf = ({ shared }: Protocol, text: string, form: "string" | "structured" = "string"): UUID => {
  if (form === "string") return new shared.UUID().setString(text);
  const digits = text.replaceAll("-", "");
  const half = (from: number) => BigInt.asIntN(64, BigInt(`0x${digits.slice(from, from + 16)}`)).toString();
  const structured = new shared.UUID.Structured().setMostSignificantBits(half(0)).setLeastSignificantBits(half(16));
  return new shared.UUID().setStructured(structured);
};

export const nameOf = (identifier: StreamIdentifier | undefined): string =>
  Buffer.from(identifier?.getStreamName_asU8() ?? []).toString("utf8");

export const identifierOf = ({ shared }: Protocol, stream: string): StreamIdentifier =>
  new shared.StreamIdentifier().setStreamName(Buffer.from(stream));
