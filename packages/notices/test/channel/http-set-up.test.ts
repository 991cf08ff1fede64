import { left, right } from "fp-ts/lib/Either.js";
import { describe, expect, it } from "vitest";
import { httpChannel } from "../../src/index.js";
import { anOutgoingMessage as message } from "../support/an-outgoing-message.js";
import { listening } from "../support/listening.js";

describe("a gateway", () => {
  it.each([401, 403, 404, 405, 301, 308])("that answers %i to every message costs none of them", async (status) => {
    const url = await listening((_, response) => response.writeHead(status).end());
    expect(await httpChannel("sms", { url }).send(message)()).toEqual(
      left({ code: "GatewayFailed", again: true, detail: `the gateway answered ${status}` }),
    );
  });

  it.each([400, 402, 410, 413, 422])("that answers %i has refused this one", async (status) => {
    const url = await listening((_, response) => response.writeHead(status, { "retry-after": "60" }).end());
    expect(await httpChannel("sms", { url }).send(message)()).toEqual(
      left({ code: "MessageRefused", again: false, detail: `the gateway answered ${status}` }),
    );
  });

  it.each(["999999999", "Fri, 31 Dec 9999 23:59:59 GMT"])(
    "that asks to wait %s is asked again after a day",
    async (time) => {
      const url = await listening((_, response) => response.writeHead(503, { "retry-after": time }).end());
      expect(await httpChannel("sms", { url }).send(message)()).toMatchObject({ left: { retryAfterMs: 86_400_000 } });
    },
  );

  it.each([
    ["sms", "0912 345 678", "84912345678-7"],
    ["sms", "0912 345 678", "SM/0912.345.678"],
    ["email", "a.person@example.vn", "<7/A.Person@example.vn>"],
  ] as const)("whose reference is made of the address by %s gives none to record", async (kind, to, id) => {
    const url = await listening((_, response) => response.writeHead(200).end(JSON.stringify({ id })));
    expect(await httpChannel(kind, { url }).send({ ...message, to })()).toEqual(right({ reference: null }));
  });
});

describe("nothing is sent", () => {
  it("where the address is none, the key cannot stand in a header, or the body cannot be made", async () => {
    let asked = 0;
    const url = await listening((_, response) => response.writeHead(200).end(String(asked++)));
    const refused = [
      httpChannel("email", { url }).send({ ...message, to: "nobody" }),
      httpChannel("phone", { url }).send({ ...message, to: "nobody@example.vn" }),
      httpChannel("sms", { url }).send({ ...message, key: "a\r\nx-other: b" }),
      httpChannel("sms", {
        url,
        body: ({ to }) => {
          throw new Error(to);
        },
      }).send(message),
    ];
    const codes = await Promise.all(refused.map((send) => send()));
    expect(codes).toMatchObject([
      { left: { code: "AddressRefused", again: false } },
      { left: { code: "AddressRefused", again: false } },
      { left: { code: "MessageRefused", again: false } },
      { left: { code: "MessageRefused", again: false } },
    ]);
    expect(asked).toBe(0);
  });
});
