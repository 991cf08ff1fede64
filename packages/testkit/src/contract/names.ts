import { deepEqual, equal } from "node:assert/strict";
import { MAX_NAME_LENGTH } from "@motcua/event-store";
import { group } from "./check.js";
import { failsWith, succeeds } from "./expect.js";
import { event, events, idsOf, wholeLog } from "./sample.js";

/** What means something to SQL, to patterns, to regular expressions, to paths, to headers and to those who read badly. */
const NAMES = [
  "a'1",
  "a''; DELETE FROM events; --",
  'a"1"',
  "a`1`",
  "a%1",
  "a_1",
  "a\\1",
  "a?1",
  "$1".replace("$", "a$"),
  "a:1",
  "a@1",
  "a/../1",
  "a/1",
  "a#1&b=2",
  "a%2F1",
  "a%00",
  "a.*",
  "(a|b)+",
  "^a$",
  "[a]{1}",
  "a,b",
  "a;b",
  "a b",
  " a",
  "a ",
  "A",
  "a",
  "á",
  "á".normalize("NFD"),
  "Hồ sơ số 1",
  "👩‍👩‍👧‍👦",
  "\u007f\u0085\u2028",
  "null",
  "__proto__",
  "constructor",
  "0",
  "-1",
  "NaN",
] as const;

/** What no store takes as a name. */
const REFUSED = [
  "",
  "$all",
  "$ce-a",
  "a\u0000",
  "\u0000",
  "a\nb",
  "a\rb",
  "a\tb",
  "a\u001fb",
  "\ud800",
  "a\udc00b",
  "x".repeat(MAX_NAME_LENGTH + 1),
  "x".repeat(10_000),
  "ế".repeat(10_000),
] as const;

export const names = group("names", {
  "whatever a stream is called, it is kept apart from all others": async (store) => {
    const given = NAMES.map(() => events(2));
    for (const [n, name] of NAMES.entries())
      equal((await succeeds(store.append(name, given[n] ?? [], "none")())).version, 2);
    for (const [n, name] of NAMES.entries()) {
      const page = await succeeds(store.readStream(name)());
      deepEqual([idsOf(page.events), page.version], [idsOf(given[n] ?? []), 2]);
      deepEqual(new Set(page.events.map(({ stream }) => stream)), new Set([name]));
      equal((await failsWith("VersionConflict", store.append(name, events(1), "none")())).stream, name);
    }
    equal((await wholeLog(store)).events.length, 2 * NAMES.length);
  },
  "whatever a type is called, it is found by its name and nothing else is": async (store) => {
    const given = NAMES.map((type) => event({ type }));
    await succeeds(store.append("a-1", given, "none")());
    for (const [n, type] of NAMES.entries())
      deepEqual(idsOf((await wholeLog(store, { types: [type], limit: 7 })).events), [given[n]?.id]);
    deepEqual(idsOf((await wholeLog(store, { types: [...NAMES], limit: 7 })).events), idsOf(given));
  },
  "whatever a category is called, it is found by its name and nothing else is": async (store) => {
    const categories = NAMES.filter((name) => !name.includes("-"));
    const given = categories.map(() => event());
    for (const [n, category] of categories.entries())
      await succeeds(store.append(`${category}-1`, given.slice(n, n + 1), "none")());
    for (const [n, category] of categories.entries())
      deepEqual(idsOf((await wholeLog(store, { categories: [category], limit: 7 })).events), [given[n]?.id]);
  },
  "names of 400 characters are taken, of one byte and of three": async (store) => {
    for (const letter of ["x", "ế".normalize("NFC")]) {
      const longest = letter.repeat(MAX_NAME_LENGTH);
      await succeeds(store.append(longest, [event({ type: longest })], "none")());
      const [found] = (await succeeds(store.readStream(longest)())).events;
      deepEqual([found?.stream, found?.type], [longest, longest]);
      equal((await wholeLog(store, { types: [longest], categories: [longest] })).events.length, 1);
    }
  },
  "streams that no store takes are refused before anything is written": async (store) => {
    for (const name of REFUSED)
      for (const expected of ["any", "none", 3] as const)
        equal((await failsWith("EventRefused", store.append(name, events(1), expected)())).reason, "badStreamName");
    equal((await wholeLog(store)).events.length, 0);
  },
  "types that no store takes are refused before anything is written": async (store) => {
    for (const type of REFUSED)
      equal(
        (await failsWith("EventRefused", store.append("a-1", [event(), event({ type })], "none")())).reason,
        "badType",
      );
    equal((await wholeLog(store)).events.length, 0);
  },
  "what cannot be a stream is missing, and what cannot be a type or a category finds nothing": async (store) => {
    await succeeds(store.append("a-1", events(3), "none")());
    for (const name of REFUSED) {
      deepEqual(await succeeds(store.readStream(name)()), { events: [], version: 0, next: null });
      deepEqual((await wholeLog(store, { types: [name] })).events, []);
      deepEqual((await wholeLog(store, { categories: [name] })).events, []);
    }
  },
});
