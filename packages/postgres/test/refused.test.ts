import { isLeft, isRight } from "fp-ts/lib/Either.js";
import { beforeAll, describe, expect, it } from "vitest";
import { eventsFor } from "./support/events.js";
import { messageOf } from "./support/message.js";
import { connected, opened, testServer } from "./support/postgres.js";

const { newDatabase } = testServer();

describe("whatever a stream is called and an event holds, nothing but the append happens", () => {
  const names = [
    "a-'; DROP TABLE motcua.events; --",
    'a-"quoted"',
    "a-\\'); DELETE FROM motcua.events; --",
    "a-$1",
    "a-$$;SELECT 1;$$",
    "a-\\.",
    "a-\\N",
    "a-\\t\\n",
    "a-%s{}",
    "a-x".padEnd(400, "ử"),
  ];

  let url: string;
  beforeAll(async () => {
    url = await newDatabase();
  });

  it.each(names)("a stream %j", async (stream) => {
    const store = await opened({ url });
    for (const count of [1, 150]) {
      const events = eventsFor(count, { type: `T${stream.slice(3)}`, data: { text: stream, "\\": "\\N\\." } });
      expect(isRight(await store.append(stream, events, "any")())).toBe(true);
    }
    const page = await store.readStream(stream)();
    expect(page).toMatchObject({ right: { version: 151 } });
    if (isRight(page)) expect(page.right.events.every(({ type }) => type === `T${stream.slice(3)}`)).toBe(true);
    await store.close();
  });

  it.each(["a-\u0000", "a-\ud800", "a-".padEnd(10_000, "x"), "", "a-\n"])(
    "%j is refused before it is sent",
    async (stream) => {
      const store = await opened({ url });
      const before = await store.head();
      expect(await store.append(stream, eventsFor(1), "any")()).toMatchObject({
        left: { code: "EventRefused", reason: "badStreamName" },
      });
      expect(await store.readStream(stream)()).toMatchObject({ right: { version: 0 } });
      expect(await store.head()).toEqual(before);
      await store.close();
    },
  );
});

describe("what the server refuses", () => {
  const canary = () => eventsFor(1, { data: { name: "canary-name" }, meta: { by: "canary-clerk" } });

  it.each([
    ["53100", "StoreUnavailable", "the server's disk is full"],
    ["53200", "StoreUnavailable", "53200"],
    ["XX001", "StoreDamaged", "corrupted"],
    ["42501", "AccessDenied", "lacks the right"],
    ["25006", "AccessDenied", "takes no writes"],
  ])(
    "as SQLSTATE %s is %s, nothing is written, and no one reads an event in the message",
    async (state, code, detail) => {
      const url = await newDatabase();
      const store = await opened({ url });
      // In place of a disk that is full, which would have to be made: the same answer of the server.
      await connected(url, (client) =>
        client.query(`
        CREATE FUNCTION motcua.fail() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN RAISE EXCEPTION 'failed' USING ERRCODE = '${state}', DETAIL = NEW.data::text; END $$;
        CREATE TRIGGER fail AFTER INSERT ON motcua.events FOR EACH ROW EXECUTE FUNCTION motcua.fail()`),
      );
      for (const events of [canary(), Array.from({ length: 120 }, canary).flat()]) {
        const answer = await store.append("a-1", events, "any")();
        expect(answer).toMatchObject({ left: { code, detail: expect.stringContaining(detail) } });
        if (isLeft(answer)) {
          expect(messageOf(answer.left)).not.toContain("canary");
          expect("inDoubt" in answer.left && answer.left.inDoubt).toBe(false);
        }
      }
      await connected(url, (client) => client.query("DROP TRIGGER fail ON motcua.events"));
      expect(await store.append("a-1", eventsFor(1), "none")()).toMatchObject({ right: { version: 1 } });
      await store.close();
    },
  );

  it("takes no longer than timeoutMs, where it stops answering; and then it is not known whether it was done", async () => {
    const url = await newDatabase();
    const store = await opened({ url, timeoutMs: 400 });
    await connected(url, (client) =>
      client.query(`
        CREATE FUNCTION motcua.slow() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN PERFORM pg_sleep(3); RETURN NULL; END';
        CREATE TRIGGER slow AFTER INSERT ON motcua.events FOR EACH STATEMENT EXECUTE FUNCTION motcua.slow()`),
    );
    for (const count of [1, 150]) {
      expect(await store.append(`a-${count}`, eventsFor(count), "none")()).toMatchObject({
        left: { code: "StoreUnavailable", inDoubt: true, detail: "the database did not answer in time" },
      });
    }
    await store.close();
  });
});
