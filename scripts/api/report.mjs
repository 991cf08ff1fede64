// Compares the public declarations of every package with its etc/<name>.api.md; with --update, writes those files.
import { existsSync, mkdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Extractor, ExtractorConfig } from "@microsoft/api-extractor";
import { packages } from "../run/packages.mjs";
import { root } from "../run/root.mjs";
import { say } from "../run/say.mjs";
import { canonical } from "./canonical.mjs";

const { compilerOptions } = createRequire(import.meta.url)("../../tsconfig.json");
const update = process.argv.includes("--update");

/** @type {import("@microsoft/api-extractor").IConfigFile["messages"]} */
const messages = {
  compilerMessageReporting: { default: { logLevel: /** @type {any} */ ("error") } },
  // Release tags and TSDoc's own dialect are not habits of this project.
  extractorMessageReporting: { default: { logLevel: /** @type {any} */ ("none") } },
  tsdocMessageReporting: { default: { logLevel: /** @type {any} */ ("none") } },
};

/** @type {(one: import("../run/packages.mjs").Package) => ExtractorConfig} */
const configurationOf = ({ folder }) => {
  const projectFolder = join(root, folder);
  const declarations = join(projectFolder, "dist", "index.d.ts");
  const reportTempFolder = join(tmpdir(), "motcua-api", folder);
  for (const each of [join(projectFolder, "etc"), reportTempFolder]) mkdirSync(each, { recursive: true });
  // Without `paths`: the report is about what is published, not about the sources beside it.
  const overrideTsconfig = { compilerOptions: { ...compilerOptions, paths: {} }, files: [declarations] };
  return ExtractorConfig.prepare({
    configObject: {
      projectFolder,
      mainEntryPointFilePath: declarations,
      compiler: { overrideTsconfig, skipLibCheck: true },
      apiReport: {
        enabled: true,
        reportFolder: "<projectFolder>/etc",
        reportFileName: "<unscopedPackageName>",
        reportTempFolder,
        includeForgottenExports: true,
      },
      docModel: { enabled: false },
      dtsRollup: { enabled: false },
      tsdocMetadata: { enabled: false },
      newlineKind: "lf",
      messages,
    },
    configObjectFullPath: undefined,
    packageJsonFullPath: join(projectFolder, "package.json"),
  });
};

/** Whether the two reports say the same. @type {(config: ExtractorConfig) => boolean} */
const isInOtherOrder = ({ reportFilePath, reportTempFilePath }) =>
  existsSync(reportFilePath) &&
  canonical(readFileSync(reportFilePath, "utf8")) === canonical(readFileSync(reportTempFilePath, "utf8"));

/** @type {string[]} */
const changed = [];
for (const one of packages().filter(({ isLibrary }) => isLibrary)) {
  const result = Extractor.invoke(configurationOf(one), {
    localBuild: update,
    messageCallback: (message) => {
      message.handled = true;
      if (message.logLevel === "error") say(`${one.name}: ${message.text}`);
    },
  });
  if (result.errorCount > 0) process.exitCode = 1;
  if (result.apiReportChanged && !isInOtherOrder(result.extractorConfig)) changed.push(one.name);
}

for (const name of changed)
  say(update ? `${name}: written` : `${name} exports something other than its etc/*.api.md says`);
if (changed.length > 0 && !update) {
  say("Run `pnpm api:update`, look at the difference, and commit it with the change.");
  process.exitCode = 1;
}
