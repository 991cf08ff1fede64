import { eventStoreHistories } from "@motcua/testkit";
import { it } from "vitest";
import { figure } from "./support/figure.js";
import { logsIn } from "./support/logs.js";
import { testServer } from "./support/postgres.js";

const { open, openAgain } = logsIn(testServer({ settings: { max_connections: "60" } }));

eventStoreHistories({
  name: "PostgreSQL",
  histories: process.env["MOTCUA_TIER"] === "nightly" ? 10_000 : 300,
  open,
  openAgain,
  played: (played) => figure({ suite: "histories-postgres", ...played }),
  // Ten thousand take minutes.
  it: (name, body) => it(name, { timeout: 7_200_000 }, body),
});
