import type { DeleteReq, DeleteResp, TombstoneReq, TombstoneResp } from "@eventstore/db-client/generated/streams_pb.js";
import type { handleUnaryCall } from "@grpc/grpc-js";
import { bimap } from "fp-ts/lib/Either.js";
import { pipe } from "fp-ts/lib/function.js";
import type { Log } from "../log/log.js";
import type { Context } from "./context.js";
import { expectationOf } from "./expectation.js";
import { nameOf } from "./identifiers.js";
import { handleUnary, type UnaryCall } from "./unary.js";

/** `Streams.Delete`: a soft delete. */
export const handleDelete = (context: Context): handleUnaryCall<DeleteReq, DeleteResp> => {
  const { DeleteResp } = context.protocol.streams;
  const success = (position: string): DeleteResp =>
    new DeleteResp().setPosition(new DeleteResp.Position().setCommitPosition(position).setPreparePosition(position));
  return handleUnary(context, (request) => deletion("delete", request.getOptions(), context.log.softDelete, success));
};

/** `Streams.Tombstone`: the end of a stream. */
export const handleTombstone = (context: Context): handleUnaryCall<TombstoneReq, TombstoneResp> => {
  const { TombstoneResp } = context.protocol.streams;
  const success = (position: string): TombstoneResp =>
    new TombstoneResp().setPosition(
      new TombstoneResp.Position().setCommitPosition(position).setPreparePosition(position),
    );
  return handleUnary(context, (request) => deletion("tombstone", request.getOptions(), context.log.tombstone, success));
};

const deletion = <Response>(
  method: "delete" | "tombstone",
  options: DeleteReq.Options | TombstoneReq.Options | undefined,
  remove: Log["softDelete"],
  success: (position: string) => Response,
): UnaryCall<Response> | undefined => {
  const stream = nameOf(options?.getStreamIdentifier());
  const expected = options && expectationOf(options, options.getRevision());
  if (expected === undefined || stream === "") return undefined;
  return {
    seen: { method, stream, expected },
    work: ({ streamDeleted, deleteFailed }) =>
      pipe(
        remove(stream, expected),
        bimap(
          (error) => (error.code === "StreamDeleted" ? streamDeleted(error) : deleteFailed(error)),
          ({ position }) => success(String(position)),
        ),
      ),
  };
};
