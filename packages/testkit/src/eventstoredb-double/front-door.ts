import { once } from "node:events";
import { type AddressInfo, createServer, connect as dial, type Server, type Socket } from "node:net";

/**
 * The TCP port that clients see, before the gRPC server: connections can be frozen, dropped and refused here as a machine
 * would, without the server knowing.
 */
export interface FrontDoor {
  readonly port: number;
  /** Connections stay, and are accepted, and nothing passes: a process that was stopped. */
  readonly freeze: () => void;
  /** What was held back passes now. */
  readonly thaw: () => void;
  /** Ends every connection at once, without a word. */
  readonly disconnect: () => void;
  /** Ends every connection and refuses new ones. */
  readonly shut: () => Promise<void>;
  /** Takes connections again, on the same port. */
  readonly reopen: () => Promise<void>;
}

const HOST = "127.0.0.1";

/** Opens the door on a port (0: any that is free) to the server behind it. */
export const openFrontDoor = async (port: number, behind: number): Promise<FrontDoor> => {
  const sockets = new Set<Socket>();
  let isFrozen = false;

  const keep = (socket: Socket): void => {
    sockets.add(socket);
    socket.setNoDelay(true);
    socket.on("error", () => socket.destroy());
    socket.on("close", () => sockets.delete(socket));
    if (isFrozen) socket.pause();
  };
  const admit = (outer: Socket): void => {
    const inner = dial(behind, HOST);
    keep(outer);
    keep(inner);
    join(outer, inner, () => isFrozen);
    join(inner, outer, () => isFrozen);
  };
  const disconnect = (): void => {
    for (const socket of sockets) socket.destroy();
  };

  let server = await listen(port, admit);
  const opened = (server.address() as AddressInfo).port;
  return {
    port: opened,
    freeze: () => {
      isFrozen = true;
      for (const socket of sockets) socket.pause();
    },
    thaw: () => {
      isFrozen = false;
      for (const socket of sockets) socket.resume();
    },
    disconnect,
    shut: async () => {
      if (!server.listening) return;
      const closed = once(server, "close");
      server.close();
      disconnect();
      await closed;
    },
    reopen: async () => {
      if (!server.listening) server = await listen(opened, admit);
    },
  };
};

const listen = async (port: number, admit: (socket: Socket) => void): Promise<Server> => {
  const server = createServer({ noDelay: true }, admit).listen(port, HOST);
  await once(server, "listening");
  return server;
};

/** Hands on what comes, no faster than it is taken, and the end of it. */
const join = (from: Socket, to: Socket, isFrozen: () => boolean): void => {
  from.on("data", (bytes) => {
    if (!to.write(bytes)) from.pause();
  });
  to.on("drain", () => {
    if (!isFrozen()) from.resume();
  });
  from.on("end", () => to.end());
  from.on("close", () => to.destroy());
};
