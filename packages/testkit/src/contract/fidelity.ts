import { deepEqual, equal, notEqual } from "node:assert/strict";
import { group } from "./check.js";
import { succeeds } from "./expect.js";
import { event, wholeLog, wholeStream } from "./sample.js";

const COMPOSED = "hồ sơ".normalize("NFC");
const DECOMPOSED = "hồ sơ".normalize("NFD");

const texts: ReadonlyArray<string> = [
  "Uỷ ban nhân dân phường Cửa Nam, thành phố Hà Nội",
  COMPOSED,
  DECOMPOSED,
  "👩‍👩‍👧‍👦 🇻🇳 𝒳",
  "\u0001\u001f\u007f\u0085\u2028\u2029\ufeff\ufffe\uffff",
  "\r\n\t \u00a0 trailing ",
  '"\\/\b\f \\u0000 \\ud800',
  "שלום \u202eabc\u202c",
  "",
];

const numbers: ReadonlyArray<number> = [
  0,
  1,
  -1,
  0.1,
  0.1 + 0.2,
  1e-7,
  5e-324,
  123456789012345.6,
  2 ** 53 - 1,
  -(2 ** 53) + 1,
  4.35,
  1e-300,
];

export const fidelity = group("fidelity", {
  "text comes back code point for code point, as value and as key": async (store) => {
    for (const [index, text] of texts.entries()) {
      const given = event({ data: { text, list: [text], [`k${text}`]: index }, meta: { text } });
      await succeeds(store.append(`a-${index}`, [given], "none")());
      const [found] = await wholeStream(store, `a-${index}`);
      deepEqual([found?.data, found?.meta], [given.data, given.meta]);
    }
  },
  "composed and decomposed text are kept apart, also in names": async (store) => {
    notEqual(COMPOSED, DECOMPOSED);
    const types = [COMPOSED, DECOMPOSED];
    for (const type of types) await succeeds(store.append(`${type}-1`, [event({ type })], "none")());
    for (const type of types) {
      deepEqual(
        (await wholeLog(store, { types: [type] })).events.map((item) => item.type),
        [type],
      );
      deepEqual(
        (await wholeLog(store, { categories: [type] })).events.map((item) => item.stream),
        [`${type}-1`],
      );
    }
  },
  "numbers come back bit for bit": async (store) => {
    await succeeds(store.append("a-1", [event({ data: { numbers } })], "none")());
    deepEqual((await wholeStream(store, "a-1"))[0]?.data, { numbers });
  },
  "a negative zero comes back as zero, and is the same event": async (store) => {
    const given = event({ data: { value: -0 } });
    await succeeds(store.append("a-1", [given], "none")());
    deepEqual((await wholeStream(store, "a-1"))[0]?.data, { value: 0 });
    equal((await succeeds(store.append("a-1", [given], "none")())).version, 1);
  },
  "null, booleans, empty text, arrays and objects stay what they are": async (store) => {
    const data = { a: null, b: true, c: false, d: "", e: [], f: {}, g: [[], [null]], h: { "": 0 } };
    await succeeds(store.append("a-1", [event({ data })], "none")());
    deepEqual((await wholeStream(store, "a-1"))[0]?.data, data);
  },
  "what the caller changes after the call is not in the log": async (store) => {
    const data = { list: [1], text: "before" };
    const given = { ...event({ data }) };
    const batch = [given];
    const appending = store.append("a-1", batch, "none")();
    data.list.push(2);
    data.text = "after";
    given.type = "After";
    given.occurredAt = 0;
    batch.push(event());
    await succeeds(appending);
    const [found, ...others] = await wholeStream(store, "a-1");
    deepEqual([found?.type, found?.data, others.length], ["Received", { list: [1], text: "before" }, 0]);
    notEqual(found?.occurredAt, 0);
  },
  "what a reader changes is not in the log": async (store) => {
    await succeeds(store.append("a-1", [event({ data: { list: [1] } })], "none")());
    const [found] = await wholeStream(store, "a-1");
    try {
      Object.assign(found?.data ?? {}, { list: [2] });
      Object.assign(found ?? {}, { type: "After" });
    } catch {
      // Frozen events are as good as copies.
    }
    for (const read of [await wholeStream(store, "a-1"), (await wholeLog(store)).events])
      deepEqual([read[0]?.type, read[0]?.data], ["Received", { list: [1] }]);
  },
});
