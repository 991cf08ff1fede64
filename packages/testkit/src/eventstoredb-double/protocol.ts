import { createRequire } from "node:module";
import type { GossipService } from "@eventstore/db-client/generated/gossip_grpc_pb.js";
import type * as gossip from "@eventstore/db-client/generated/gossip_pb.js";
import type { ServerFeaturesService } from "@eventstore/db-client/generated/serverfeatures_grpc_pb.js";
import type * as features from "@eventstore/db-client/generated/serverfeatures_pb.js";
import type * as shared from "@eventstore/db-client/generated/shared_pb.js";
import type * as status from "@eventstore/db-client/generated/status_pb.js";
import type { StreamsService } from "@eventstore/db-client/generated/streams_grpc_pb.js";
import type * as streams from "@eventstore/db-client/generated/streams_pb.js";
import type * as grpc from "@grpc/grpc-js";
import type * as any from "google-protobuf/google/protobuf/any_pb.js";
import type * as empty from "google-protobuf/google/protobuf/empty_pb.js";

/** The packages of clients that the double can answer. */
export type ClientPackage = "@eventstore/db-client" | "@kurrent/kurrentdb-client";

/** The library of gRPC and the generated messages, as the named client package has them. */
export interface Protocol {
  readonly grpc: typeof grpc;
  readonly streams: typeof streams;
  readonly shared: typeof shared;
  readonly status: typeof status;
  readonly features: typeof features;
  readonly gossip: typeof gossip;
  readonly any: typeof any;
  readonly empty: typeof empty;
  readonly services: {
    readonly streams: typeof StreamsService;
    readonly features: typeof ServerFeaturesService;
    readonly gossip: typeof GossipService;
  };
}

const GENERATED: Readonly<Record<ClientPackage, string>> = {
  "@eventstore/db-client": "@eventstore/db-client/generated",
  "@kurrent/kurrentdb-client": "@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1",
};

let loaded: ClientPackage | undefined;

/**
 * Loads the protocol out of a client package, which must be installed.
 *
 * The generated code of both packages registers itself under the same global names: whichever of the two is loaded first
 * in a process is broken by the second. So a process keeps to one.
 */
export const loadProtocol = (client: ClientPackage): Protocol => {
  if (loaded !== undefined && loaded !== client)
    throw new Error(`this process has loaded ${loaded}, and ${client} would break it: start another process`);
  loaded = client;
  const here = createRequire(import.meta.url);
  const there = createRequire(here.resolve(client));
  const generated = <A>(name: string): A => here(`${GENERATED[client]}/${name}.js`);
  return {
    grpc: there("@grpc/grpc-js"),
    streams: generated("streams_pb"),
    shared: generated("shared_pb"),
    status: generated("status_pb"),
    features: generated("serverfeatures_pb"),
    gossip: generated("gossip_pb"),
    any: there("google-protobuf/google/protobuf/any_pb.js"),
    empty: there("google-protobuf/google/protobuf/empty_pb.js"),
    services: {
      streams: generated<{ StreamsService: typeof StreamsService }>("streams_grpc_pb").StreamsService,
      features: generated<{ ServerFeaturesService: typeof ServerFeaturesService }>("serverfeatures_grpc_pb")
        .ServerFeaturesService,
      gossip: generated<{ GossipService: typeof GossipService }>("gossip_grpc_pb").GossipService,
    },
  };
};
