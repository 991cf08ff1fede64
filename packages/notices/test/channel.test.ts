import { createHmac } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { isLeft, left, right } from "fp-ts/lib/Either.js";
import { createTransport } from "nodemailer";
import { SMTPServer } from "smtp-server";
import { afterEach, describe, expect, it } from "vitest";
import {
  type Channel,
  emailAddress,
  fileChannel,
  httpChannel,
  type OutgoingMessage,
  phoneNumber,
  RETRY_POLICY,
  retryDelay,
  smtpChannel,
  streamChannel,
  withCircuitBreaker,
} from "../src/index.js";

const message: OutgoingMessage = {
  key: "5b0f3c2e-7d1c-5a53-9d3e-2f6a9c1e8b47",
  messageId: "0a7b1e5d-6f0e-5b52-8f43-c9f1b8a69c24",
  to: "0912 345 678",
  subject: "Hồ sơ",
  text: "Ho so 0001 da co ket qua.",
  language: "vi",
};

const closing: Array<() => unknown> = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

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
  closing.push(() => {
    server.closeAllConnections();
    server.close();
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/messages`, asked };
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
      closing.push(() => clearInterval(writing));
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
    const { url, asked } = await gateway(says(200));
    for (const close of closing.splice(0)) await close();
    expect(await httpChannel("sms", { url }).send(message)()).toMatchObject({
      left: { code: "GatewayUnreachable", again: true },
    });
    expect(await httpChannel("sms", { url }).send({ ...message, to: "call me" })()).toEqual(
      left({ code: "AddressRefused", again: false, detail: "it is no phone number" }),
    );
    expect(asked).toEqual([]);
  });
});

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
    closing.push(() => new Promise<void>((closed) => smtp.close(() => closed())));
    const { port } = smtp.server.address() as AddressInfo;
    const transport = createTransport({
      host: "127.0.0.1",
      port,
      ignoreTLS: true,
      socketTimeout: 1_000,
      connectionTimeout: 1_000,
    });
    closing.push(() => transport.close());
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
      "a broken connection",
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

describe("a file, and a stream", () => {
  it("one file for each message, for its owner alone; the same again is the same file", async () => {
    const folder = mkdtempSync(join(tmpdir(), "motcua-letters-"));
    closing.push(() => rmSync(folder, { recursive: true }));
    const channel = fileChannel("post", { folder: join(folder, "letters") });
    const again = { ...message, text: "another text" };
    expect(await channel.send(message)()).toEqual(right({ reference: `${message.key}.txt` }));
    expect(await channel.send(again)()).toEqual(right({ reference: `${message.key}.txt` }));
    const [name = ""] = readdirSync(join(folder, "letters"));
    const file = join(folder, "letters", name);
    expect(readFileSync(file, "utf8")).toBe("0912 345 678\n\nHồ sơ\n\nHo so 0001 da co ket qua.\n");
    if (process.platform !== "win32") expect(statSync(file).mode & 0o777).toBe(0o600);
    const nowhere = await fileChannel("post", { folder: join(file, "no folder") }).send(message)();
    expect(nowhere).toMatchObject({ left: { code: "GatewayFailed", again: true } });
    expect(JSON.stringify(nowhere)).not.toContain("912");
  });

  it("a stream is written to", async () => {
    let written = "";
    await streamChannel("sms", { write: (text) => (written += text) }).send(message)();
    expect(written).toBe("sms → 0912 345 678\nHồ sơ\nHo so 0001 da co ket qua.\n\n");
  });
});

describe("addresses", () => {
  it.each([
    ["0912345678", "+84912345678"],
    ["(0241) 382.1234", "+842413821234"],
    ["+84 912-345-678", "+84912345678"],
    ["+31612345678", "+31612345678"],
    ["912345678", undefined],
    ["0012345678", undefined],
    ["+0123456789", undefined],
    ["tel:0912345678", undefined],
    ["", undefined],
  ])("the phone number %s is %s", (text, number) => {
    expect(phoneNumber(text)).toBe(number);
  });

  it("are told from other texts in no time, however long", () => {
    const long = "a".repeat(50_000);
    for (const text of [long, `${long}@${long}`, "0".repeat(50_000), `${"a.".repeat(25_000)}@b.c`, "@".repeat(50_000)])
      expect([emailAddress(text), phoneNumber(text)]).toEqual([undefined, undefined]);
    expect(emailAddress("nguyen.van-a+motcua@mail.bacninh.gov.vn")).toBe("nguyen.van-a+motcua@mail.bacninh.gov.vn");
  });
});

describe("the pause before a channel is tried again", () => {
  it("is twice as long each time, of which a part is left to chance, and has an end", () => {
    const longest = [0, 1, 2, 3, 20, 1_000].map((failures) => retryDelay(RETRY_POLICY)(failures, 1));
    expect(longest).toEqual([60_000, 120_000, 240_000, 480_000, 14_400_000, 14_400_000]);
    expect(retryDelay(RETRY_POLICY)(3, 0)).toBe(0);
    expect(retryDelay(RETRY_POLICY)(3, 0.5)).toBe(240_000);
  });
});

describe("a circuit breaker", () => {
  const broken = () => {
    let now = 0;
    let answer: Awaited<ReturnType<ReturnType<Channel["send"]>>> = left({
      code: "GatewayFailed",
      again: true,
      detail: "",
    });
    let asked = 0;
    const channel: Channel = {
      kind: "sms",
      send: () => async () => {
        asked++;
        return answer;
      },
    };
    const guarded = withCircuitBreaker({ failures: 3, pauseMs: 60_000 }, () => now)(channel);
    return {
      guarded,
      asked: () => asked,
      wait: (ms: number) => (now += ms),
      heal: () => (answer = right({ reference: null })),
      refuse: () => (answer = left({ code: "AddressRefused", again: false, detail: "" })),
      send: () => guarded.send(message)(),
    };
  };

  it("leaves a gateway alone that has failed so often, then sends one message to see", async () => {
    const { guarded, asked, wait, heal, send } = broken();
    for (let n = 0; n < 3; n++) await send();
    expect([guarded.state(), asked()]).toEqual(["open", 3]);
    expect(await send()).toMatchObject({ left: { code: "CircuitOpen", again: true, retryAfterMs: 60_000 } });
    expect(asked()).toBe(3);
    wait(60_000);
    const [first, second] = await Promise.all([send(), send()]);
    expect([isLeft(first), asked(), guarded.state()]).toEqual([true, 4, "open"]);
    expect(second).toMatchObject({ left: { code: "CircuitOpen" } });
    wait(60_000);
    heal();
    expect(await send()).toEqual(right({ reference: null }));
    expect(guarded.state()).toBe("closed");
  });

  it("is not opened by addresses that are wrong", async () => {
    const { guarded, refuse, send } = broken();
    refuse();
    for (let n = 0; n < 10; n++) await send();
    expect(guarded.state()).toBe("closed");
  });
});
