import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { dossierRows, indicatorsReport, unitsReport, VIETNAM } from "@motcua/core";
import { project } from "@motcua/event-store";
import { populate } from "@motcua/simulator";
import { openSqliteEventStore } from "@motcua/sqlite";
import { isLeft } from "fp-ts/lib/Either.js";
import { afterAll, expect, it } from "vitest";
import { foldInThread } from "../src/fold-in-thread.js";
import { together } from "../src/views/together.js";
import { rightOf } from "./support/right-of.js";

const folder = mkdtempSync(join(tmpdir(), "motcua-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it("the shares that threads fold make the report that one fold over all makes", async () => {
  const file = join(folder, "year.db");
  const store = rightOf(await openSqliteEventStore({ file, commits: "thread" })());
  rightOf(await populate(store, { year: 2018, dossiers: 3_000, seed: 7 })());
  const whole = rightOf(await project(store, dossierRows)());
  await store.close();

  const told: number[] = [];
  const shares = await Promise.all(
    [0, 1, 2].map((number) =>
      foldInThread({ file, names: ["dossierRows"], shard: { number, of: 3 }, sight: {} }, (events) => {
        told.push(events);
      }),
    ),
  );
  const joined = shares.map((share) => rightOf(share).dossierRows).reduce(dossierRows.concat, dossierRows.empty());
  const query = { zone: VIETNAM.zone, onTimeBy: "auto", by: ["agency", "month"], calendar: VIETNAM } as const;
  expect(indicatorsReport(joined, query)).toEqual(indicatorsReport(whole, query));
  expect(told.length).toBeGreaterThan(2);
});

it("two views that are folded in one reading join like one", async () => {
  const file = join(folder, "both.db");
  const store = rightOf(await openSqliteEventStore({ file, commits: "thread" })());
  rightOf(await populate(store, { year: 2018, dossiers: 500, seed: 9 })());
  await store.close();
  const shareOf = async (number: number, of: number) =>
    rightOf(
      await foldInThread(
        { file, names: ["catalogueRows", "dossierRows"], shard: { number, of }, sight: {} },
        () => undefined,
      ),
    );
  const report = ({ catalogueRows, dossierRows }: Awaited<ReturnType<typeof shareOf>>) =>
    unitsReport(catalogueRows, { zone: VIETNAM.zone, dossiers: dossierRows });
  const { concat } = together(["catalogueRows", "dossierRows"]);
  const whole = report(await shareOf(0, 1));
  expect(report(concat(await shareOf(0, 2), await shareOf(1, 2)))).toEqual(whole);
  expect(whole.total).toMatchObject({ units: 37, dossiers: { received: 500 } });
});

it("a thread sees no more than it is to see", async () => {
  const file = join(folder, "seen.db");
  const store = rightOf(await openSqliteEventStore({ file })());
  rightOf(await populate(store, { year: 2018, dossiers: 300, seed: 8 })());
  await store.close();
  const asOf = Date.parse("2018-06-30T23:59:59+07:00");
  const { dossierRows: view } = rightOf(
    await foldInThread({ file, names: ["dossierRows"], shard: { number: 0, of: 1 }, sight: { asOf } }, () => undefined),
  );
  expect(view.lastOccurredAt).toBeLessThanOrEqual(asOf);
  expect(view.lastOccurredAt).toBeGreaterThan(asOf - 86_400_000 * 3);
});

it("a file that cannot be read is an error of the port", async () => {
  const task = { file: join(folder, "absent.db"), names: ["dossierRows"], shard: { number: 0, of: 1 }, sight: {} };
  const answer = await foldInThread(task as Parameters<typeof foldInThread>[0], () => undefined);
  expect(isLeft(answer) && answer.left).toMatchObject({ code: "StoreUnavailable", detail: "StoreMissing" });
});
