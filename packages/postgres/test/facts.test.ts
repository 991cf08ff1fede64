import { factReaderContract } from "@motcua/testkit";
import { describe, it } from "vitest";
import { logsIn } from "./support/logs.js";
import { testServer } from "./support/postgres.js";

const { open } = logsIn(testServer());

factReaderContract({ name: "PostgreSQL", open, describe, it });
