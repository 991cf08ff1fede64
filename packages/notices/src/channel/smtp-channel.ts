import type { NoticeChannel } from "@motcua/core";
import { left, right } from "fp-ts/lib/Either.js";
import { validate } from "uuid";
import { emailAddress } from "./address.js";
import type { Channel, SendFailure } from "./channel.js";

/** The part of a nodemailer transporter that is used: make one with `createTransport`, and pass it. */
export interface MailTransport {
  readonly sendMail: (mail: {
    readonly from: string;
    readonly to: string;
    readonly subject: string;
    readonly text: string;
    readonly messageId: string;
  }) => Promise<{ readonly messageId?: string }>;
}

/** How e-mail is sent. */
export interface SmtpChannelOptions {
  readonly transport: MailTransport;
  /** The sender's address. */
  readonly from: string;
}

/**
 * Sends e-mail by SMTP, through a transporter of nodemailer. Its Message-ID follows from the key, so that who receives it
 * twice can tell. A refusal with a code of 4xx is temporary (RFC 5321, 4.2.1); one of 5xx is for good where it is of the
 * recipient or of the text. Where it is of the login or of the sender, every message would meet it: it is a fault of the
 * set-up, and the message waits for that to be mended.
 *
 * @example
 * smtpChannel("email", { transport: createTransport("smtp://mail.example"), from: "motcua@bacninh.example" })
 */
export const smtpChannel = (kind: NoticeChannel, { transport, from }: SmtpChannelOptions): Channel => ({
  kind,
  send:
    ({ key, to, subject = "", text }) =>
    async () => {
      // The key becomes a header.
      if (!validate(key)) return left({ code: "MessageRefused", again: false, detail: "its key is no UUID" });
      const address = emailAddress(to);
      if (address === undefined)
        return left({ code: "AddressRefused", again: false, detail: "it is no e-mail address" });
      const messageId = `<${key}@${from.slice(from.lastIndexOf("@") + 1).replaceAll(/[<>\s]/g, "")}>`;
      try {
        const sent = await transport.sendMail({ from, to: address, subject, text, messageId });
        return right({ reference: sent.messageId ?? messageId });
      } catch (cause) {
        return left(failureOf(cause));
      }
    },
});

/** In our words: what the server says may name the address. */
const failureOf = (cause: unknown): SendFailure => {
  const {
    code = "",
    responseCode = 0,
    command = "",
  } = (typeof cause === "object" && cause !== null ? cause : {}) as {
    readonly code?: string;
    readonly responseCode?: number;
    /** Of SMTP, to which that was the answer. */
    readonly command?: string;
  };
  const detail = `the server answered ${responseCode}`;
  if (responseCode >= 500 && responseCode !== LOGIN_FIRST) {
    if (command === "RCPT TO") return { code: "AddressRefused", again: false, detail };
    if (command === "DATA") return { code: "MessageRefused", again: false, detail };
  }
  if (responseCode >= 400) return { code: "GatewayFailed", again: true, detail };
  return code === "ETIMEDOUT"
    ? { code: "GatewayTimeout", again: true, detail: "no answer in time" }
    : { code: "GatewayUnreachable", again: true, detail: "the server cannot be reached, or broke off" };
};

/** RFC 4954, 6: a login is asked for, whatever the command. */
const LOGIN_FIRST = 530;
