import { anyEvents } from "@motcua/testkit";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type DossierEvent,
  type DossierRegister,
  dossierRegister,
  HO_CHI_MINH,
  type RegisterBook,
  registerBooks,
  registerForm,
  registerOf,
} from "../../src/index.js";
import { asked } from "../support/commands.js";
import { happened, received } from "../support/figures.js";
import { historyOf } from "../support/history.js";
import { runs } from "../support/tier.js";
import { dueOn, vn } from "../support/vietnam.js";

const zone = HO_CHI_MINH;

const viewOf = (histories: Readonly<Record<string, ReadonlyArray<DossierEvent>>>): DossierRegister =>
  Object.entries(histories)
    .flatMap(([stream, history]) => history.map((event) => ({ ...event, stream })))
    .reduce(dossierRegister.step, dossierRegister.empty());

const book = (view: DossierRegister, year = 2018, asOf?: number): RegisterBook =>
  registerOf(view, { zone, unit: "one-stop", year, ...(asOf !== undefined && { asOf }) });

const numbered = ({ lines }: RegisterBook) => lines.map(({ number, stream }) => `${number} ${stream}`);

describe("the register is yearly and numbered from 01 by the order of reception (TT 01/2018, Đ10)", () => {
  it("whatever the order of the log", () => {
    const view = viewOf({
      third: [received("2018-07-03T09:00")],
      first: [received("2018-01-02T07:30")],
      second: [received("2018-07-02T09:00")],
    });
    expect(numbered(book(view))).toEqual(["01 first", "02 second", "03 third"]);
  });

  it("begins anew with the local year: 17:00 in UTC", () => {
    const view = viewOf({
      old: [received("2018-12-31T23:59:59.999")],
      new: [received("2019-01-01T00:00")],
    });
    expect(numbered(book(view, 2018))).toEqual(["01 old"]);
    expect(numbered(book(view, 2019))).toEqual(["01 new"]);
    expect(book(view, 2018).period).toEqual({ from: "2018-01-01", to: "2019-01-01", timeZone: "Asia/Ho_Chi_Minh" });
  });

  it("each unit has its own", () => {
    const view = viewOf({
      here: [received("2018-07-02T09:00")],
      there: [received("2018-07-02T08:00", null, { unit: "ward 3" })],
      later: [received("2019-07-02T08:00")],
    });
    expect(numbered(book(view))).toEqual(["01 here"]);
    expect(registerBooks(view, zone)).toEqual([
      { unit: "one-stop", year: 2018, dossiers: 1 },
      { unit: "one-stop", year: 2019, dossiers: 1 },
      { unit: "ward 3", year: 2018, dossiers: 1 },
    ]);
  });

  it("two that were received at one instant stand by their codes", () => {
    const at = "2018-07-02T09:00";
    const view = viewOf({
      a: [received(at, null, { code: "000.00.01.H05-180702-0002" })],
      b: [received(at, null, { code: "000.00.01.H05-180702-0001" })],
    });
    expect(numbered(book(view))).toEqual(["01 b", "02 a"]);
  });

  it("the hundredth has three digits", () => {
    const minute = (n: number) =>
      `2018-07-02T${String(8 + Math.floor(n / 60)).padStart(2, "0")}:${String(n % 60).padStart(2, "0")}`;
    const many = Object.fromEntries(Array.from({ length: 100 }, (_, n) => [`d${n}`, [received(minute(n))]]));
    expect(book(viewOf(many)).lines.at(-1)).toMatchObject({ number: "100", stream: "d99" });
  });

  it("what was never taken in has no line", () => {
    const view = viewOf({
      refused: [happened("IntakeRefused", "2018-07-02T09:00", { reasons: ["no deed"] })],
      loose: [happened("ResultReturned", "2018-07-02T09:00", { method: "counter" })],
    });
    expect(book(view).lines).toEqual([]);
  });
});

