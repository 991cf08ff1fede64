import { inMemoryEventStore } from "@motcua/event-store";
import { populate } from "@motcua/simulator";
import { describe, expect, it } from "vitest";
import { exportProvJson } from "../src/index.js";
import { exportedText, logOfEvents, RECEPTION } from "./support/exporting.js";
import { rightOf } from "./support/importing.js";

type Records = Readonly<Record<string, Readonly<Record<string, unknown>>>>;
type Bundle = Readonly<Record<string, Records>>;

interface Prov {
  readonly prefix: Readonly<Record<string, string>>;
  readonly bundle: Readonly<Record<string, Bundle>>;
}

/** What each relation leads to, by PROV-JSON's own names: the member, and the kind of record that it names. */
const LEADS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  used: { "prov:activity": "activity", "prov:entity": "entity" },
  wasGeneratedBy: { "prov:entity": "entity", "prov:activity": "activity" },
  wasAssociatedWith: { "prov:activity": "activity", "prov:agent": "agent" },
  wasDerivedFrom: { "prov:generatedEntity": "entity", "prov:usedEntity": "entity", "prov:activity": "activity" },
  actedOnBehalfOf: { "prov:delegate": "agent", "prov:responsible": "agent", "prov:activity": "activity" },
};

const faultsOf = (bundle: Bundle, prefixes: ReadonlySet<string>): ReadonlyArray<string> => {
  const faults: string[] = [];
  for (const [kind, records] of Object.entries(bundle)) {
    if (kind === "prefix") continue;
    for (const [name, record] of Object.entries(records)) {
      for (const used of [name, ...Object.keys(record)])
        if (!prefixes.has(used.split(":")[0] ?? "")) faults.push(`${used}: no such prefix`);
      for (const [member, target] of Object.entries(LEADS[kind] ?? {}))
        if (bundle[target]?.[String(record[member])] === undefined)
          faults.push(`${kind} ${name}: ${member} leads nowhere`);
    }
  }
  return faults;
};

describe("a log as PROV-JSON", () => {
  it("tells of each event what it made of the dossier, and who did it in whose name", async () => {
    const at = Date.UTC(2018, 2, 1);
    const { text } = await exportedText(
      exportProvJson(
        await logOfEvents([
          { dossier: "d/1", type: "DossierReceived", data: RECEPTION, occurredAt: at },
          {
            dossier: "d/1",
            type: "HandlerAssigned",
            data: { handler: "CV-7", agency: "Phòng Tư pháp" },
            occurredAt: at,
          },
        ]),
      ),
    );
    const { bundle }: Prov = JSON.parse(text);
    const only = bundle["bundle:d%2F1"];
    const [first, second] = ["dossier:dossier-d%2F1%2F1", "dossier:dossier-d%2F1%2F2"];
    const event = "event:01600f96-5a80-7000-8000-000000000001";
    expect(Object.keys(only?.["entity"] ?? {})).toEqual([first, second]);
    expect(only?.["activity"]?.[event]).toMatchObject({
      "prov:startTime": "2018-03-01T00:00:00.000Z",
      "prov:type": "HandlerAssigned",
    });
    expect(only?.["wasDerivedFrom"]?.["_:d2"]).toMatchObject({
      "prov:generatedEntity": second,
      "prov:usedEntity": first,
    });
    expect(only?.["actedOnBehalfOf"]?.["_:b2"]).toEqual({
      "prov:delegate": "official:CV-7",
      "prov:responsible": "unit:Ph%C3%B2ng%20T%C6%B0%20ph%C3%A1p",
      "prov:activity": event,
    });
  });

  it("of a simulated year names nothing that is not there", async () => {
    const store = inMemoryEventStore();
    rightOf(await populate(store, { year: 2018, dossiers: 150, seed: 4 })());
    const { text, events, dossiers } = await exportedText(exportProvJson(store));
    const { prefix, bundle }: Prov = JSON.parse(text);
    const prefixes = new Set([...Object.keys(prefix), "prov", "_"]);
    expect(Object.keys(bundle)).toHaveLength(dossiers);
    expect(Object.values(bundle).flatMap((each) => faultsOf(each, prefixes))).toEqual([]);
    const activities = Object.values(bundle).map((each) => Object.keys(each["activity"] ?? {}).length);
    expect(activities.reduce((sum, count) => sum + count, 0)).toBe(events);
  });

  it("leaves out what speaks of a person, and is JSON also of an empty log", async () => {
    const note = { subject: "whom", sealed: "c2VhbGVk" };
    const { text } = await exportedText(
      exportProvJson(await logOfEvents([{ dossier: "d", type: "DossierWithdrawn", data: { note } }])),
    );
    expect(text).not.toMatch(/whom|c2VhbGVk/);
    const empty = (await exportedText(exportProvJson(inMemoryEventStore()))).text;
    expect(JSON.parse(empty)).toMatchObject({ bundle: {} });
  });
});
