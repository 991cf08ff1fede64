import { describe, expect, it } from "vitest";
import { nameId, nameSpace } from "../src/legacy/name-id.js";

describe("an id that follows from a name", () => {
  const dns = nameSpace("6ba7b810-9dad-11d1-80b4-00c04fd430c8");

  it("is that of RFC 9562, version 5 (its own example)", () => {
    expect(nameId(dns, "www.example.com")).toBe("2ed6657d-e927-568b-95e1-2665a8aea6a2");
  });

  it("is a UUID of version 5, another for each name", () => {
    const ids = Array.from({ length: 1_000 }, (_, n) => nameId(dns, `Hồ sơ ${n}`));
    expect(new Set(ids).size).toBe(1_000);
    expect(
      ids.filter((id) => !/^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(id)),
    ).toEqual([]);
  });
});
