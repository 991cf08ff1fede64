import { program } from "../../../../scripts/child/child.js";
import { registerKilledWorkers } from "../../../../scripts/workers/campaign.js";
import { opened, testServer } from "../support/postgres.js";
import { openedViews } from "../support/view-stores.js";

const { newDatabase } = testServer({ settings: { max_connections: "60" } });
const child = new URL("../support/folding-child.ts", import.meta.url);

registerKilledWorkers("killed-workers-postgres", async () => {
  const url = await newDatabase();
  return {
    log: await opened({ url }),
    views: await openedViews({ url }),
    program: (manner) => program(child, url, JSON.stringify(manner)),
  };
});
