import { once } from "node:events";
import { createServer, type Server, type Socket } from "node:net";
import { afterAll } from "vitest";

const servers: Server[] = [];
const sockets: Socket[] = [];

afterAll(() => {
  for (const socket of sockets) socket.destroy();
  for (const server of servers) server.close();
});

/** A port that somebody listens on who never answers. */
export const silentPort = async (): Promise<number> => {
  const server = createServer((socket) => {
    sockets.push(socket);
  }).listen(0, "127.0.0.1");
  servers.push(server);
  await once(server, "listening");
  const address = server.address();
  return typeof address === "object" && address !== null ? address.port : 0;
};
