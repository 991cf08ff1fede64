import { deepEqual, equal } from "node:assert/strict";
import {
  type Cursor,
  type DeadIntent,
  inMemoryProcessStore,
  type ProcessChange,
  type ProcessCheckpoint,
  type ProcessRow,
  type ProcessStore,
} from "@motcua/event-store";
import fc from "fast-check";
import { isLeft } from "fp-ts/lib/Either.js";
import { fails, succeeds } from "../contract/expect.js";
import type { TestRunner } from "../contract/runner.js";

export interface ProcessStoreContract extends TestRunner {
  /** The name of the adapter in the report. */
  readonly name: string;
  /** Opens a fresh, empty process store. The suite closes it. */
  readonly open: () => Promise<ProcessStore>;
  /** Opens the same one once more, as another process would. Leave it out where that is impossible. */
  readonly openAgain?: (first: ProcessStore) => Promise<ProcessStore>;
}

/**
 * The contract suite of the process store: registers a test for every rule.
 *
 * @example
 * import { describe, it } from "vitest";
 * import { processStoreContract } from "@motcua/testkit";
 * processStoreContract({ name: "in memory", open: async () => inMemoryProcessStore(), describe, it });
 */
export const processStoreContract = ({ name, open, openAgain, describe, it }: ProcessStoreContract): void => {
  describe(`${name} keeps the contract of the process store`, () => {
    for (const [rule, body] of Object.entries(RULES))
      it(rule, async () => {
        const states = await open();
        try {
          await body(states);
        } finally {
          await states.close();
        }
      });
    if (openAgain !== undefined)
      it("of two that go on from one place one wins, and the other has written nothing", async () => {
        const first = await open();
        const second = await openAgain(first);
        try {
          await race(first, second);
        } finally {
          await second.close();
          await first.close();
        }
      });
  });
};

const DESK = { name: "desk", version: 1 };
const OTHERS = [
  { name: "desk", version: 2 },
  { name: "dessk", version: 1 },
];

const place = (folded: number, others: Partial<ProcessCheckpoint> = {}): ProcessCheckpoint => ({
  cursor: String(folded) as Cursor,
  folded,
  last: null,
  quietUntil: null,
  ...others,
});

const row = (stream: string, wakeAt: number | null, others: Partial<ProcessRow> = {}): ProcessRow => ({
  stream,
  version: 1,
  state: "{}",
  wakeAt,
  rung: [],
  ...others,
});

const dead = (key: string, at: number, reason = "không gửi được"): DeadIntent => ({
  key,
  stream: `stream-${key}`,
  intent: JSON.stringify({ key }),
  reason,
  at,
});

const first = (change: Omit<ProcessChange, "from" | "to"> = {}): ProcessChange => ({
  from: null,
  to: place(1),
  ...change,
});

const streamsOf = (rows: ReadonlyArray<ProcessRow>) => rows.map(({ stream }) => stream);

