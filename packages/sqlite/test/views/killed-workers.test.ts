import { registerKilledWorkers } from "../../../../scripts/workers/campaign.js";
import { rightOf } from "../../../../scripts/workers/right-of.js";
import { openSqliteViewStore } from "../../src/index.js";
import { program } from "../support/program.js";
import { opened, temporaryFolder } from "../support/temporary.js";

const { newFile } = temporaryFolder();

registerKilledWorkers("killed-workers-sqlite", async () => {
  const [file, viewsFile] = [newFile(), newFile()];
  return {
    log: await opened({ file }),
    views: rightOf(await openSqliteViewStore({ file: viewsFile })()),
    program: (manner) => program("folding-child.ts", file, viewsFile, JSON.stringify(manner)),
  };
});
