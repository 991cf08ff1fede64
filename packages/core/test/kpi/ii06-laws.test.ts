import { anyEvents, anyHistory, anyLocalDate } from "@motcua/testkit";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type DossierRows,
  II06_COLUMNS,
  II06_DIMENSIONS,
  type Ii06Figures,
  type Ii06Query,
  type Ii06Report,
  ii06Report,
  indicatorsReport,
  type LocalDate,
  type OnTimeBy,
  VIETNAM,
} from "../../src/index.js";
import { rowsOf } from "../support/figures.js";
import { runs } from "../support/tier.js";
import { decider, vn } from "../support/vietnam.js";

const year = { from: vn("2018-01-02T00:00"), to: vn("2018-12-31T00:00") };
/** Two thousand histories each time, ten thousand by night. */
const many = runs(2_000, 10_000);

const lives = fc.array(anyHistory(decider, { start: year }), { minLength: 1, maxLength: 4 });
/** As a legacy log may hold them: in any order, before they were received, after they ended. */
const wildLives = fc.array(anyEvents(12, year), { minLength: 1, maxLength: 4 });
const histories = fc.oneof(lives, wildLives);

const dates = anyLocalDate({ from: year.from, to: vn("2019-06-30T00:00") });
const instants = fc.integer({ min: year.from, max: vn("2019-12-31T00:00") });
const onTimeBy = fc.constantFrom<OnTimeBy>("auto", "instant", "date");
const queries = fc.record({ from: dates, to: dates, asOf: instants, onTimeBy }).map(({ from, to, ...asked }) => ({
  zone: VIETNAM.zone,
  ...asked,
  ...(from < to ? { from, to } : { from: to, to: from }),
}));

const rowsIn = ({ total, groups }: Ii06Report): ReadonlyArray<Ii06Figures> => [...groups, total];
const holdsInEvery = (view: DossierRows, query: Ii06Query, holds: (row: Ii06Figures) => void): void => {
  for (const row of rowsIn(ii06Report(view, query))) holds(row);
};

describe("form II.06 holds in every row, of any events over any period, however due dates are compared", () => {
  it("3 = 4 + 5 + 6, 7 = 8 + 9 + 10, 11 = 12 + 13 and 3 = 7 + 11", () => {
    fc.assert(
      fc.property(histories, queries, fc.subarray([...II06_DIMENSIONS]), (drawn, query, by) => {
        holdsInEvery(rowsOf(...drawn), { ...query, by }, (row) => {
          expect(row[3]).toBe(row[4] + row[5] + row[6]);
          expect(row[7]).toBe(row[8] + row[9] + row[10]);
          expect(row[11]).toBe(row[12] + row[13]);
          expect(row[3]).toBe(row[7] + row[11]);
        });
      }),
      many,
    );
  });

  it("what a note says is in a column is not more than the column", () => {
    fc.assert(
      fc.property(histories, queries, (drawn, query) => {
        holdsInEvery(rowsOf(...drawn), query, ({ notes, ...row }) => {
          expect(notes.withdrawn + notes.stopped + notes.decidedNoDeadline).toBeLessThanOrEqual(row[9]);
          expect(notes.openNoDeadline).toBeLessThanOrEqual(row[12]);
          expect(notes.resumed).toBeLessThanOrEqual(row[4] + row[5]);
          expect(notes.otherChannel).toBeLessThanOrEqual(row[5]);
        });
      }),
      runs(500, 10_000),
    );
  });
});

describe("form II.06 adds up", () => {
  it("over fields, agencies, units, centres and procedures, alone or together", () => {
    fc.assert(
      fc.property(histories, queries, fc.subarray([...II06_DIMENSIONS], { minLength: 1 }), (drawn, query, by) => {
        const { total, groups } = ii06Report(rowsOf(...drawn), { ...query, by });
        for (const column of II06_COLUMNS)
          expect(groups.reduce((sum, group) => sum + group[column], 0)).toBe(total[column]);
        expect(groups.reduce((sum, group) => sum + group.notes.withdrawn, 0)).toBe(total.notes.withdrawn);
      }),
      many,
    );
  });

  it("to the same dossiers as the indicators, of which it is another view", () => {
    fc.assert(
      fc.property(histories, queries, (drawn, query) => {
        const view = rowsOf(...drawn);
        const { total: form } = ii06Report(view, query);
        const { total: figures } = indicatorsReport(view, query);
        expect(form[6]).toBe(figures.carriedOver);
        expect(form[4] + form[5]).toBe(figures.received + figures.resumed);
        expect([form[8], form[10]]).toEqual([figures.resolved.early, figures.resolved.late]);
        expect(form[7]).toBe(figures.resolved.total + figures.withdrawn + figures.stopped);
        expect([form[11], form[13]]).toEqual([figures.inProgress.total, figures.inProgress.overdue]);
      }),
      runs(500, 10_000),
    );
  });
});

describe("what is in progress at the end of one period is carried over into the next", () => {
  it("field by field, also of dossiers that had ended and were taken up again", () => {
    const three = fc
      .uniqueArray(dates, { minLength: 3, maxLength: 3 })
      .map((drawn) => drawn.toSorted() as [LocalDate, LocalDate, LocalDate]);
    fc.assert(
      fc.property(histories, three, onTimeBy, (drawn, [from, middle, to], by) => {
        const view = rowsOf(...drawn);
        const asked = { zone: VIETNAM.zone, onTimeBy: by, asOf: vn(`${to}T00:00`) };
        const column = (report: Ii06Report, name: "6" | "11") =>
          Object.fromEntries(report.groups.flatMap((row) => (row[name] > 0 ? [[row.key.field, row[name]]] : [])));
        const first = ii06Report(view, { ...asked, from, to: middle });
        const second = ii06Report(view, { ...asked, from: middle, to });
        expect(second.total[6]).toBe(first.total[11]);
        expect(column(second, "6")).toEqual(column(first, "11"));
      }),
      many,
    );
  });
});