const RULES: Readonly<Record<string, (states: ProcessStore) => Promise<void>>> = {
  "an empty one knows of no process": async (states) => {
    deepEqual(await succeeds(states.processes()), []);
    deepEqual(await succeeds(states.places("desk")()), []);
    deepEqual(await succeeds(states.rows(DESK, ["a"])()), []);
    deepEqual(await succeeds(states.due(DESK, 1e15, 10)()), []);
    deepEqual(await succeeds(states.deadIntents(DESK)()), []);
  },
  "what is saved is there, with its place": async (states) => {
    const to = place(7, {
      last: { stream: "dossier-ữ", version: 3, recordedAt: 12 },
      quietUntil: { stream: "s", version: 2 },
    });
    const rows = [
      row("dossier-1", 50, { version: 9, state: '{"tên":"Đ 😀"}', rung: ["a", "b"] }),
      row("dossier-2", null),
    ];
    await succeeds(states.save(DESK, { from: null, to, rows, dead: [dead("k", 5)] })());
    deepEqual(await succeeds(states.processes()), [
      { ...DESK, checkpoint: to, streams: 2, wakeAt: 50, deadIntents: 1 },
    ]);
    deepEqual(await succeeds(states.places("desk")()), [{ ...DESK, checkpoint: to }]);
    const found = await succeeds(states.rows(DESK, ["dossier-1", "dossier-2", "dossier-3"])());
    deepEqual(
      found.toSorted((a, b) => (a.stream < b.stream ? -1 : 1)),
      rows,
    );
    deepEqual(await succeeds(states.deadIntents(DESK)()), [dead("k", 5)]);
  },
  "a place that is quiet until the end is told so": async (states) => {
    await succeeds(states.save(DESK, { from: null, to: place(1, { quietUntil: "end" }) })());
    equal((await succeeds(states.processes()))[0]?.checkpoint.quietUntil, "end");
  },
  "rows are put in place of earlier ones, and go when they are over": async (states) => {
    await succeeds(states.save(DESK, first({ rows: [row("a", 1), row("b", 2), row("c", 3)] }))());
    const change = { rows: [row("b", null, { version: 4, state: "[1]" })], over: ["c", "never"] };
    await succeeds(states.save(DESK, { from: place(1), to: place(2), ...change })());
    const found = await succeeds(states.rows(DESK, ["a", "b", "c"])());
    deepEqual(
      found.toSorted((a, b) => (a.stream < b.stream ? -1 : 1)),
      [row("a", 1), ...change.rows],
    );
  },
  "what is due comes the earliest first, then by stream, up to the instant and no more than asked": async (states) => {
    const rows = [row("c", 20), row("a", 20), row("b", 10), row("d", 21), row("e", null)];
    await succeeds(states.save(DESK, first({ rows }))());
    deepEqual(streamsOf(await succeeds(states.due(DESK, 20, 10)())), ["b", "a", "c"]);
    deepEqual(streamsOf(await succeeds(states.due(DESK, 20, 2)())), ["b", "a"]);
    deepEqual(streamsOf(await succeeds(states.due(DESK, 9, 10)())), []);
    deepEqual(await succeeds(states.due(DESK, 10, 10)()), [row("b", 10)]);
  },
  "dead intents come by age, are put in place of earlier ones with their key, and go when they are revived": async (
    states,
  ) => {
    await succeeds(states.save(DESK, first({ dead: [dead("b", 2), dead("a", 2), dead("c", 1)] }))());
    deepEqual(
      (await succeeds(states.deadIntents(DESK)())).map(({ key }) => key),
      ["c", "a", "b"],
    );
    const change = { dead: [dead("a", 3, "again")], revived: ["b", "never"] };
    await succeeds(states.save(DESK, { from: place(1), to: place(1), ...change })());
    deepEqual(await succeeds(states.deadIntents(DESK)()), [dead("c", 1), dead("a", 3, "again")]);
  },
  "who does not go on from where it stands is overtaken, and has written nothing": async (states) => {
    await succeeds(states.save(DESK, first({ rows: [row("a", 1)] }))());
    const change = { rows: [row("a", 9), row("b", 9)], over: ["a"], dead: [dead("k", 1)], to: place(3) };
    for (const from of [null, place(2), place(1, { cursor: "x" as Cursor }), place(1, { folded: 0 })])
      deepEqual(await fails(states.save(DESK, { ...change, from })()), { code: "ProcessOvertaken", process: DESK });
    deepEqual(await succeeds(states.rows(DESK, ["a", "b"])()), [row("a", 1)]);
    deepEqual(await succeeds(states.deadIntents(DESK)()), []);
    for (const process of OTHERS)
      deepEqual(await fails(states.save(process, { from: place(1), to: place(2) })()), {
        code: "ProcessOvertaken",
        process,
      });
  },
  "versions and names are kept apart, and one is forgotten without the others": async (states) => {
    for (const process of [DESK, ...OTHERS])
      await succeeds(states.save(process, first({ rows: [row("a", process.version)], dead: [dead("k", 1)] }))());
    deepEqual(
      (await succeeds(states.places("desk")())).map(({ name, version }) => [name, version]),
      [
        ["desk", 1],
        ["desk", 2],
      ],
    );
    await succeeds(states.forget(DESK)());
    deepEqual(
      (await succeeds(states.processes())).map(({ name, version }) => [name, version]),
      [
        ["desk", 2],
        ["dessk", 1],
      ],
    );
    deepEqual(await succeeds(states.rows(DESK, ["a"])()), []);
    deepEqual(await succeeds(states.deadIntents(DESK)()), []);
    await succeeds(states.save(DESK, first({ rows: [row("b", 4)] }))());
    deepEqual(streamsOf(await succeeds(states.due(DESK, 100, 10)())), ["b"]);
  },
  "many rows are one change": async (states) => {
    const rows = Array.from({ length: 5_000 }, (_, n) => row(`dossier-${n}`, n));
    await succeeds(states.save(DESK, first({ rows }))());
    equal((await succeeds(states.rows(DESK, streamsOf(rows))())).length, 5_000);
    await succeeds(states.save(DESK, { from: place(1), to: place(2), over: streamsOf(rows).slice(1) })());
    deepEqual(await succeeds(states.due(DESK, 1e6, 10)()), [row("dossier-0", 0)]);
  },
  "names of streams are text and nothing else": async (states) => {
    const names = ["'; DROP TABLE processes; --", '"', "%_\\", "a,b}", "{a}", "null", "", "NULL", "😀 Đ".repeat(60)];
    await succeeds(states.save(DESK, first({ rows: names.map((name) => row(name, 1)) }))());
    deepEqual(streamsOf(await succeeds(states.rows(DESK, names)())).toSorted(), names.toSorted());
  },
  "random changes leave what they leave in memory": async (states) => {
    const model = inMemoryProcessStore();
    const key = fc.constantFrom("a", "b", "c", "d");
    const change = fc.record({
      from: fc.option(fc.nat({ max: 2 }), { nil: null }),
      to: fc.nat({ max: 2 }),
      rows: fc.uniqueArray(fc.record({ stream: key, wakeAt: fc.option(fc.nat({ max: 5 })) }), {
        selector: ({ stream }) => stream,
      }),
      over: fc.uniqueArray(key, { maxLength: 2 }),
      dead: fc.uniqueArray(fc.record({ key, at: fc.nat({ max: 3 }) }), { selector: (each) => each.key }),
    });
    for (const { from, to, rows, over, dead: letters } of fc.sample(change, { numRuns: 60, seed: 7 })) {
      const given: ProcessChange = {
        from: from === null ? null : place(from),
        to: place(to),
        rows: rows.map(({ stream, wakeAt }) => row(stream, wakeAt)),
        over,
        dead: letters.map((letter) => dead(letter.key, letter.at)),
      };
      deepEqual(await states.save(DESK, given)(), await model.save(DESK, given)());
      for (const ask of [
        (store: ProcessStore) => store.processes(),
        (store: ProcessStore) => store.due(DESK, 4, 3)(),
        (store: ProcessStore) => store.deadIntents(DESK)(),
      ])
        deepEqual(await ask(states), await ask(model));
    }
  },
  "one that is closed answers that it is": async (states) => {
    await states.close();
    for (const answer of [
      await states.processes(),
      await states.places("desk")(),
      await states.rows(DESK, [])(),
      await states.due(DESK, 1, 1)(),
      await states.save(DESK, first())(),
      await states.forget(DESK)(),
    ])
      equal(isLeft(answer) && answer.left.code, "StoreUnavailable");
  },
};

const race = async (one: ProcessStore, two: ProcessStore): Promise<void> => {
  for (let n = 0; n < 20; n++) {
    const from = n === 0 ? null : place(n);
    const save = (states: ProcessStore, who: string) =>
      states.save(DESK, { from, to: place(n + 1), rows: [row(`${who}-${n}`, n)] })();
    const answers = await Promise.all([save(one, "one"), save(two, "two")]);
    equal(answers.filter(isLeft).length, 1);
    equal((await succeeds(one.rows(DESK, [`one-${n}`, `two-${n}`])())).length, 1);
  }
};
