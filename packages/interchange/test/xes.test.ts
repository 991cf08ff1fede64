import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isSourceDate, readXes, type SourceValue } from "../src/index.js";
import { xesEvent, xesLog, xesTrace } from "./support/made-logs.js";
import { inPieces, readAll, readXesText } from "./support/reading.js";

const valuesOf = async (attributes: string): Promise<Record<string, SourceValue>> => {
  const { events, fault } = await readXesText(xesLog(xesTrace(xesEvent(attributes))));
  expect(fault).toBeNull();
  const { "concept:name": _name, "time:timestamp": _time, ...rest } = Object.fromEntries(events[0]?.attributes ?? []);
  return rest;
};

describe("an XES log", () => {
  it.each([
    ["with the namespace", ' xmlns="http://www.xes-standard.org/"'],
    ["with the namespace of Disco, without its slash", ' xmlns="http://www.xes-standard.org"'],
    ["without a namespace", ""],
  ])("is read %s", async (_form, attributes) => {
    const { cases, fault } = await readXesText(xesLog(xesTrace(xesEvent()), attributes));
    expect(fault).toBeNull();
    expect(cases).toMatchObject([{ id: "c1", line: 3, events: [{ ordinal: 1, line: 3, activity: "Receive" }] }]);
    expect(cases[0]?.events[0]?.at).toBe(Date.parse("2024-01-02T01:00:00Z"));
  });

  it("may hold extensions, globals, classifiers, nested attributes and foreign elements, in any place", async () => {
    const aside = `<extension name="Own" prefix="own" uri="urn:own"/><global scope="event"><string key="org:resource" value="UNKNOWN"/></global>
      <classifier name="A" keys="concept:name"/><float key="mean" value="2.5"><float key="Lan" value="1"/></float><own:note><b/></own:note>`;
    const { cases, fault } = await readXesText(
      xesLog(
        `${aside}${xesTrace(xesEvent())}${aside}${xesTrace("", "c2")}${aside}${xesTrace(xesEvent(), "c3")}${aside}`,
      ),
    );
    expect(fault).toBeNull();
    expect(cases.map(({ id, events }) => [id, events.map(({ ordinal }) => ordinal)])).toEqual([
      ["c1", [1]],
      ["c2", []],
      ["c3", [2]],
    ]);
  });

  it("gives no event the default of a global", async () => {
    const { events } = await readXesText(
      xesLog(`<global scope="event"><string key="org:resource" value="UNKNOWN"/></global>${xesTrace(xesEvent())}`),
    );
    expect([...(events[0]?.attributes.keys() ?? [])]).toEqual(["concept:name", "time:timestamp"]);
  });

  it("may hold a case's attributes after its events", async () => {
    const { cases } = await readXesText(
      xesLog(`<trace>${xesEvent()}<string key="concept:name" value="late"/></trace>`),
    );
    expect(cases[0]?.id).toBe("late");
  });

  it("may number its cases", async () => {
    const { cases } = await readXesText(xesLog(`<trace><int key="concept:name" value="17"/>${xesEvent()}</trace>`));
    expect(cases[0]?.id).toBe("17");
  });

  it("gives the same cases however its text is cut", async () => {
    const text = xesLog(
      xesTrace(xesEvent('<string key="được" value="Hồ sơ &amp; 🏛 &#10; &lt;"/>')) + xesTrace(xesEvent(), "c2"),
    ).replaceAll("\n", "\r\n");
    const whole = await readXesText(text);
    expect(whole.fault).toBeNull();
    await fc.assert(
      fc.asyncProperty(fc.array(fc.integer({ min: 1, max: 90 }), { minLength: 1 }), async (lengths) => {
        expect(await readAll(readXes(inPieces(text, lengths)))).toEqual(whole);
      }),
    );
  });

  it("gives a very long case in parts", async () => {
    const { cases, events } = await readXesText(xesLog(xesTrace(xesEvent().repeat(5_000))));
    expect(cases.map((part) => [part.id, part.events.length])).toEqual([
      ["c1", 2_000],
      ["c1", 2_000],
      ["c1", 1_000],
    ]);
    expect(events.every(({ ordinal }, index) => ordinal === index + 1)).toBe(true);
  });
});

describe("a value of XES", () => {
  it("has the type of its element", async () => {
    const text = "2024-01-02T08:00:00.123456+07:00";
    expect(
      await valuesOf(`<string key="s" value=" a &quot;b&quot; "/><int key="i" value="-42"/><float key="f" value="-12.50"/>
        <boolean key="b" value="true"/><id key="d" value="HS-001"/><date key="t" value="${text}"/><string key="e" value=""/>`),
    ).toEqual({
      s: ' a "b" ',
      i: -42,
      f: -12.5,
      b: true,
      d: "HS-001",
      t: { date: Date.parse("2024-01-02T01:00:00.123Z"), text },
      e: "",
    });
  });

  it("stays text where a double cannot hold it", async () => {
    expect(
      await valuesOf(
        '<int key="i" value="9007199254740993"/><float key="n" value="NaN"/><float key="m" value="-INF"/><float key="o" value="1e999"/>',
      ),
    ).toEqual({ i: "9007199254740993", n: "NaN", m: "-INF", o: "1e999" });
  });

  it("stands under the path of its keys where it is nested", async () => {
    expect(
      await valuesOf(`<string key="place" value="Huế"><string key="street" value="Lê Lợi"><int key="no" value="5"/></string></string>
        <list key="papers"><values><string key="paper" value="form"/></values></list><container key="box"><int key="size" value="2"/></container>`),
    ).toEqual({
      place: "Huế",
      "place/street": "Lê Lợi",
      "place/street/no": 5,
      "papers/paper": "form",
      "box/size": 2,
    });
  });

  it("is the last of two with one key", async () => {
    expect(await valuesOf('<string key="k" value="first"/><string key="k" value="last"/>')).toEqual({ k: "last" });
  });

  it("may have any key", async () => {
    const { events } = await readXesText(xesLog(xesTrace(xesEvent('<string key="__proto__" value="x"/>'))));
    expect(events[0]?.attributes.get("__proto__")).toBe("x");
  });

  it("is an instant of the given zone where a date has no offset", async () => {
    const text = xesLog(xesTrace(xesEvent("", "2024-01-02T08:00:00")));
    const { events } = await readXesText(text, { timeZone: "Asia/Ho_Chi_Minh" });
    const time = events[0]?.attributes.get("time:timestamp");
    expect(isSourceDate(time) && time.date).toBe(Date.parse("2024-01-02T01:00:00Z"));
  });
});
