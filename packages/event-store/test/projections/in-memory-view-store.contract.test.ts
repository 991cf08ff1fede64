import { viewStoreContract } from "@motcua/testkit";
import { describe, it } from "vitest";
import { inMemoryViewStore } from "../../src/index.js";

viewStoreContract({
  name: "in memory",
  open: async () => inMemoryViewStore(),
  openAgain: async (first) => first,
  describe,
  it,
});
