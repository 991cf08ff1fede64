import { createServer, type RequestListener } from "node:http";
import { type AddressInfo, createServer as createSocketServer, type Socket } from "node:net";
import { onTestFinished } from "vitest";

/** Where an HTTP server of this test is reached. */
export const listening = async (answer: RequestListener): Promise<string> => {
  const server = createServer(answer);
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/messages`;
};

/** What a mail server says to a command, or that it hangs up. */
type Said = string | "hang up" | "say nothing";

/** The port of a mail server of this test that answers each command as told, and the greeting and the text as well. */
export const mailServer = async (said: Readonly<Partial<Record<string, Said>>>): Promise<number> => {
  const answers: Readonly<Partial<Record<string, Said>>> = {
    GREETING: "220 ready",
    EHLO: "250-mail.example\r\n250 AUTH PLAIN",
    AUTH: "235 welcome",
    MAIL: "250 ok",
    RCPT: "250 ok",
    DATA: "354 go on",
    TEXT: "250 taken",
    ...said,
  };
  const sockets: Socket[] = [];
  const server = createSocketServer((socket) => {
    sockets.push(socket);
    const say = (command: string): void => {
      const words = answers[command] ?? "221 bye";
      if (words === "hang up") socket.destroy();
      else if (words !== "say nothing") socket.write(`${words}\r\n`);
    };
    let isText = false;
    socket
      .on("error", () => undefined)
      .on("data", (chunk) => {
        const words = chunk.toString("utf8");
        if (isText && !words.endsWith("\r\n.\r\n") && answers["TEXT"] !== "hang up") return;
        const command = isText ? "TEXT" : (/^[A-Z]+/.exec(words)?.[0] ?? "");
        isText = command === "DATA" && answers["DATA"]?.startsWith("354") === true;
        say(command);
      });
    say("GREETING");
  });
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  return (server.address() as AddressInfo).port;
};
