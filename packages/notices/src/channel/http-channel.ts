import { createHmac } from "node:crypto";
import type { NoticeChannel } from "@motcua/core";
import { type Either, left, right } from "fp-ts/lib/Either.js";
import { phoneNumber } from "./address.js";
import type { Channel, OutgoingMessage, SendFailure, Sent } from "./channel.js";

/** A gateway that takes messages over HTTP: of SMS, of Zalo, or a webhook of one's own. */
export interface HttpChannelOptions {
  readonly url: string;
  /** Both sides know it; messages are signed by it. Any text; without it nothing is signed. */
  readonly secret?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** What is posted as JSON. Default: `{ key, messageId, to, subject, text, language }`. */
  readonly body?: (message: OutgoingMessage) => unknown;
  /** How long to wait for an answer, in milliseconds. Default 10,000. */
  readonly timeoutMs?: number;
  /** Epoch milliseconds. Default: the machine's clock. */
  readonly clock?: () => number;
}

const TIMEOUT_MS = 10_000;
/** What a gateway says about one message is short. */
const MOST_BYTES = 64 * 1024;

/**
 * Posts messages to a gateway. Each carries its key as `Idempotency-Key`, so that the gateway sends it once however often it
 * is asked, and is signed in the way of Standard Webhooks: `webhook-id` (the key), `webhook-timestamp` (seconds), and
 * `webhook-signature`, which is `v1,` and the HMAC-SHA-256 of `id.timestamp.body` in base64.
 *
 * 2xx: taken; what it says as `id`, `messageId` or `reference` is kept as the reference. 408, 425, 429 and 5xx: again, not
 * before `Retry-After`. Any other answer: refused for good. Redirects are not followed: the message is for this host.
 *
 * @example
 * httpChannel("sms", { url: "https://sms.example/messages", secret: process.env.SMS_SECRET })
 */
export const httpChannel = (kind: NoticeChannel, options: HttpChannelOptions): Channel => ({
  kind,
  send: (message) => async () => {
    const to = kind === "sms" || kind === "phone" ? phoneNumber(message.to) : message.to;
    if (to === undefined) return left({ code: "AddressRefused", again: false, detail: "it is no phone number" });
    const { timeoutMs = TIMEOUT_MS } = options;
    try {
      const response = await fetch(options.url, {
        ...requestOf(options, { ...message, to }),
        method: "POST",
        redirect: "manual",
        signal: AbortSignal.timeout(timeoutMs),
      });
      return await answerOf(response, options.clock ?? Date.now);
    } catch (cause) {
      return left(failureOf(cause, timeoutMs));
    }
  },
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
    headers: {
      "content-type": "application/json",
      "idempotency-key": message.key,
      ...(secret !== undefined && {
        "webhook-id": message.key,
        "webhook-timestamp": seconds,
        "webhook-signature": `v1,${signatureOf(secret, `${message.key}.${seconds}.${text}`)}`,
      }),
      ...headers,
    },
  };
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

const answerOf = async (response: Response, clock: () => number): Promise<Either<SendFailure, Sent>> => {
  const { status } = response;
  const text = await beginningOf(response);
  if (status >= 200 && status < 300) return right({ reference: referenceIn(text) });
  const again = [408, 425, 429].includes(status) || status >= 500;
  const retryAfterMs = again ? retryAfter(response.headers.get("retry-after"), clock()) : undefined;
  return left({
    code: again ? "GatewayFailed" : "MessageRefused",
    again,
    detail: `the gateway answered ${status}`,
    ...(retryAfterMs !== undefined && { retryAfterMs }),
  });
};

/** As much as is looked at; a gateway that never ends is not listened to. */
const beginningOf = async ({ body }: Response): Promise<string> => {
  if (body === null) return "";
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of body) {
    chunks.push(chunk);
    bytes += chunk.byteLength;
    if (bytes > MOST_BYTES) break;
  }
  return Buffer.concat(chunks).subarray(0, MOST_BYTES).toString("utf8");
};

const referenceIn = (text: string): string | null => {
  try {
    const said: unknown = JSON.parse(text);
    if (typeof said !== "object" || said === null) return null;
    for (const member of ["id", "messageId", "reference"]) {
      const value: unknown = (said as Readonly<Record<string, unknown>>)[member];
      if (typeof value === "string" || typeof value === "number") return String(value).slice(0, 200);
    }
    return null;
  } catch {
    return null;
  }
};

/** Seconds, or a date (RFC 9110, 10.2.3). */
const retryAfter = (text: string | null, now: number): number | undefined => {
  if (text === null) return undefined;
  const ms = /^\d{1,9}$/.test(text) ? Number(text) * 1_000 : Date.parse(text) - now;
  return Number.isFinite(ms) && ms >= 0 ? ms : undefined;
};

/** In our words: what the platform throws may name the address. */
const failureOf = (cause: unknown, timeoutMs: number): SendFailure => {
  const name = cause instanceof Error ? cause.name : "";
  if (name === "TimeoutError" || name === "AbortError")
    return { code: "GatewayTimeout", again: true, detail: `no answer within ${timeoutMs} ms` };
  return { code: "GatewayUnreachable", again: true, detail: "the gateway cannot be reached, or broke off" };
};
