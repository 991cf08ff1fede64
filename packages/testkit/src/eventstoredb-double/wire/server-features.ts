import type { SupportedMethods } from "@eventstore/db-client/generated/serverfeatures_pb.js";
import type { Empty } from "@eventstore/db-client/generated/shared_pb.js";
import type { handleUnaryCall } from "@grpc/grpc-js";
import { right } from "fp-ts/lib/Either.js";
import { type Context, SERVER } from "./context.js";
import { handleUnary } from "./unary.js";

const STREAMS = "event_store.client.streams.streams";

/** What the double serves of the methods that 23.10.8 names. Names are in lower case, as there. */
const METHODS: ReadonlyArray<readonly [service: string, method: string, features: ReadonlyArray<string>]> = [
  [STREAMS, "read", ["position", "events"]],
  [STREAMS, "append", []],
  [STREAMS, "delete", []],
  [STREAMS, "tombstone", []],
  [STREAMS, "batchappend", ["deadline_duration"]],
  ["event_store.client.gossip.gossip", "read", []],
  ["event_store.client.server_features.serverfeatures", "getsupportedmethods", []],
];

/** `ServerFeatures.GetSupportedMethods`: clients append one by one where it does not name `batchappend`. */
export const handleServerFeatures = (context: Context): handleUnaryCall<Empty, SupportedMethods> => {
  const { SupportedMethod, SupportedMethods } = context.protocol.features;
  const served = METHODS.filter(([, method]) => context.batchAppend || method !== "batchappend");

  const supported = (): SupportedMethods =>
    new SupportedMethods().setEventStoreServerVersion(SERVER.version).setMethodsList(
      served.map(([service, method, features]) =>
        new SupportedMethod()
          .setServiceName(service)
          .setMethodName(method)
          .setFeaturesList([...features]),
      ),
    );

  return handleUnary(context, () => ({ seen: { method: "features" }, work: () => right(supported()) }));
};
