import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import type { ServerResponse } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { isLeft } from "fp-ts/lib/Either.js";
import { createTransport } from "nodemailer";
import { afterEach, beforeEach, expect, it, onTestFinished, vi } from "vitest";
import { type Channel, fileChannel, httpChannel, smtpChannel, withCircuitBreaker } from "../../src/index.js";
import { anOutgoingMessage } from "../support/an-outgoing-message.js";
import { listening, mailServer } from "../support/listening.js";

// Whoever answers here names the person in every way that he can.
const NUMBER = "0912 345 678";
const ADDRESS = "canary.person@example.vn";
const TEXT = "CANARY TEXT";
const TELLS = `${NUMBER} +84912345678 ${ADDRESS} ${TEXT}`;
const PERSON = /912.?345.?678|canary/i;

const printed: string[] = [];
beforeEach(() => {
  for (const stream of [process.stdout, process.stderr])
    vi.spyOn(stream, "write").mockImplementation((text) => printed.push(String(text)) > 0);
});
afterEach(() => {
  vi.restoreAllMocks();
  expect(printed.splice(0).filter((text) => PERSON.test(text))).toEqual([]);
});

const failureOf = async (channel: Channel, to: string, key = anOutgoingMessage.key): Promise<string> => {
  const answer = await channel.send({ ...anOutgoingMessage, key, to, subject: TEXT, text: TEXT })();
  if (!isLeft(answer)) throw new Error("it was taken");
  return JSON.stringify(answer.left);
};

it("none by HTTP, whatever the gateway answers", async () => {
  const answers: ReadonlyArray<(response: ServerResponse) => unknown> = [
    ...[302, 400, 401, 404, 422, 429, 500, 503].map(
      (status) => (response: ServerResponse) =>
        response
          .writeHead(status, TELLS, { "retry-after": TELLS, location: `http://example.invalid/${TELLS}` })
          .end(TELLS),
    ),
    (response) => response.destroy(),
    (response) => response.writeHead(200, { "content-length": "9999" }).write(TELLS),
    (response) => response.socket?.end(`${TELLS}\r\n\r\n`),
  ];
  for (const answer of answers) {
    const url = await listening((_, response) => void answer(response));
    for (const [kind, to] of [
      ["sms", NUMBER],
      ["email", ADDRESS],
      ["socialNetwork", ADDRESS],
    ] as const)
      expect(await failureOf(httpChannel(kind, { url, timeoutMs: 200 }), to)).not.toMatch(PERSON);
  }
});

it("none by HTTP where nothing is sent", async () => {
  const url = `http://127.0.0.1:1/${encodeURIComponent(ADDRESS)}`;
  const throwing = httpChannel("sms", {
    url,
    body: ({ to }) => {
      throw new Error(to);
    },
  });
  expect(await failureOf(throwing, NUMBER)).not.toMatch(PERSON);
  expect(await failureOf(httpChannel("sms", { url }), NUMBER)).not.toMatch(PERSON);
  expect(await failureOf(httpChannel("sms", { url: TELLS }), NUMBER)).not.toMatch(PERSON);
  expect(await failureOf(httpChannel("sms", { url }), `${NUMBER}x`)).not.toMatch(PERSON);
  expect(await failureOf(httpChannel("email", { url }), `${ADDRESS}\r\n`)).not.toMatch(PERSON);
});

it("none by SMTP, whatever the server answers", async () => {
  const said = ["GREETING", "AUTH", "MAIL", "RCPT", "DATA", "TEXT"].flatMap((command) =>
    [`451 ${TELLS}`, `550 ${TELLS}`, "hang up"].map((words) => ({ [command]: words })),
  );
  for (const answers of [...said, { MAIL: "say nothing" }]) {
    const transport = createTransport({
      host: "127.0.0.1",
      port: await mailServer(answers),
      auth: { user: "motcua", pass: "secret" },
      ignoreTLS: true,
      socketTimeout: 300,
    });
    onTestFinished(() => transport.close());
    const channel = smtpChannel("email", { transport, from: "motcua@bacninh.example" });
    expect(await failureOf(channel, ADDRESS)).not.toMatch(PERSON);
    expect(await failureOf(channel, `${ADDRESS},x@example.vn`)).not.toMatch(PERSON);
  }
});

it("none by a file, and none by a channel that throws", async () => {
  const folder = mkdtempSync(join(tmpdir(), "motcua-letters-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const file = join(folder, "a file");
  writeFileSync(file, "");
  expect(await failureOf(fileChannel("post", { folder: file }), ADDRESS)).not.toMatch(PERSON);
  expect(await failureOf(fileChannel("post", { folder }), ADDRESS, `../${ADDRESS}`)).not.toMatch(PERSON);
  const throwing: Channel = {
    kind: "sms",
    send: ({ to }) => {
      throw new Error(to);
    },
  };
  const guarded = withCircuitBreaker({ failures: 1, pauseMs: 1_000 }, () => 0)(throwing);
  expect(await failureOf(guarded, NUMBER)).not.toMatch(PERSON);
  expect(await failureOf(guarded, NUMBER)).not.toMatch(PERSON);
});
