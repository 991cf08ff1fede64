import { appendFileSync } from "node:fs";
import { expect, it } from "vitest";
import { seeded } from "../../packages/sqlite/test/support/random.js";
import { killWorkers, type Workplace } from "./killed-workers.js";
import { stopWorker } from "./stopped-worker.js";

const KILLS = process.env["MOTCUA_TIER"] === "nightly" ? 1_000 : 30;
const KILLS_OF_A_LOG = 50;
const SEED = Number(process.env["MOTCUA_SEED"] ?? Date.now() % 1_000_000);

/**
 * Registers the tests that kill workers on one adapter, and stop them.
 *
 * @param suite     its name among the figures
 * @param newPlace  an empty log, and no views of it
 */
export const registerKilledWorkers = (suite: string, newPlace: () => Promise<Workplace>): void => {
  it(`no count is ever wrong, in ${KILLS} kills of workers that share the parts (seed ${SEED})`, {
    timeout: 7_200_000,
  }, async () => {
    const figures = { kills: 0, stopped: 0, events: 0, looks: 0, owners: 0, builds: 0 };
    const random = seeded(SEED);
    while (figures.kills < KILLS) {
      const place = await newPlace();
      const seen = await killWorkers(place, Math.min(KILLS_OF_A_LOG, KILLS - figures.kills), random);
      await place.views.close();
      await place.log.close();
      for (const name of Object.keys(figures) as ReadonlyArray<keyof typeof figures>) figures[name] += seen[name];
    }
    // Parts did change hands, and it was looked at while they did.
    expect(figures.owners).toBeGreaterThan(KILLS);
    expect(figures.looks).toBeGreaterThan(KILLS);
    const report = process.env["MOTCUA_FIGURES"];
    if (report !== undefined) appendFileSync(report, `${JSON.stringify({ suite, seed: SEED, ...figures })}\n`);
  });

  it("a worker that is stopped before a save, and goes on when another has its part, changes nothing", async () => {
    const place = await newPlace();
    const done = await stopWorker(place);
    expect(done.late).toBe("LeaseLost");
    expect(done.after).toEqual(done.before);
    await place.views.close();
    await place.log.close();
  });
};
