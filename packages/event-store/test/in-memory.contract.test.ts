import { eventStoreContract } from "@motcua/testkit";
import { describe, it } from "vitest";
import { inMemoryEventStore } from "../src/index.js";

eventStoreContract({ name: "in memory", open: async () => inMemoryEventStore(), describe, it });
