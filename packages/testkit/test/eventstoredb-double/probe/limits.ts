import { randomUUID } from "node:crypto";
import { type Asker, event, expecting, type Fact } from "./ask.js";

/** What is too large, and what is no input at all. */
export async function* badInput({ client, stream, append, read, settled }: Asker): AsyncIterable<Fact> {
  const target = stream("e");
  yield ["an append of nothing", await append(target, [], "no_stream")];
  yield ["an id that is no UUID", await append(target, [event(1, { id: "not-a-uuid" })], "no_stream")];
  const id = randomUUID().toUpperCase();
  await settled(() => client.appendToStream(stream("up"), [event(1, { id })], expecting("no_stream")));
  const found = await read(stream("up"), {}, (recorded) => recorded.id);
  const isLower = Array.isArray(found) && found[0] === id.toLowerCase();
  yield ["a UUID in capitals comes back", isLower ? "lower-cased" : found];
  yield ["expecting the number -1", await append(target, [event(1)], -1)];
  yield ["expecting -1", await append(target, [event(1)], -1n)];
  yield ["expecting 1.5", await append(target, [event(1)], 1.5)];
  yield ["expecting 2^63", await append(target, [event(1)], 2n ** 63n)];
}

export async function* sizes({ stream, append, read }: Asker): AsyncIterable<Fact> {
  const sized = (n: number, kibibytes: number) => event(n, { data: { x: "y".repeat(kibibytes * 1024) } });
  for (const kibibytes of [900, 1000, 1020, 1030, 4000, 17000])
    yield [`an event of ${kibibytes} KiB`, await append(stream(`big${kibibytes}`), [sized(1, kibibytes)], "no_stream")];
  const many = Array.from({ length: 1100 }, (_, n) => sized(n, 1));
  yield ["1,100 events of 1 KiB in one append", await append(stream("many"), many, "no_stream")];
  const stored = await read(stream("many"));
  yield ["how many of them were stored", Array.isArray(stored) ? stored.length : null];
}

export async function* names({ stream, append, read }: Asker, run: string): AsyncIterable<Fact> {
  const streams: ReadonlyArray<readonly [what: string, name: string]> = [
    ["quotes", stream(`q'";--`)],
    ["Unicode", stream("Hồ sơ ữ 一 🎯")],
    ["NUL", stream("n\u0000x")],
    ["slashes and other signs of an address", stream("a/b@c?d=e&f#g")],
    ["a new line", stream("a\nb")],
    ["1,000 characters", stream("x".repeat(1000))],
    ["10,000 characters", stream("x".repeat(10000))],
    ["a lone surrogate", stream("\ud800")],
    ["nothing", ""],
    ["$ at its head", `$p${run}`],
    ["$$, another's metadata", `$$${stream("a")}`],
    ["spaces", stream(" a b ")],
  ];
  for (const [what, name] of streams) {
    yield [`a stream name of ${what}`, await append(name, [event(1)], "any")];
    if (name === "") continue;
    const back = await read(name, {}, ({ streamId }) => (streamId === name ? "same name" : streamId));
    yield [`and read back, ${what}`, back];
  }
  const types: ReadonlyArray<readonly [what: string, type: string]> = [
    ["$ at its head", "$mine"],
    ["nothing", ""],
    ["Unicode", "Tiếp-nhận"],
    ["5,000 characters", "t".repeat(5000)],
  ];
  for (const [what, type] of types)
    yield [`an event type of ${what}`, await append(stream("ty"), [event(1, { type })], "any")];
  yield ["and read back, types", await read(stream("ty"), {}, ({ type }) => type.slice(0, 12))];
}
