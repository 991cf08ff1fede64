import { HO_CHI_MINH } from "@motcua/core";
import { isLeft } from "fp-ts/lib/Either.js";
import { describe, expect, it } from "vitest";
import { checkLog, presetOf, readMapping, type Source, suggestMapping, textSource } from "../src/index.js";
import { AMSTERDAM, csvSource, opened, rightOf } from "./support/importing.js";
import { xesEvent, xesLog, xesTrace } from "./support/made-logs.js";
import { sharedData } from "./support/reading.js";

/** What a suggested mapping, written and read again, brings in. */
const broughtInBy = async (source: Source, zone = HO_CHI_MINH) => {
  const suggested = rightOf(await suggestMapping(source, zone)());
  const read = rightOf(readMapping("map.json", JSON.stringify(suggested)));
  const { cases, events } = rightOf(await checkLog(source, presetOf(read))());
  return { suggested, cases, events };
};

describe("a suggested mapping is a mapping, and imports", () => {
  it.for([
    [
      "receipt/receipt.xes.gz",
      1434,
      {
        received: { attribute: "startdate" },
        due: { attribute: "deadline" },
        resolved: { attribute: "enddate" },
        agency: { attribute: "department" },
        events: { handler: "org:resource", unit: "org:group" },
      },
    ],
    [
      "receipt/receipt.csv.gz",
      1434,
      {
        received: { attribute: "startdate" },
        due: { attribute: "deadline" },
        resolved: { attribute: "enddate" },
        agency: { attribute: "department" },
      },
    ],
    [
      "bpic15/BPIC15_2.xes.gz",
      832,
      { received: { attribute: "startDate" }, resolved: { attribute: "endDate" }, events: { stepDue: "dueDate" } },
    ],
    [
      "nyc311/nyc311_1000_slim.csv.gz",
      1000,
      {
        source: { rows: "case", caseId: "Unique Key", dateFormat: "MM/dd/yyyy hh:mm:ss a" },
        received: { attribute: "Created Date" },
        due: { attribute: "Due Date" },
        resolved: { attribute: "Closed Date" },
      },
    ],
    [
      "opencps_vn/dossiers.csv.gz",
      86,
      {
        source: { rows: "case", caseId: "dossierNo", dateFormat: "dd/MM/yyyy HH:mm:ss" },
        due: { attribute: "dueDate" },
      },
    ],
  ] as const)("of %s", async ([path, cases, expected], ctx) => {
    const file = sharedData(path);
    if (file === null) return ctx.skip(`needs the data ${path}`);
    const brought = await broughtInBy(await opened(file), AMSTERDAM);
    expect(brought.suggested).toMatchObject(expected);
    expect(brought.cases).toBeGreaterThanOrEqual(cases);
  });

  it("of a table with other delimiters and a row per event", async () => {
    const { suggested, events } = await broughtInBy(
      csvSource(
        "case id;activity;time;user\n1;Receive;02/01/2024 08:00;Lan\n1;Decide;13/01/2024 08:00;Lan\n2;Receive;02/01/2024 09:00;An\n",
      ),
    );
    expect(suggested).toMatchObject({
      source: {
        rows: "event",
        delimiter: ";",
        caseId: "case id",
        activity: "activity",
        dateFormat: "dd/MM/yyyy HH:mm",
      },
      received: { activity: ["Receive"], which: "first" },
      events: { handler: "user" },
    });
    expect(events).toBe(3 + 2);
  });

  it("of a log that has no dates of its cases: by their first event", async () => {
    const source: Source = { ...textSource("log.xes", xesLog(xesTrace(xesEvent()))), format: "xes" };
    expect((await broughtInBy(source)).suggested.received).toEqual({ activity: ["Receive"], which: "first" });
  });

  it("is none where nothing may be a reception, or an id", async () => {
    for (const text of ["id,name\n1,a\n", "when\n2024-01-02\n"])
      expect(isLeft(await suggestMapping(csvSource(text), HO_CHI_MINH)())).toBe(true);
  });
});
