// Prints which parts of gRPC and of the client packages have been loaded by importing the double.
import { writeSync } from "node:fs";
import { createRequire } from "node:module";
import { startEventStoreDbDouble } from "../../src/eventstoredb-double/index.js";

const loaded = Object.keys(createRequire(import.meta.url).cache).filter((file) =>
  /grpc|protobuf|db-?client/.test(file),
);
writeSync(1, `${typeof startEventStoreDbDouble}: ${loaded.join(" ")}\n`);
