import { type Asker, event, type Fact } from "./ask.js";

/** What an append may expect of its stream, and what it is told where that does not hold. */
export async function* expectations({ client, stream, append, read, settled }: Asker): AsyncIterable<Fact> {
  const [existing, absent] = [stream("a"), stream("z")];
  const appendWith = (options: object) =>
    settled(async () => (await client.appendToStream(existing, [event(3)], options)).nextExpectedRevision);

  yield ["two events into a new stream, no_stream", await append(existing, [event(1), event(2)], "no_stream")];
  yield ["revision 1, expecting no_stream", await append(existing, [event(3)], "no_stream")];
  yield ["revision 1, expecting 0", await append(existing, [event(3)], 0n)];
  yield ["revision 1, expecting 7", await append(existing, [event(3)], 7n)];
  yield ["no stream, expecting 0", await append(absent, [event(3)], 0n)];
  yield ["no stream, expecting 5", await append(absent, [event(3)], 5n)];
  yield ["no stream, expecting stream_exists", await append(absent, [event(3)], "stream_exists")];
  yield ["no_stream under the name expectedRevision alone", await appendWith({ expectedRevision: "no_stream" })];
  yield ["no_stream under the name streamState alone", await appendWith({ streamState: "no_stream" })];
  yield ["what all that has written", await read(existing)];
}

/** Appends that repeat others, in whole or in part. */
export async function* repetitions({ stream, append, read }: Asker): AsyncIterable<Fact> {
  const [repeated, other, twice] = [stream("i"), stream("i2"), stream("i3")];
  const [first, second, third] = [event(0), event(1), event(2)];
  const batch = [first, second];

  yield ["a batch of two, no_stream", await append(repeated, batch, "no_stream")];
  yield ["the batch again, no_stream", await append(repeated, batch, "no_stream")];
  yield ["the batch again, any", await append(repeated, batch, "any")];
  yield ["a third event, expecting 1", await append(repeated, [third], 1n)];
  yield ["the batch again after more was written, no_stream", await append(repeated, batch, "no_stream")];
  yield ["the third again, expecting 1", await append(repeated, [third], 1n)];
  yield ["the third again, any", await append(repeated, [third], "any")];
  yield ["the third again, stream_exists", await append(repeated, [third], "stream_exists")];
  yield ["the third with other content, expecting 1", await append(repeated, [{ ...third, data: { n: 99 } }], 1n)];
  yield ["the third again, expecting itself", await append(repeated, [third], 2n)];
  yield ["a known id, then a new one, expecting 1", await append(repeated, [third, event(9)], 1n)];
  yield ["a new id, then a known one, expecting 1", await append(repeated, [event(9), third], 1n)];
  yield ["a known id, then a new one, any", await append(repeated, [third, event(9)], "any")];
  yield ["the first of the batch alone, no_stream", await append(repeated, [first], "no_stream")];
  yield ["the second of the batch alone, expecting 0", await append(repeated, [second], 0n)];
  yield ["a known id in another stream", await append(other, [third], "no_stream")];
  yield ["one id twice in an append", await append(twice, [third, third], "no_stream")];
  const numbered = await read(repeated, {}, ({ revision, data }) => `${revision}:${(data as { n: number }).n}`);
  yield ["the stream of repetitions", numbered];
  yield ["the stream of one id twice", await read(twice)];
}

/** Appends at the same time. */
export async function* races({ stream, append, read }: Asker): AsyncIterable<Fact> {
  const [raced, ordered] = [stream("race"), stream("order")];
  const field = (answers: ReadonlyArray<unknown>, name: string) =>
    answers.map((answer) => (answer as Readonly<Record<string, unknown>>)[name]);
  const numbers = [...Array(200).keys()];

  const race = await Promise.all(numbers.slice(0, 20).map((n) => append(raced, [event(n)], "no_stream")));
  const won = field(race, "ok").filter((ok) => ok === true).length;
  const lost = field(race, "error").filter((error) => error === "wrong-expected-version").length;
  yield ["20 at once, no_stream: won and lost", [won, lost]];
  yield ["the stream of the race", await read(raced)];

  const sent = await Promise.all(numbers.map((n) => append(ordered, [event(n)], "any")));
  const kept = await read(ordered, {}, ({ data }) => (data as { n: number }).n);
  yield ["200 at once, any: stored in the order sent", JSON.stringify(kept) === JSON.stringify(numbers)];
  yield ["and answered with revisions in that order", field(sent, "rev").every((rev, n) => rev === BigInt(n))];
}
