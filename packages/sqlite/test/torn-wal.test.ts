import { appendFileSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import type { RecordedEvent } from "@motcua/event-store";
import { isLeft } from "fp-ts/lib/Either.js";
import { expect, it } from "vitest";
import type { SqliteEventStore } from "../src/index.js";
import { type Planned, plannedGroups } from "./support/planned.js";
import { seeded } from "./support/random.js";
import { everything, expectSound } from "./support/read.js";
import { folderInMemory, opened, temporaryFolder } from "./support/temporary.js";

const IMAGES = process.env["MOTCUA_TIER"] === "nightly" ? 1_000_000 : 5_000;
const IMAGES_OF_A_HISTORY = 100;
/** One image in so many is also written to: the disk is synced for that. */
const WRITTEN_TO = 100;
const SEED = Number(process.env["MOTCUA_SEED"] ?? Date.now() % 1_000_000);
const SECTOR = 512;
// In memory: it is not the disk that is tried here, and it doubles the time.
const { newFile } = temporaryFolder(folderInMemory());

it(`torn anywhere, the WAL opens to all that was committed before, in ${IMAGES} images (seed ${SEED})`, {
  timeout: 7_200_000,
}, async () => {
  const random = seeded(SEED);
  const figures = { suite: "torn-wal-sqlite", seed: SEED, images: 0, cut: 0, garbled: 0, writtenTo: 0, lost: 0 };
  const file = newFile();
  let history = await writtenUnderLoad(SEED);
  for (let image = 1; image <= IMAGES; image++) {
    if (image % IMAGES_OF_A_HISTORY === 0) history = await writtenUnderLoad(SEED + image);
    const kind = random() < 0.5 ? "cut" : "garbled";
    const damage = DAMAGES[kind](history.wal, random);
    writeFileSync(file, history.database);
    writeFileSync(`${file}-wal`, damage.wal);
    rmSync(`${file}-shm`, { force: true });

    const written = image % WRITTEN_TO === 0;
    const store = await opened({ file, mode: written ? "readWrite" : "readOnly" });
    const wanted = history.places.slice(0, committedBefore(history, damage.at));
    expect(placesOf(await everything(store)).join("\n"), `image ${image}, ${kind} at ${damage.at}`).toBe(
      wanted.join("\n"),
    );
    await expectSound(store);
    if (written) await expectRetriesToRestore(store, history);
    await store.close();
    figures.images++;
    figures[kind]++;
    if (written) figures.writtenTo++;
  }
  const report = process.env["MOTCUA_FIGURES"];
  if (report !== undefined) appendFileSync(report, `${JSON.stringify(figures)}\n`);
});

/** A log in whose WAL all of it stands, as a crash would find it. */
interface History {
  readonly database: Buffer;
  readonly wal: Buffer;
  readonly groups: ReadonlyArray<ReadonlyArray<Planned>>;
  /** Where the WAL ended after each commit, and how many events the log had then. */
  readonly commits: ReadonlyArray<{ readonly end: number; readonly events: number }>;
  /** The log, in its order. */
  readonly places: ReadonlyArray<string>;
}

/** Bytes; many small histories show more than few large ones in the same time. */
const LARGEST_WAL = 80_000;

const writtenUnderLoad = async (seed: number): Promise<History> => {
  const file = newFile();
  const store = await opened({ file });
  const groups: Array<ReadonlyArray<Planned>> = [];
  const commits: Array<{ readonly end: number; readonly events: number }> = [];
  let events = 0;
  for (const group of plannedGroups(seed)) {
    await appendAll(store, group);
    groups.push(group);
    for (const planned of group) events += planned.events.length;
    const end = statSync(`${file}-wal`).size;
    commits.push({ end, events });
    if (end > LARGEST_WAL) break;
  }
  const places = placesOf(await everything(store));
  const [database, wal] = [readFileSync(file), readFileSync(`${file}-wal`)];
  await store.close();
  rmSync(file);
  return { database, wal, groups, commits, places };
};

type Damage = (
  wal: Buffer,
  random: () => number,
) => {
  /** The first byte that is not as it was. */
  readonly at: number;
  readonly wal: Buffer;
};

const DAMAGES: Readonly<Record<"cut" | "garbled", Damage>> = {
  cut: (wal, random) => {
    const at = Math.floor(random() * (wal.length + 1));
    return { at, wal: wal.subarray(0, at) };
  },
  garbled: (wal, random) => {
    const at = SECTOR * Math.floor((random() * wal.length) / SECTOR);
    const garbled = Buffer.from(wal);
    for (let byte = at; byte < Math.min(at + SECTOR, wal.length); byte++) garbled[byte] = Math.floor(random() * 256);
    return { at, wal: garbled };
  },
};

const committedBefore = ({ commits }: History, at: number): number =>
  commits.findLast(({ end }) => end <= at)?.events ?? 0;

/** What is there is answered as it was, what was torn away comes back at its place: the log is what it would have been. */
const expectRetriesToRestore = async (store: SqliteEventStore, { groups, places }: History): Promise<void> => {
  for (const group of groups) await appendAll(store, group);
  expect(placesOf(await everything(store))).toEqual(places);
  await expectSound(store);
};

const appendAll = async (store: SqliteEventStore, group: ReadonlyArray<Planned>): Promise<void> => {
  const answers = await Promise.all(
    group.map(({ stream, events, expected }) => store.append(stream, events, expected)()),
  );
  expect(answers.filter(isLeft)).toEqual([]);
};

const placesOf = (log: ReadonlyArray<RecordedEvent>): ReadonlyArray<string> =>
  log.map(({ stream, version, id }) => `${stream} ${version} ${id}`);
