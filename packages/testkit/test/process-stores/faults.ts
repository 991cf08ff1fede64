import {
  inMemoryProcessStore,
  type ProcessChange,
  type ProcessCheckpoint,
  type ProcessName,
  type ProcessRow,
  type ProcessStore,
} from "@motcua/event-store";
import { isLeft, isRight, left, map, right } from "fp-ts/lib/Either.js";

/** A fault that an adapter could have, planted in a store that has none. */
export interface Fault {
  readonly name: string;
  /** The rule of the contract that must catch it. */
  readonly breaks: string;
  readonly plant: (sound: ProcessStore) => Partial<ProcessStore>;
}

export const withFault = ({ plant }: Fault): ProcessStore => {
  const sound = inMemoryProcessStore();
  return { ...sound, ...plant(sound) };
};

const onSave =
  (change: (given: ProcessChange) => ProcessChange): Fault["plant"] =>
  ({ save }) => ({ save: (process, given) => save(process, change(given)) });

const onRows =
  (change: (rows: ReadonlyArray<ProcessRow>) => ReadonlyArray<ProcessRow>): Fault["plant"] =>
  ({ rows }) => ({ rows: (process, streams) => async () => map(change)(await rows(process, streams)()) });

const turn = () => new Promise(setImmediate);

const placeIn = async ({ places }: ProcessStore, { name, version }: ProcessName): Promise<ProcessCheckpoint | null> => {
  const all = await places(name)();
  return isLeft(all) ? null : (all.right.find((each) => each.version === version)?.checkpoint ?? null);
};

/** Goes on from wherever it stands, where the store takes what was given for that. */
const takingForHere =
  (isHere: (here: ProcessCheckpoint | null, from: ProcessCheckpoint | null) => boolean): Fault["plant"] =>
  (sound) => ({
    save: (process, change) => async () => {
      const here = await placeIn(sound, process);
      return sound.save(process, isHere(here, change.from) ? { ...change, from: here } : change)();
    },
  });

