import type { MethodDefinition, ServiceDefinition, UntypedServiceImplementation } from "@grpc/grpc-js";
import { SERVER } from "./context.js";

const tooLarge = new WeakSet<object>();

/** Whether the message came in more bytes than the server takes. */
export const isTooLarge = (message: object): boolean => tooLarge.has(message);

/**
 * The service, its messages marked that are too large. The library of gRPC has a limit of its own, and other words for it
 * than the server.
 */
export const markingLargeMessages = <Service extends ServiceDefinition<UntypedServiceImplementation>>(
  service: Service,
): Service =>
  Object.fromEntries(Object.entries(service).map(([name, method]) => [name, marking(method)])) as unknown as Service;

const marking = <Request extends object, Response>(
  method: MethodDefinition<Request, Response>,
): MethodDefinition<Request, Response> => ({
  ...method,
  requestDeserialize: (bytes) => {
    const message = method.requestDeserialize(bytes);
    if (bytes.length > SERVER.maximumMessageSize) tooLarge.add(message);
    return message;
  },
});
