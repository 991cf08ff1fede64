import type { EventStoreDbClient } from "@motcua/eventstoredb";
import { type Either, left, right } from "fp-ts/lib/Either.js";
import { type Failure, requestIsWrong } from "../exit.js";

/** A client's package: its name, its class, and the scheme that it understands. */
interface ClientPackage {
  readonly name: string;
  readonly className: string;
  readonly scheme: "esdb" | "kurrentdb";
}

const PACKAGES: ReadonlyArray<ClientPackage> = [
  { name: "@eventstore/db-client", className: "EventStoreDBClient", scheme: "esdb" },
  { name: "@kurrent/kurrentdb-client", className: "KurrentDBClient", scheme: "kurrentdb" },
];

interface ClientClass {
  readonly connectionString: (url: string) => EventStoreDbClient;
}

interface Loaded {
  readonly scheme: ClientPackage["scheme"];
  readonly Client: ClientClass;
}

/** The two packages break each other in one process, so the first that is loaded serves every URL. */
let loaded: Promise<Loaded | undefined> | undefined;

/**
 * Makes clients for a URL: of the package that its scheme names, or of the other one where that is not installed. Both
 * speak to both kinds of server.
 *
 * @param shown  the URL for people
 */
export const eventStoreDbClients = async (
  url: string,
  shown: string,
): Promise<Either<Failure, () => EventStoreDbClient>> => {
  loaded ??= load(url.startsWith("esdb") ? PACKAGES : PACKAGES.toReversed());
  const client = await loaded;
  if (client === undefined) return left(requestIsWrong(NOT_INSTALLED));
  const address = url.replace(/^(esdb|kurrentdb)/, client.scheme);
  const make = () => client.Client.connectionString(address);
  try {
    await make().dispose();
    return right(make);
  } catch {
    return left(requestIsWrong(notAnAddress(shown)));
  }
};

const load = async (packages: ReadonlyArray<ClientPackage>): Promise<Loaded | undefined> => {
  for (const { name, className, scheme } of packages) {
    try {
      const Client: ClientClass = (await import(name))[className];
      return { scheme, Client };
    } catch (cause) {
      if (!isMissing(cause)) throw cause;
    }
  }
  return undefined;
};

const isMissing = (cause: unknown): boolean =>
  cause instanceof Error && "code" in cause && cause.code === "ERR_MODULE_NOT_FOUND";

const NOT_INSTALLED = {
  en: "No client of EventStoreDB or KurrentDB is installed. Run: npm install @kurrent/kurrentdb-client",
  vi: "Chưa cài trình khách của EventStoreDB hay KurrentDB. Hãy chạy: npm install @kurrent/kurrentdb-client",
};

const notAnAddress = (shown: string) => ({
  en: `${shown}: not an address of an EventStoreDB. It looks like esdb://host:2113?tls=false`,
  vi: `${shown}: không phải địa chỉ EventStoreDB. Địa chỉ có dạng esdb://host:2113?tls=false`,
});
