import { type Asker, event, expecting, type Fact } from "./ask.js";
import type { Recorded, WireEvent } from "./client.js";

const DATA: ReadonlyArray<readonly [what: string, data: unknown]> = [
  ["null", null],
  ["0", 0],
  ["false", false],
  ["an empty text", ""],
  ["an array", [1, "a"]],
  ["2^53 + 1 as a number", Number(2n ** 53n + 1n)],
  ["depth", { a: { b: { c: [{}] } } }],
  ["a key __proto__", JSON.parse('{"__proto__":{"x":1}}')],
];

/** What is written comes back. */
export async function* fidelity({ client, stream, append, read, settled }: Asker): AsyncIterable<Fact> {
  const roundTrip = <Answer>(name: string, part: Partial<WireEvent>, pick: (recorded: Recorded) => Answer) =>
    settled(async () => {
      await client.appendToStream(stream(name), [event(1, part)], expecting("no_stream"));
      const found = await read(stream(name), {}, pick);
      return Array.isArray(found) ? found[0] : found;
    });

  const metadata = { $correlationId: "k", a: [1, { b: "ữ" }] };
  yield ["metadata", await roundTrip("md", { metadata }, (recorded) => recorded.metadata)];
  for (const [what, data] of DATA)
    yield [`data: ${what}`, await roundTrip(`d${what}`, { data }, (recorded) => JSON.stringify(recorded.data))];
  const binary = { contentType: "application/octet-stream", data: Buffer.from([0, 255, 1]) } as const;
  const shape = ({ contentType, isJson, data }: Recorded) => [
    contentType ?? null,
    isJson,
    data instanceof Uint8Array,
    data instanceof Uint8Array ? [...data] : data,
  ];
  yield ["bytes: content type, isJson, is it bytes, which", await roundTrip("bin", binary, shape)];

  const now = Date.now();
  await append(stream("t"), [event(1), event(2)], "no_stream");
  const created = await read(stream("t"), {}, (recorded) => recorded.created);
  if (!Array.isArray(created)) throw new Error("the events are gone");
  const [first, second] = created as ReadonlyArray<Date>;
  const isNow = first !== undefined && Math.abs(first.getTime() - now) < 5_000;
  const grows = first !== undefined && second !== undefined && second >= first;
  yield ["created: is it a Date, is it now, does it grow", [first instanceof Date, isNow, grows]];
}
