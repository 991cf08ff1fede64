import { readFileSync } from "node:fs";
import { isLeft } from "fp-ts/lib/Either.js";
import { expect, it } from "vitest";
import { requestOf } from "../src/channel/http-channel.js";
import { smsLength, wordingOf } from "../src/index.js";

const page = readFileSync(new URL("../../../docs/reference/notices.md", import.meta.url), "utf8");

it("the samples of the reference are what is sent, each in one part", () => {
  const word = wordingOf({ language: "vi" });
  if (isLeft(word)) throw new Error();
  const fields = { code: "000.00.01.H05-180702-0001", due: "09/07/2018", newDue: "16/07/2018", of: "opinion-1" };
  const samples = [...page.matchAll(/^\| `([\w.]+)` \| ((?:Ho so|Y kien).+) \|$/gm)];
  expect(samples).toHaveLength(6);
  for (const [, name = "", text = ""] of samples) {
    expect(word.right(name, "sms", fields)).toEqual({ _tag: "Right", right: { text } });
    expect(smsLength(text).segments).toBe(1);
  }
});

it("the request of the reference is the one that is made", () => {
  const [, body = ""] = /\n\n(\{"key".+\})\n```/.exec(page) ?? [];
  const signature = /webhook-signature: (\S+)/.exec(page)?.[1];
  const message = JSON.parse(body);
  const request = requestOf({ secret: "s3cret", clock: () => 1_530_756_000_000 }, message);
  expect(request.body).toBe(body);
  expect(request.headers).toMatchObject({
    "idempotency-key": message.key,
    "webhook-timestamp": "1530756000",
    "webhook-signature": signature,
  });
});
