import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { presetOf, readMapping } from "../src/index.js";
import { Mapping } from "../src/mapping/mapping.js";
import { rightOf } from "./support/importing.js";
import { importedCsv } from "./support/mapping.js";

const page = (path: string): string => readFileSync(join(import.meta.dirname, "../../../docs", path), "utf8");
const block = (text: string, language: string): string =>
  (text.split(`   \`\`\`${language}\n`)[1]?.split("   ```")[0] ?? "").replaceAll(/^ {3}/gm, "");

describe("the pages about mappings", () => {
  it("show a whole mapping that imports the table beside it", async () => {
    const text = page("how-to/import.md");
    const preset = presetOf(rightOf(readMapping("import.md", block(text, "json"))));
    const { summary, events } = await importedCsv(preset, ...block(text, "csv").trim().split("\n"));
    expect(summary).toEqual({ dossiers: 2, events: 6, skipped: 0, anomalies: { openWithEnd: 1 } });
    const owed = events.flatMap(({ type, data }) => (type === "ChargeAssessed" ? [Reflect.get(data, "amount")] : []));
    expect(owed).toEqual([10, 1250].map((minor) => ({ kind: "fee", minor, currency: "USD" })));
  });

  it("name every member of a mapping, and of what stands in one", () => {
    const text = page("reference/mapping.md");
    const named = new Set([...text.matchAll(/`([$\w]+)`/g)].map(([, name]) => name));
    const members = Object.keys(Object(Mapping.schema["properties"]));
    expect(members.filter((name) => !named.has(name))).toEqual([]);
    expect(members.length).toBeGreaterThan(20);
  });
});
