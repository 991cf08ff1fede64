import { expect, it } from "vitest";
import { printedBy } from "../support/child.js";

it("loads nothing of gRPC before a double is started", async () => {
  expect(await printedBy(new URL("loads-child.ts", import.meta.url))).toBe("function: \n");
});
