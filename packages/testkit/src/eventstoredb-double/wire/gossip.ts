import { randomUUID } from "node:crypto";
import type { ClusterInfo } from "@eventstore/db-client/generated/gossip_pb.js";
import type { Empty } from "@eventstore/db-client/generated/shared_pb.js";
import type { handleUnaryCall } from "@grpc/grpc-js";
import { right } from "fp-ts/lib/Either.js";
import type { Context } from "./context.js";
import { uuidOf } from "./identifiers.js";
import { handleUnary } from "./unary.js";

const LEADER = 8;

/** `Gossip.Read`: a cluster of one node, which leads it. */
export const handleGossip = (context: Context): handleUnaryCall<Empty, ClusterInfo> => {
  const { ClusterInfo, EndPoint, MemberInfo } = context.protocol.gossip;
  const instance = randomUUID();

  const cluster = (): ClusterInfo =>
    new ClusterInfo().setMembersList([
      new MemberInfo()
        .setInstanceId(uuidOf(context.protocol, instance, "structured"))
        .setTimeStamp(String(BigInt(context.clock()) * 10_000n))
        .setState(LEADER)
        .setIsAlive(true)
        .setHttpEndPoint(new EndPoint().setAddress("127.0.0.1").setPort(context.port())),
    ]);

  return handleUnary(context, () => ({ seen: { method: "gossip" }, work: () => right(cluster()) }));
};