describe("a line", () => {
  const life = historyOf(
    asked("receive", "2018-07-02T09:00"),
    asked("apologiseAndReschedule", "2018-07-06T09:00"),
    asked("resolve", "2018-07-20T09:00"),
    asked("returnResult", "2018-07-23T09:00"),
  );
  const line = (asOf?: number) => book(viewOf({ d: life }), 2018, asOf).lines[0];

  it("keeps the promise beside the new date", () => {
    expect(line()).toEqual({
      number: "01",
      stream: "d",
      code: "000.00.01.H05-180702-0001",
      procedure: "1.001776",
      subjectRef: "subject-1",
      receivedAt: vn("2018-07-02T09:00"),
      promisedDue: dueOn("2018-07-09"),
      movedDue: dueOn("2018-07-31"),
      stands: "granted",
      returnedAt: vn("2018-07-23T09:00"),
      method: "counter",
    });
  });

  it.each([
    ["before the apology", "2018-07-06T08:59:59.999", { movedDue: null, stands: "open", returnedAt: null }],
    ["with it", "2018-07-06T09:00", { movedDue: dueOn("2018-07-31"), stands: "open" }],
    ["before the return", "2018-07-23T08:59:59.999", { stands: "granted", returnedAt: null, method: null }],
    ["with it", "2018-07-23T09:00", { returnedAt: vn("2018-07-23T09:00"), method: "counter" }],
  ])("as of any instant: %s", (_, time, expected) => {
    expect(line(vn(time))).toMatchObject(expected);
  });

  it.each([
    [
      "a supplement",
      [asked("requestSupplement", "2018-07-03T09:00"), asked("receiveSupplement", "2018-07-05T09:00")],
      "2018-07-12",
    ],
    [
      "a payment",
      [asked("notifyObligation", "2018-07-03T09:00"), asked("settleObligation", "2018-07-05T09:00")],
      "2018-07-11",
    ],
    ["a stop", [asked("stop", "2018-07-03T09:00"), asked("resume", "2018-07-06T09:00")], "2018-07-12"],
  ] as const)("shows the date that the clock gave after %s", (_, commands, date) => {
    const history = historyOf(asked("receive", "2018-07-02T09:00"), ...commands);
    expect(book(viewOf({ d: history })).lines[0]).toMatchObject({
      promisedDue: dueOn("2018-07-09"),
      movedDue: dueOn(date),
    });
  });

  it("stands in no book that was opened before its reception", () => {
    expect(line(vn("2018-07-02T08:59:59.999"))).toBeUndefined();
  });

  it.each([
    ["stopped", [asked("stop", "2018-07-03T09:00")]],
    ["open", [asked("stop", "2018-07-03T09:00"), asked("resume", "2018-07-04T09:00")]],
    ["withdrawn", [asked("withdraw", "2018-07-03T09:00")]],
    ["refused", [asked("resolve", "2018-07-03T09:00", { outcome: "refused", reasons: ["zoning"] })]],
    ["stopped", [asked("requestSupplement", "2018-07-03T09:00"), asked("expireSupplement", "2018-08-30T09:00")]],
  ] as const)("says how it stands: %s", (stands, commands) => {
    const history = historyOf(asked("receive", "2018-07-02T09:00"), ...commands);
    expect(book(viewOf({ d: history })).lines[0]?.stands).toBe(stands);
  });
});

describe("shards of whole dossiers, folded apart and joined, give the books of all", () => {
  it("in either order", () => {
    const histories = fc.array(anyEvents(10), { maxLength: 8 });
    fc.assert(
      fc.property(histories, fc.nat({ max: 8 }), (all, cut) => {
        const named = Object.fromEntries(all.map((history, n) => [`dossier-${n}`, history]));
        const part = (from: number, to: number) => viewOf(Object.fromEntries(Object.entries(named).slice(from, to)));
        const whole = viewOf(named);
        for (const joined of [
          dossierRegister.concat(part(0, cut), part(cut, all.length)),
          dossierRegister.concat(part(cut, all.length), part(0, cut)),
        ]) {
          expect(registerBooks(joined, zone)).toEqual(registerBooks(whole, zone));
          for (const { unit, year, dossiers } of registerBooks(whole, zone)) {
            const query = { zone, unit, year };
            expect(registerOf(joined, query)).toEqual(registerOf(whole, query));
            expect(registerOf(whole, query).lines.map(({ number }) => Number(number))).toEqual(
              Array.from({ length: dossiers }, (_, n) => n + 1),
            );
          }
        }
      }),
      runs(100),
    );
  });
});

describe("as a form", () => {
  const view = viewOf({
    d: historyOf(
      asked("receive", "2018-07-02T09:00"),
      asked("apologiseAndReschedule", "2018-07-06T09:00"),
      asked("resolve", "2018-07-20T09:00", { outcome: "refused", reasons: ["zoning"] }),
      asked("returnResult", "2018-07-23T09:00"),
    ),
  });

  it("is form 06 of TT 01/2018 and 07 of TT 03/2025, on A4", () => {
    expect(registerForm(book(view), "TT-01-2018", { zone })).toMatchObject({
      number: "06",
      paper: "A4",
      kind: "register",
    });
    expect(registerForm(book(view), "TT-03-2025", { zone })).toMatchObject({
      number: "07",
      paper: "A4",
      kind: "register",
    });
  });

  it("names a person only where it is told of one", () => {
    const people = new Map([
      ["subject-1", { applicant: { name: "Nguyễn Thị A", phone: "0900000001" }, recipient: "Trần Văn B" }],
    ]);
    const row = (details: object) => registerForm(book(view), "TT-01-2018", { zone, ...details }).tables[0]?.rows[0];
    expect(
      row({ people, copies: { "000.00.01.H05-180702-0001": 2 }, procedures: { "1.001776": "Cấp giấy phép xây dựng" } }),
    ).toEqual([
      "01",
      "000.00.01.H05-180702-0001",
      "Cấp giấy phép xây dựng",
      "2",
      "Nguyễn Thị A",
      null,
      "0900000001",
      { vi: "02/07/2018", en: "2018-07-02" },
      { vi: "09/07/2018", en: "2018-07-09" },
      { vi: "23/07/2018", en: "2018-07-23" },
      { vi: "Tại chỗ", en: "at the counter" },
      "Trần Văn B",
      null,
      { vi: "hẹn lại 31/07/2018; từ chối giải quyết", en: "new date 2018-07-31; refused" },
    ]);
    expect(row({})?.slice(3, 7)).toEqual([null, null, null, null]);
    expect(JSON.stringify(row({}))).not.toContain("subject-1");
  });
});
