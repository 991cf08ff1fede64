import { readFileSync } from "node:fs";
import { stripTypeScriptTypes } from "node:module";
import { right } from "fp-ts/lib/Either.js";
import { expect, it } from "vitest";
import { type Channel, withCircuitBreaker } from "../../src/index.js";
import { anOutgoingMessage as message } from "../support/an-outgoing-message.js";

const page = readFileSync(new URL("../../../../docs/how-to/deadlines.md", import.meta.url), "utf8");

it("the channel of the guide sends, and is left alone like any other", async () => {
  const snippet = /## A channel of one's own\n\n```ts\n(.+?)```/s.exec(page)?.[1] ?? expect.unreachable();
  const program = stripTypeScriptTypes(snippet.replaceAll(/^import .+$/gm, ""));
  const sent: string[][] = [];
  const sendByZalo = async (...words: string[]) => `zalo-${sent.push(words)}`;
  const channel: Channel = new Function("right", "sendByZalo", `${program}; return zalo;`)(right, sendByZalo);
  const guarded = withCircuitBreaker({ failures: 1, pauseMs: 1_000 }, () => 0)(channel);
  expect(await guarded.send(message)()).toEqual(right({ reference: "zalo-1" }));
  expect(sent).toEqual([[message.key, message.to, message.text]]);
});
