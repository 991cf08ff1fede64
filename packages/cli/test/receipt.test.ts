import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { IndicatorsReport } from "@motcua/core";
import { describe, expect, it } from "vitest";
import { sharedData } from "./support/data.js";
import { folder, motcua, motcuaJson } from "./support/motcua.js";

const PERIOD = ["--from", "2010-10-01", "--to", "2012-02-01", "--time-zone", "Europe/Amsterdam"];

describe("1,434 real permit dossiers through the command", () => {
  it("gives the report of the contract, key by key", async (ctx) => {
    const store = ["--store", `sqlite:${join(folder(), "receipt.db")}`];
    const imported = await motcuaJson(
      "import",
      sharedData(ctx, "receipt/receipt.xes.gz"),
      "--preset",
      "receipt",
      ...store,
    );
    expect(imported).toMatchObject({
      dossiers: 1434,
      events: 8577 + 1434 + 1329 + 1329,
      anomalies: { endBeforeStart: 2, eventAfterEnd: 180, eventBeforeStart: 12 },
      skipped: 0,
    });
    const report = await motcuaJson<IndicatorsReport>("report", "indicators", ...PERIOD, "--by", "agency", ...store);
    expect(report).toMatchObject({
      period: { from: "2010-10-01", to: "2012-02-01", timeZone: "Europe/Amsterdam" },
      asOf: "2012-01-23T15:42:54.644+01:00",
      onTimeBy: "auto",
      total: {
        received: 1434,
        carriedOver: 0,
        resolved: { total: 1329, early: 0, onTime: 952, late: 377, noDeadline: 0 },
        inProgress: { total: 105, withinTerm: 66, overdue: 39 },
        rates: { onTimeOfResolved: 0.716328, onTimeOfReceived: 0.663877, onTimeOfHandled: 0.709902 },
        throughputDays: { median: 50.636994, p90: 105.652291 },
        transfers: { handler: 1208, unit: 5440 },
      },
    });
    expect(report.groups.find(({ key }) => key.agency === "General")?.received).toBe(1390);

    const byDate = await motcuaJson<IndicatorsReport>(
      "report",
      "indicators",
      ...PERIOD,
      "--on-time-by",
      "date",
      ...store,
    );
    expect(byDate.total.resolved.early + byDate.total.resolved.onTime).toBe(1020);
  });

  it("gives the same bytes from XES and from CSV, and importing again changes nothing", async (ctx) => {
    const [xes, csv] = ["xes", "csv"].map((kind) => sharedData(ctx, `receipt/receipt.${kind}.gz`));
    const path = folder();
    const reports: string[] = [];
    for (const [n, file] of [xes, csv].entries()) {
      const store = ["--store", `sqlite:${join(path, `${n}.db`)}`];
      await motcuaJson("import", file ?? "", "--preset", "receipt", ...store);
      const again = await motcuaJson("import", [csv, xes][n] ?? "", "--preset", "receipt", ...store);
      expect(again).toMatchObject({ dossiers: 1434, events: 0, skipped: 1434 });
      reports.push((await motcua("report", "indicators", ...PERIOD, "--by", "month,channel", ...store)).out);
    }
    expect(reports[0]).toBe(reports[1]);
  });

  it("sees each month's end as it was then, with --as-of", async (ctx) => {
    const truth = JSON.parse(readFileSync(sharedData(ctx, "receipt/truth.json"), "utf8"));
    const store = ["--store", `sqlite:${join(folder(), "receipt.db")}`];
    await motcuaJson("import", sharedData(ctx, "receipt/receipt.csv.gz"), "--preset", "receipt", ...store);
    for (const [asOf, month] of [
      ["2010-11-01T00:00:00+01:00", "2010-10"],
      ["2011-07-01T00:00:00+02:00", "2011-06"],
      ["2012-02-01T00:00:00.000000+01:00", "2012-01"],
    ] as const) {
      const { total } = await motcuaJson<IndicatorsReport>(
        "report",
        "indicators",
        "--as-of",
        asOf,
        "--time-zone",
        "Europe/Amsterdam",
        ...store,
      );
      expect(total.inProgress.total).toBe(truth.open_at_month_end[month]);
      expect(total.inProgress.overdue).toBe(truth.open_overdue_at_month_end[month]);
    }
  });
});
