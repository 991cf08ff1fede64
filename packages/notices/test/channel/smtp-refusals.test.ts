import { createTransport } from "nodemailer";
import { describe, expect, it, onTestFinished } from "vitest";
import { smtpChannel } from "../../src/index.js";
import { anOutgoingMessage } from "../support/an-outgoing-message.js";
import { mailServer } from "../support/listening.js";

const message = { ...anOutgoingMessage, to: "a.person@example.vn" };

const sent = async (said: Parameters<typeof mailServer>[0], { key = message.key, patienceMs = 10_000 } = {}) => {
  const transport = createTransport({
    host: "127.0.0.1",
    port: await mailServer(said),
    auth: { user: "motcua", pass: "secret" },
    ignoreTLS: true,
    greetingTimeout: patienceMs,
    socketTimeout: patienceMs,
  });
  onTestFinished(() => transport.close());
  return smtpChannel("email", { transport, from: "motcua@bacninh.example" }).send({ ...message, key })();
};

describe("a mail server", () => {
  it("that takes it is the one that the refusals below are of", async () => {
    expect(await sent({})).toMatchObject({ right: { reference: `<${message.key}@bacninh.example>` } });
  });

  it.each([
    ["GREETING", "554 no service for you"],
    ["AUTH", "535 wrong password"],
    ["MAIL", "530 log in first"],
    ["MAIL", "550 not from this sender"],
    ["RCPT", "530 log in first"],
    ["GREETING", "421 too busy"],
    ["AUTH", "454 later"],
    ["MAIL", "451 later"],
    ["RCPT", "450 later"],
    ["DATA", "451 later"],
    ["TEXT", "452 full"],
  ])("that answers %s with %s is asked again", async (command, words) => {
    expect(await sent({ [command]: words })).toMatchObject({ left: { code: "GatewayFailed", again: true } });
  });

  it.each([
    ["RCPT", "550 nobody here", "AddressRefused"],
    ["DATA", "554 not this", "MessageRefused"],
    ["TEXT", "552 too long", "MessageRefused"],
  ])("that answers %s with %s has refused this message", async (command, words, code) => {
    expect(await sent({ [command]: words })).toMatchObject({ left: { code, again: false } });
  });

  it.each(["GREETING", "MAIL", "DATA", "TEXT"])(
    "that hangs up at %s may have it: it is sent again",
    async (command) => {
      expect(await sent({ [command]: "hang up" })).toMatchObject({ left: { code: "GatewayUnreachable", again: true } });
    },
  );

  it.each(["GREETING", "MAIL", "TEXT"])("that says nothing at %s is not waited for", async (command) => {
    expect(await sent({ [command]: "say nothing" }, { patienceMs: 400 })).toMatchObject({
      left: { code: "GatewayTimeout", again: true },
    });
  });

  it("is not given a header that a key brings along", async () => {
    expect(await sent({}, { key: "x>\r\nBcc: someone@example.vn" })).toMatchObject({
      left: { code: "MessageRefused", again: false },
    });
  });
});