/** One fault after the other, each in a store that has no other. */
export const faults: ReadonlyArray<Fault> = [
  {
    name: "what has rung is not kept",
    breaks: "what is saved of a stream is there as it was written",
    plant: onRows((rows) => rows.map((row) => ({ ...row, rung: [] }))),
  },
  {
    name: "what is over stays",
    breaks: "rows are put in place of earlier ones, and go when they are over; others stay",
    plant: onSave(({ over, ...change }) => change),
  },
  {
    name: "a row is answered as often as it is asked for",
    breaks: "rows are those of the streams that are asked for, each once",
    plant: ({ rows }) => ({
      rows: (process, streams) => async () => {
        const found = await rows(process, streams)();
        return map((all: ReadonlyArray<ProcessRow>) =>
          streams.flatMap((stream) => all.find((row) => row.stream === stream) ?? []),
        )(found);
      },
    }),
  },
  {
    name: "of two rows of a stream the first counts",
    breaks: "of a stream that a change names twice the later row counts, and one that is over too is gone",
    plant: onSave(({ rows = [], ...change }) => ({ ...change, rows: rows.toReversed() })),
  },
  {
    name: "only so many rows are written at once",
    breaks: "many rows are one change",
    plant: onSave(({ rows = [], ...change }) => ({ ...change, rows: rows.slice(0, 1_000) })),
  },
  {
    name: "names that look alike are the same",
    breaks: "names of streams are text and nothing else",
    plant: ({ save, rows }) => ({
      save: (process, change) =>
        save(process, {
          ...change,
          rows: (change.rows ?? []).map((row) => ({ ...row, stream: row.stream.normalize() })),
        }),
      rows: (process, streams) =>
        rows(
          process,
          streams.map((stream) => stream.normalize()),
        ),
    }),
  },
  {
    name: "a state is cut off",
    breaks: "a state may be large, and keys that have rung are any text",
    plant: onRows((rows) => rows.map((row) => ({ ...row, state: row.state.slice(0, 65_536) }))),
  },
  {
    name: "what rings at the very instant is not due",
    breaks: "what is due comes the earliest first, then by stream, up to the instant and no more than asked",
    plant: ({ due }) => ({ due: (process, at, limit) => due(process, at - 1, limit) }),
  },
  {
    name: "more is due than was asked for",
    breaks: "what is due comes the earliest first, then by stream, up to the instant and no more than asked",
    plant: ({ due }) => ({ due: (process, at) => due(process, at, 1_000) }),
  },
  {
    name: "what is due comes by stream",
    breaks: "what is due comes the earliest first, then by stream, up to the instant and no more than asked",
    plant: ({ due }) => ({
      due: (process, at, limit) => async () =>
        map((rows: ReadonlyArray<ProcessRow>) => rows.toSorted((a, b) => (a.stream < b.stream ? -1 : 1)))(
          await due(process, at, limit)(),
        ),
    }),
  },
  {
    name: "no timer is taken for one that has rung long ago",
    breaks: "what has no timer is never due, and another time takes the place of the one before",
    plant: onSave(({ rows = [], ...change }) => ({
      ...change,
      rows: rows.map((row) => ({ ...row, wakeAt: row.wakeAt ?? 0 })),
    })),
  },
  {
    name: "what was revived stays dead",
    breaks: "dead intents come by age, then by key; they are put in place of earlier ones, and go when revived",
    plant: onSave(({ revived, ...change }) => change),
  },
  {
    name: "of two dead intents of a key the first counts",
    breaks: "of an intent that a change names twice the later counts, and one that is revived too is gone",
    plant: onSave(({ dead = [], ...change }) => ({ ...change, dead: dead.toReversed() })),
  },
  {
    name: "a reason is made well-formed",
    breaks: "the reason of a dead intent is any text, as what broke has thrown it",
    plant: onSave(({ dead = [], ...change }) => ({
      ...change,
      dead: dead.map((intent) => ({ ...intent, reason: intent.reason.toWellFormed() })),
    })),
  },
  {
    name: "who was never run cannot be forgotten",
    breaks: "an empty one knows of no process",
    plant: (sound) => ({
      forget: (process) => async () =>
        (await placeIn(sound, process)) === null
          ? left({ code: "StoreDamaged", detail: "no such process", cause: undefined })
          : sound.forget(process)(),
    }),
  },
  {
    name: "until when it is quiet is not kept",
    breaks: "a place is told as it was saved last",
    plant: onSave((change) => ({ ...change, to: { ...change.to, quietUntil: null } })),
  },
  {
    name: "the next timer of no stream rings at once",
    breaks: "what a process keeps is counted, with when its next timer rings",
    plant: ({ processes }) => ({
      processes: async () =>
        map((all: ReadonlyArray<{ readonly wakeAt: number | null }>) =>
          all.map((each) => ({ ...each, wakeAt: each.wakeAt ?? 0 })),
        )(await processes()) as never,
    }),
  },
  {
    name: "versions are told in the order of their digits",
    breaks: "processes are told by name and version, and places by version",
    plant: ({ places }) => ({
      places: (name) => async () =>
        map((all: ReadonlyArray<ProcessName>) => all.toSorted((a, b) => (`${a.version}` < `${b.version}` ? -1 : 1)))(
          await places(name)(),
        ) as never,
    }),
  },
  {
    name: "intents of all versions are dead together",
    breaks: "versions and names are kept apart in all that is kept of them",
    plant: ({ deadIntents }) => ({ deadIntents: ({ name }) => deadIntents({ name, version: 1 }) }),
  },
  {
    name: "with one version all are forgotten",
    breaks: "one is forgotten without the others, and may begin anew",
    plant: ({ forget }) => ({
      forget:
        ({ name }) =>
        async () => {
          for (const version of [1, 2]) await forget({ name, version })();
          return forget({ name, version: 10 })();
        },
    }),
  },
  {
    name: "who begins once more goes on",
    breaks: "what was never saved is begun once",
    plant: takingForHere((_, from) => from === null),
  },
  {
    name: "it is enough that as many were folded",
    breaks: "who does not go on from where it stands is overtaken, and has written nothing",
    plant: takingForHere((here, from) => here?.folded === from?.folded),
  },
  {
    name: "it is enough that the cursor is the same",
    breaks: "who does not go on from where it stands is overtaken, and has written nothing",
    plant: takingForHere((here, from) => here?.cursor === from?.cursor),
  },
  {
    name: "who was overtaken has written rows",
    breaks: "who does not go on from where it stands is overtaken, and has written nothing",
    plant: (sound) => ({
      save: (process, change) => async () => {
        const saved = await sound.save(process, change)();
        const here = await placeIn(sound, process);
        const { rows = [], over = [] } = change;
        if (isLeft(saved) && here !== null) await sound.save(process, { from: here, to: here, rows, over })();
        return saved;
      },
    }),
  },
  {
    name: "where it stands is compared whole",
    breaks: "where it stands is told by cursor and by how many were folded, and by nothing else",
    plant: (sound) => ({
      save: (process, change) => async () =>
        JSON.stringify(await placeIn(sound, process)) === JSON.stringify(change.from)
          ? sound.save(process, change)()
          : left({ code: "ProcessOvertaken", process }),
    }),
  },
  {
    name: "one that is closed has nothing due",
    breaks: "one that is closed answers that it is, and closing may be repeated",
    plant: ({ due }) => ({
      due: (process, at, limit) => async () => {
        const found = await due(process, at, limit)();
        return isRight(found) ? found : right([]);
      },
    }),
  },
  {
    name: "every fifth change is acknowledged, and not written",
    breaks: "random changes leave what they leave in memory",
    plant: ({ save }) => {
      let saves = 0;
      return {
        save: (process, change) => (++saves % 5 === 0 ? async () => right(undefined) : save(process, change)),
      };
    },
  },
  {
    name: "the place is looked at before the change, not inside it",
    breaks: "of many who begin, or go on from one place, one wins, and the others have written nothing",
    plant: (sound) => ({
      save: (process, change) => async () => {
        const probe = await sound.save(process, { from: change.from, to: change.from ?? change.to })();
        if (isLeft(probe) && change.from !== null) return probe;
        await turn();
        return sound.save(process, { ...change, from: await placeIn(sound, process) })();
      },
    }),
  },
  {
    name: "a change is written in two parts",
    breaks: "what is forgotten while another one writes is kept whole, or not at all",
    plant: (sound) => ({
      save:
        (process, { dead = [], ...change }) =>
        async () => {
          const saved = await sound.save(process, change)();
          await turn();
          if (isLeft(saved)) return saved;
          return sound.save(process, { from: await placeIn(sound, process), to: change.to, dead })();
        },
    }),
  },
];
