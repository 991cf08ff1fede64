import { createHmac } from "node:crypto";
import type { NoticeChannel } from "@motcua/core";
import { type Either, fromNullable, isLeft, left, map, right, tryCatch } from "fp-ts/lib/Either.js";
import { emailAddress, phoneNumber } from "./address.js";
import type { Channel, OutgoingMessage, SendFailure, Sent } from "./channel.js";
import { type AnswerOptions, answerOf } from "./http-answer.js";

/** A gateway that takes messages over HTTP: of SMS, of Zalo, or a webhook of one's own. */
export interface HttpChannelOptions extends AnswerOptions {
  readonly url: string;
  /** Both sides know it; messages are signed by it. Any text; without it nothing is signed. */
  readonly secret?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** What is posted as JSON. Default: `{ key, messageId, to, subject, text, language }`. */
  readonly body?: (message: OutgoingMessage) => unknown;
  /** How long to wait for an answer, in milliseconds. Default 10,000. */
  readonly timeoutMs?: number;
}

const TIMEOUT_MS = 10_000;

/**
 * Posts messages to a gateway. Each carries its key as `Idempotency-Key`, so that the gateway sends it once however often it
 * is asked, and is signed in the way of Standard Webhooks: `webhook-id` (the key), `webhook-timestamp` (seconds), and
 * `webhook-signature`, which is `v1,` and the HMAC-SHA-256 of `id.timestamp.body` in base64.
 *
 * 2xx: taken; what it says as `id`, `messageId` or `reference` is kept as the reference. 408, 425, 429 and 5xx: again, not
 * before `Retry-After`, of which a day at most is believed. 401, 403, 404, 405 and a redirect: again, since the fault is
 * in the set-up and not in the message. Any other answer: refused for good. Redirects are not followed: the message is for
 * this host.
 *
 * @example
 * httpChannel("sms", { url: "https://sms.example/messages", secret: process.env.SMS_SECRET })
 */
export const httpChannel = (kind: NoticeChannel, options: HttpChannelOptions): Channel => ({
  kind,
  send: (message) => async () => {
    const to = addressFor(kind, message.to);
    if (isLeft(to)) return to;
    const request = tryCatch(() => requestOf(options, { ...message, to: to.right }), unwritten);
    if (isLeft(request)) return request;
    const { timeoutMs = TIMEOUT_MS } = options;
    try {
      const response = await fetch(options.url, {
        ...request.right,
        method: "POST",
        redirect: "manual",
        signal: AbortSignal.timeout(timeoutMs),
      });
      const answer = await answerOf(response, options);
      return map(withoutAddress(to.right))(answer);
    } catch (cause) {
      return left(failureOf(cause, timeoutMs));
    }
  },
});

/** The reference is recorded for good: one that is made of the address is not taken over. */
const withoutAddress =
  (to: string) =>
  ({ reference }: Sent): Sent => {
    const address = to.startsWith("+") ? to.slice(-8) : bare(to);
    return { reference: reference !== null && bare(reference).includes(address) ? null : reference };
  };

const bare = (text: string): string => text.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, "");

const addressFor = (kind: NoticeChannel, to: string): Either<SendFailure, string> => {
  const refused = (detail: string): SendFailure => ({ code: "AddressRefused", again: false, detail });
  if (kind === "sms" || kind === "phone") return fromNullable(refused("it is no phone number"))(phoneNumber(to));
  if (kind === "email") return fromNullable(refused("it is no e-mail address"))(emailAddress(to));
  return right(to);
};

/** The caller's own body failed, or the key is none. */
const unwritten = (): SendFailure => ({
  code: "MessageRefused",
  again: false,
  detail: "it cannot be put as a request",
});

/** What is posted: a pure function of the message, the secret and the time. */
export const requestOf = (
  { secret, headers = {}, body = bodyOf, clock = Date.now }: Omit<HttpChannelOptions, "url">,
  message: OutgoingMessage,
): { readonly headers: Readonly<Record<string, string>>; readonly body: string } => {
  const text = JSON.stringify(body(message));
  const seconds = String(Math.floor(clock() / 1_000));
  return {
    body: text,
    // Here, and not when it is sent: what cannot stand in a header is a fault of the message.
    headers: sound({
      "content-type": "application/json",
      "idempotency-key": message.key,
      ...(secret !== undefined && {
        "webhook-id": message.key,
        "webhook-timestamp": seconds,
        "webhook-signature": `v1,${signatureOf(secret, `${message.key}.${seconds}.${text}`)}`,
      }),
      ...headers,
    }),
  };
};

const sound = (headers: Readonly<Record<string, string>>): Readonly<Record<string, string>> => {
  new Headers(headers);
  return headers;
};

const bodyOf = ({ key, messageId, to, subject, text, language }: OutgoingMessage): unknown => ({
  key,
  messageId,
  to,
  subject,
  text,
  language,
});

const signatureOf = (secret: string, signed: string): string =>
  createHmac("sha256", secret).update(signed).digest("base64");

/** In our words: what the platform throws may name the address. */
const failureOf = (cause: unknown, timeoutMs: number): SendFailure => {
  const name = cause instanceof Error ? cause.name : "";
  if (name === "TimeoutError" || name === "AbortError")
    return { code: "GatewayTimeout", again: true, detail: `no answer within ${timeoutMs} ms` };
  return { code: "GatewayUnreachable", again: true, detail: "the gateway cannot be reached, or broke off" };
};
