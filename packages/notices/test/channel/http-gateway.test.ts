import { createHmac } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { left, right } from "fp-ts/lib/Either.js";
import { describe, expect, it, onTestFinished } from "vitest";
import { httpChannel } from "../../src/index.js";
import { anOutgoingMessage as message } from "../support/an-outgoing-message.js";

interface Asked {
  readonly headers: IncomingMessage["headers"];
  readonly body: string;
}

/** A gateway on this machine that answers as it is told. */
const gateway = async (answer: (response: ServerResponse, request: IncomingMessage, nth: number) => void) => {
  const asked: Asked[] = [];
  const server = createServer(async (request, response) => {
    let body = "";
    for await (const chunk of request) body += chunk;
    asked.push({ headers: request.headers, body });
    answer(response, request, asked.length);
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const close = () =>
    new Promise<void>((closed) => {
      server.closeAllConnections();
      server.close(() => closed());
    });
  onTestFinished(close);
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/messages`, asked, close };
};

const says =
  (status: number, body = "", headers: Record<string, string> = {}) =>
  (response: ServerResponse) =>
    response.writeHead(status, headers).end(body);

describe("an HTTP gateway", () => {
  it("is given the message, its key, and a signature that only who knows the secret can make", async () => {
    const { url, asked } = await gateway(says(202, '{"messageId":"gw-1"}'));
    const channel = httpChannel("sms", { url, secret: "s3cret", clock: () => 1_530_756_000_000 });
    expect(await channel.send(message)()).toEqual(right({ reference: "gw-1" }));
    const [first] = asked;
    expect(JSON.parse(first?.body ?? "")).toEqual({ ...message, to: "+84912345678" });
    const signed = `${message.key}.1530756000.${first?.body}`;
    expect(first?.headers).toMatchObject({
      "idempotency-key": message.key,
      "webhook-id": message.key,
      "webhook-timestamp": "1530756000",
      "webhook-signature": `v1,${createHmac("sha256", "s3cret").update(signed).digest("base64")}`,
    });
  });

  it.each([
    ["500", says(500), { code: "GatewayFailed", again: true }],
    ["503 with a time", says(503, "", { "retry-after": "120" }), { again: true, retryAfterMs: 120_000 }],
    [
      "429 with a date",
      says(429, "", { "retry-after": "Thu, 05 Jul 2018 02:01:00 GMT" }),
      { again: true, retryAfterMs: 60_000 },
    ],
    ["a time that is none", says(429, "", { "retry-after": "soon" }), { again: true }],
    ["400", says(400, "no such number 0912345678"), { code: "MessageRefused", again: false }],
    [
      "a redirect to another host",
      says(302, "", { location: "http://example.invalid/" }),
      { code: "GatewayFailed", again: true },
    ],
    ["nothing", () => undefined, { code: "GatewayTimeout", again: true }],
    [
      "a reset",
      (_: ServerResponse, request: IncomingMessage) => request.socket.destroy(),
      { code: "GatewayUnreachable", again: true },
    ],
    [
      "half an answer, and a reset",
      (response: ServerResponse, request: IncomingMessage) => {
        response.writeHead(200, { "content-length": "1000" }).write("{");
        setTimeout(() => request.socket.destroy(), 20);
      },
      { code: "GatewayUnreachable", again: true },
    ],
    [
      "half an answer, and silence",
      (response: ServerResponse) => void response.writeHead(200, { "content-length": "1000" }).write("{"),
      { code: "GatewayTimeout", again: true },
    ],
  ])("that answers %s", { timeout: 20_000 }, async (_, answer, failure) => {
    const { url } = await gateway(answer as Parameters<typeof gateway>[0]);
    const sent = await httpChannel("sms", {
      url,
      timeoutMs: 400,
      clock: () => Date.parse("2018-07-05T02:00:00Z"),
    }).send(message)();
    expect(sent).toMatchObject({ left: failure });
    expect(JSON.stringify(sent)).not.toMatch(/912345678|912 345 678/);
    if (!("retryAfterMs" in failure)) expect(sent).not.toMatchObject({ left: { retryAfterMs: expect.anything() } });
  });

  it("that answers twice, or with what is no JSON, or endlessly, has taken it", async () => {
    const twice = await gateway((response) => {
      response.writeHead(200).end('{"id":7}');
      response.socket?.write("HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\n{}");
    });
    const channel = httpChannel("sms", { url: twice.url });
    expect(await channel.send(message)()).toEqual(right({ reference: "7" }));
    expect(await channel.send(message)()).toEqual(right({ reference: "7" }));
    const garbage = await gateway(says(200, "<html>"));
    expect(await httpChannel("sms", { url: garbage.url }).send(message)()).toEqual(right({ reference: null }));
    const endless = await gateway((response) => {
      response.writeHead(200);
      const writing = setInterval(() => response.write("x".repeat(65_536)), 1);
      onTestFinished(() => clearInterval(writing));
    });
    expect(await httpChannel("sms", { url: endless.url, timeoutMs: 5_000 }).send(message)()).toEqual(
      right({ reference: null }),
    );
  });

  it("that answers 200 and says that it did not take it is believed", async () => {
    const { url } = await gateway(says(200, '{"code":"99"}'));
    const refusedIn = (answer: unknown) =>
      typeof answer === "object" && answer !== null && "code" in answer && answer.code === "99" ? "again" : undefined;
    const sent = await httpChannel("sms", { url, refusedIn }).send(message)();
    expect(sent).toMatchObject({ left: { code: "GatewayFailed", again: true } });
    const forGood = await httpChannel("sms", { url, refusedIn: () => "forGood" }).send(message)();
    expect(forGood).toMatchObject({ left: { code: "MessageRefused", again: false } });
  });

  it("that is not there is unreachable, and a number that is none is not sent to it", async () => {
    const { url, asked, close } = await gateway(says(200));
    await close();
    expect(await httpChannel("sms", { url }).send(message)()).toMatchObject({
      left: { code: "GatewayUnreachable", again: true },
    });
    expect(await httpChannel("sms", { url }).send({ ...message, to: "call me" })()).toEqual(
      left({ code: "AddressRefused", again: false, detail: "it is no phone number" }),
    );
    expect(asked).toEqual([]);
  });
});
