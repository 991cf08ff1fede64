import { eventStoreContract } from "@motcua/testkit";
import { describe, it } from "vitest";
import { logsIn } from "./support/logs.js";
import { testServer } from "./support/postgres.js";

const { open, openAgain } = logsIn(testServer({ settings: { max_connections: "60" } }));

eventStoreContract({ name: "PostgreSQL", open, openAgain, describe, it });
