import { type AccessDenied, type StoreDamaged, type StoreUnavailable, unavailable } from "@motcua/event-store";
import { type Either, left } from "fp-ts/lib/Either.js";
import type { Connection } from "./driver.js";
import { failure } from "./failure.js";

/** Runs a read; what the driver throws becomes an error of the port. */
export const reading = <E, A>(
  connection: Connection,
  read: () => Either<E, A>,
): Either<E | AccessDenied | StoreUnavailable | StoreDamaged, A> => {
  if (!connection.open) return left(unavailable("the store is closed"));
  try {
    return read();
  } catch (cause) {
    return left(
      cause instanceof SyntaxError ? { code: "StoreDamaged", detail: "an event is not JSON", cause } : failure(cause),
    );
  }
};
