// Proves the packages as they will be published: packs them, looks at each tarball, installs all of them with plain npm
// in an empty project, and uses them there from ESM, CommonJS and TypeScript. vitest resolves imports its own way, so
// an import that plain Node refuses is seen here alone.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { command } from "../run/command.mjs";
import { packages } from "../run/packages.mjs";
import { pnpmIn } from "../run/pnpm.mjs";
import { root } from "../run/root.mjs";
import { say, since } from "../run/say.mjs";
import { recordTally } from "../run/tally.mjs";
import { tarballOf, writeProject } from "./project.mjs";

// npm belongs to the host's Node, and an old npm may not run on a new Node.
const host = { ...process.env, PATH: process.env["MOTCUA_HOST_PATH"] ?? process.env["PATH"] };
const scratch = mkdtempSync(join(tmpdir(), "motcua-packed-"));
process.once("exit", () => rmSync(scratch, { recursive: true, force: true }));

let passed = 0;
let failed = 0;

/** @type {(title: string, words: string[], options?: { folder?: string, environment?: NodeJS.ProcessEnv }) => Promise<boolean>} */
const proves = async (title, [program = "", ...words], options = {}) => {
  const start = Date.now();
  const { code, output } = await command(program, words, { ...options, title, output: "kept" });
  if (code === 0) passed += 1;
  else failed += 1;
  if (code !== 0) process.stderr.write(output);
  say(`  ${title}: ${code === 0 ? "done" : `FAILED with code ${code}`} (${since(start)})`);
  return code === 0;
};

const all = packages();
const pack = ["--recursive", "--filter", "./packages/*", "pack", "--pack-destination", scratch];

if (await proves("pack", [...(await pnpmIn(host)), ...pack], { folder: root, environment: host })) {
  for (const one of all) {
    const tarball = join(scratch, tarballOf(one));
    await proves(`publint ${one.name}`, ["publint", "run", tarball, "--strict"]);
    if (one.isLibrary) await proves(`types as published, ${one.name}`, ["attw", "--no-emoji", "--no-color", tarball]);
  }

  const folder = join(scratch, "project");
  writeProject(folder, all);
  const install = ["npm", "install", "--no-audit", "--no-fund", "--loglevel=error"];
  if (await proves("install by npm", install, { folder, environment: host })) {
    await proves("import from ESM", ["node", "use.mjs"], { folder });
    await proves("require from CommonJS", ["node", "use.cjs"], { folder });
    await proves("types in a project of ESM and CommonJS", ["tsc", "--project", "."], { folder });
    for (const { name } of all.filter(({ isCommand }) => isCommand)) {
      await proves(`${name} --help`, [join("node_modules", ".bin", name), "--help"], { folder });
    }
  }
}

recordTally({ passed, failed, skipped: [] });
process.exitCode = failed > 0 ? 1 : 0;
