import { type Either, left, right } from "fp-ts/lib/Either.js";
import type { SendFailure, Sent } from "./channel.js";

/** What a gateway says about one message is short. */
const MOST_BYTES = 64 * 1024;
/** A gateway that asks for years is mistaken: the message would wait, and nobody would see it. */
const LONGEST_WAIT_MS = 24 * 3_600_000;
/** A key that has run out, a path that has moved: every message would meet it, so it waits until that is mended. */
const OF_THE_SET_UP: ReadonlySet<number> = new Set([401, 403, 404, 405]);
const LATER: ReadonlySet<number> = new Set([408, 425, 429]);

/** How an answer is read. */
export interface AnswerOptions {
  /**
   * Whether an answer of 2xx says all the same that the message was not taken, as many gateways do: by its JSON, or its text
   * where it is none. Default: it was.
   */
  readonly refusedIn?: (answer: unknown) => "again" | "forGood" | undefined;
  /** Epoch milliseconds. Default: the machine's clock. */
  readonly clock?: () => number;
}

/** What the answer of a gateway says of the message. Its own words are not told: they may name the address. */
export const answerOf = async (
  response: Response,
  { clock = Date.now, refusedIn = () => undefined }: AnswerOptions,
): Promise<Either<SendFailure, Sent>> => {
  const { status } = response;
  const text = await beginningOf(response);
  if (status >= 200 && status < 300) {
    const answer = parsed(text);
    const refused = refusedIn(answer);
    if (refused === undefined) return right({ reference: referenceIn(answer) });
    const code = refused === "again" ? "GatewayFailed" : "MessageRefused";
    return left({ code, again: refused === "again", detail: `the gateway answered ${status}, and that it did not` });
  }
  const again = status < 400 || status >= 500 || LATER.has(status) || OF_THE_SET_UP.has(status);
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

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
};

const referenceIn = (answer: unknown): string | null => {
  if (typeof answer !== "object" || answer === null) return null;
  for (const member of ["id", "messageId", "reference"]) {
    const value: unknown = (answer as Readonly<Record<string, unknown>>)[member];
    if (typeof value === "string" || typeof value === "number") return String(value).slice(0, 200);
  }
  return null;
};

/** Seconds, or a date (RFC 9110, 10.2.3). */
const retryAfter = (text: string | null, now: number): number | undefined => {
  if (text === null) return undefined;
  const ms = /^\d{1,9}$/.test(text) ? Number(text) * 1_000 : Date.parse(text) - now;
  return Number.isFinite(ms) && ms >= 0 ? Math.min(ms, LONGEST_WAIT_MS) : undefined;
};
