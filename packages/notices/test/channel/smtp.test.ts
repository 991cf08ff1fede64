import type { AddressInfo } from "node:net";
import { right } from "fp-ts/lib/Either.js";
import { createTransport } from "nodemailer";
import { SMTPServer } from "smtp-server";
import { describe, expect, it, onTestFinished } from "vitest";
import { smtpChannel } from "../../src/index.js";
import { anOutgoingMessage as message } from "../support/an-outgoing-message.js";

describe("e-mail", () => {
  const mail = { ...message, to: "a.b@example.vn" };

  const server = async (options: Partial<ConstructorParameters<typeof SMTPServer>[0]> = {}) => {
    const letters: string[] = [];
    const smtp = new SMTPServer({
      disabledCommands: ["AUTH", "STARTTLS"],
      logger: false,
      onData: async (stream, _session, done) => {
        let text = "";
        for await (const chunk of stream) text += chunk;
        letters.push(text);
        done();
      },
      ...options,
    });
    smtp.on("error", () => undefined);
    await new Promise<void>((listening) => smtp.listen(0, "127.0.0.1", listening));
    onTestFinished(() => new Promise<void>((closed) => smtp.close(() => closed())));
    const { port } = smtp.server.address() as AddressInfo;
    const transport = createTransport({
      host: "127.0.0.1",
      port,
      ignoreTLS: true,
      socketTimeout: 1_000,
      connectionTimeout: 1_000,
    });
    onTestFinished(() => transport.close());
    return { letters, channel: smtpChannel("email", { transport, from: "motcua@bacninh.example" }) };
  };

  const refusing = (responseCode: number) => Object.assign(new Error(`no: ${mail.to}`), { responseCode });

  it("arrives, with an id that follows from the key", async () => {
    const { channel, letters } = await server();
    expect(await channel.send(mail)()).toEqual(right({ reference: `<${mail.key}@bacninh.example>` }));
    expect(letters[0]).toContain(`Message-ID: <${mail.key}@bacninh.example>`);
    expect(letters[0]).toContain("To: a.b@example.vn");
  });

  it.each([
    [
      "an unknown recipient",
      { onRcptTo: (_a: unknown, _s: unknown, done: (e: Error) => void) => done(refusing(550)) },
      { code: "AddressRefused", again: false },
    ],
    [
      "a full mailbox",
      { onRcptTo: (_a: unknown, _s: unknown, done: (e: Error) => void) => done(refusing(452)) },
      { code: "GatewayFailed", again: true },
    ],
    [
      "a refused text",
      {
        onData: (stream: NodeJS.ReadableStream, _s: unknown, done: (e: Error) => void) => {
          stream.resume();
          stream.on("end", () => done(refusing(554)));
        },
      },
      { code: "MessageRefused", again: false },
    ],
    [
      "a server that says nothing any more",
      { onData: (_stream: unknown, session: { id: string }) => void breakOff(session) },
      { again: true },
    ],
  ])("%s", { timeout: 20_000 }, async (_, options, failure) => {
    const { channel } = await server(options as never);
    const sent = await channel.send(mail)();
    expect(sent).toMatchObject({ left: failure });
    expect(JSON.stringify(sent)).not.toContain("a.b@example");
  });

  it("without a server is unreachable; without an address is refused, and with a header in it as well", async () => {
    const { channel } = await server();
    for (const to of ["nobody", "a@b", "a@b.c\r\nBcc: d@e.f", "a b@c.d", "@c.d", "a@-c.d"])
      expect(await channel.send({ ...mail, to })()).toMatchObject({ left: { code: "AddressRefused", again: false } });
    const transport = createTransport({ host: "127.0.0.1", port: 1, connectionTimeout: 500 });
    expect(await smtpChannel("email", { transport, from: "m@b.example" }).send(mail)()).toMatchObject({
      left: { again: true },
    });
  });
});

/** The server never answers: the client gives up. */
const breakOff = (_session: object): void => undefined;
