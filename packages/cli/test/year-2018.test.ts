import { appendFileSync } from "node:fs";
import { join } from "node:path";
import type { CatalogueReport, IndicatorsReport, PetitionsReport, RevenueReport, UnitsReport } from "@motcua/core";
import { beforeAll, describe, expect, it } from "vitest";
import { motcuaJson, sharedFolder } from "./support/motcua.js";

const nightly = process.env["MOTCUA_TIER"] === "nightly";
/** By night the whole year of the founding report; in every other run a tenth of it. */
const DOSSIERS = nightly ? 124_000 : 12_400;

const year = sharedFolder();
const store = ["--store", `sqlite:${join(year, "year.db")}`];
const period = ["--from", "2018-01-01", "--to", "2019-01-01"];
const report = <A>(name: string, ...words: ReadonlyArray<string>) =>
  motcuaJson<A>("report", name, ...period, ...words, ...store);

beforeAll(async () => {
  const simulated = await motcuaJson("simulate", "--dossiers", `${DOSSIERS}`, "--seed", "1", ...store);
  const figures = process.env["MOTCUA_FIGURES"];
  if (figures !== undefined) appendFileSync(figures, `${JSON.stringify({ suite: "year-2018", ...simulated })}\n`);
}, 600_000);

describe(`the reports on ${DOSSIERS} simulated dossiers say what the centre's report of 2018 says`, () => {
  it("254 procedures of 15 agencies, 13 same-day, 69 shortened, 49 online at level 3-4, 19 wards", async () => {
    expect((await report<CatalogueReport>("catalogue")).total).toMatchObject({
      procedures: 254,
      agencies: 15,
      wards: 19,
      sameDay: 13,
      shortened: 69,
      onlineLevel34: 49,
    });
  });

  it("as many dossiers as were asked for; about 91.5 % early or on time, about 99.4 % satisfied", async () => {
    const { total } = await report<IndicatorsReport>("indicators");
    // A tenth of the year scatters about three times as much as the whole.
    const within = nightly ? 0.005 : 0.012;
    expect(total.received).toBe(DOSSIERS);
    expect(Math.abs((total.rates.onTimeOfResolved ?? 0) - 0.915)).toBeLessThan(within);
    expect(Math.abs((total.satisfaction.rate ?? 0) - 0.994)).toBeLessThan(0.005);
    expect(total.perDay.workingDays).toEqual({ days: 250, received: Number((DOSSIERS / 250).toFixed(6)) });
  });

  it("about 93 bn VND a year remitted, and not a đồng lost on the way", async () => {
    const { total, groups } = await report<RevenueReport>("revenue", "--by", "unit,kind");
    const bn = (total.remitted / DOSSIERS) * 124_000 * 1e-9;
    expect(Math.abs(bn - 93)).toBeLessThan(nightly ? 3 : 8);
    for (const each of [total, ...groups]) {
      expect(each.broughtForward + each.collected - each.refunded).toBe(each.remitted + each.onHand);
      expect(each.shortfall).toBe(0);
    }
  });

  it("apologies, one supplement each, refusals, interlinked dossiers and corrections, each at a rate that is plausible", async () => {
    const { total } = await report<IndicatorsReport>("indicators");
    const share = (count: number) => count / total.received;
    expect(share(total.supplements)).toBeGreaterThan(0.03);
    expect(share(total.supplements)).toBeLessThan(0.07);
    expect(share(total.rescheduled.dossiers)).toBeGreaterThan(0.03);
    expect(share(total.rescheduled.dossiers)).toBeLessThan(0.06);
    expect(total.redated).toBeGreaterThan(0);
    expect(total.onTheSpot.rate).toBeGreaterThan(0.03);
    expect(total.onTheSpot.rate).toBeLessThan(0.15);
  });

  it("petitions are handled, and wards are held against the standard of a good one-stop unit", async () => {
    const petitions = await report<PetitionsReport>("petitions");
    expect(petitions.total.answered.total / petitions.total.lodged).toBeGreaterThan(0.5);
    const units = await report<UnitsReport>("units");
    expect(units.total.byKind).toMatchObject({ ward: 19, agency: 15, centre: 1 });
    expect(units.total.standards).toEqual([{ standard: "Liên thông - Hiện đại - Thân thiện - Hiệu quả", units: 12 }]);
    expect(
      units.groups.reduce((sum, { kind, dossiers }) => sum + (kind === "ward" ? (dossiers?.received ?? 0) : 0), 0),
    ).toBeGreaterThan(0);
  });
});
