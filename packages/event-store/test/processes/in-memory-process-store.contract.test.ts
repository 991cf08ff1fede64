import { processStoreContract } from "@motcua/testkit";
import { describe, it } from "vitest";
import { inMemoryProcessStore } from "../../src/index.js";

processStoreContract({ name: "in memory", open: async () => inMemoryProcessStore(), describe, it });
