import type { ReadReq } from "@eventstore/db-client/generated/streams_pb.js";
import type { Filter } from "../log/filter.js";
import type { AllSubscription } from "../log/follow.js";
import type { AllRead, StreamRead } from "../log/read.js";
import { SERVER } from "./context.js";
import { nameOf } from "./identifiers.js";
import type { UuidForm } from "./recorded.js";

/** What a read asks for, in the terms of the log. */
export type ReadQuery =
  | { readonly kind: "stream"; readonly query: StreamRead }
  | { readonly kind: "all"; readonly query: AllRead }
  | { readonly kind: "followStream"; readonly query: { readonly stream: string; readonly after: StreamRead["from"] } }
  | { readonly kind: "followAll"; readonly query: AllSubscription };

export const readQuery = (options: ReadReq.Options): ReadQuery => {
  const ofStream = options.getStream();
  const stream = nameOf(ofStream?.getStreamIdentifier());
  const filter = filterOf(options);
  const direction = options.getReadDirection() === 1 ? "backwards" : "forwards";
  const limit = BigInt(options.getCount());
  if (options.hasSubscription()) {
    if (ofStream !== undefined)
      return { kind: "followStream", query: { stream, after: placeIn(ofStream, () => ofStream.getRevision()) } };
    const window = options.getFilter()?.getMax() || SERVER.pageSize;
    const checkpointInterval = window * (options.getFilter()?.getCheckpointintervalmultiplier() ?? 1);
    return { kind: "followAll", query: { after: positionIn(options), ...filter, window, checkpointInterval } };
  }
  return ofStream === undefined
    ? { kind: "all", query: { from: positionIn(options), direction, limit, ...filter } }
    : { kind: "stream", query: { stream, from: placeIn(ofStream, () => ofStream.getRevision()), direction, limit } };
};

export const uuidForm = (options: ReadReq.Options): UuidForm =>
  options.getUuidOption()?.hasString() === true ? "string" : "structured";

const placeIn = (
  place: { readonly hasStart: () => boolean; readonly hasEnd: () => boolean },
  number: () => string,
): "start" | "end" | bigint => (place.hasStart() ? "start" : place.hasEnd() ? "end" : BigInt(number()));

/** The commit position alone: the server takes any prepare position. */
const positionIn = (options: ReadReq.Options): "start" | "end" | bigint => {
  const all = options.getAll();
  return all === undefined ? "start" : placeIn(all, () => all.getPosition()?.getCommitPosition() ?? "0");
};

const filterOf = (options: ReadReq.Options): { readonly filter?: Filter } => {
  const ofStream = options.getFilter()?.getStreamIdentifier();
  const expression = ofStream ?? options.getFilter()?.getEventType();
  if (expression === undefined) return {};
  const regex = expression.getRegex();
  const match = regex === "" ? { prefixes: expression.getPrefixList() } : { regex };
  return { filter: { on: ofStream === undefined ? "type" : "stream", match } };
};
