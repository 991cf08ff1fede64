import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { command } from "./command.mjs";
import { Failure } from "./failure.mjs";
import { figuresTable } from "./figures.mjs";
import { environmentWith } from "./node.mjs";
import { readManifest } from "./packages.mjs";
import { root } from "./root.mjs";
import { say, since } from "./say.mjs";
import { linesOf, readTally, skippedList, sum, summaryLine } from "./tally.mjs";

/**
 * @typedef {import("../tasks.mjs").Task} Task
 * @typedef {import("../tasks.mjs").Step} Step
 * @typedef {import("./tally.mjs").Tally} Tally
 */

/**
 * Runs a task's steps on the given Node, all of them: who mends one failure wants to know the others.
 *
 * @param {string} node
 * @param {Task} task
 * @param {string[]} words  what stood after the task's name
 * @returns {Promise<number>} the exit code
 */
export const runSteps = async (node, task, words) => {
  const scratch = mkdtempSync(join(tmpdir(), "motcua-"));
  const figures = process.env["MOTCUA_FIGURES"] ?? join(scratch, "figures.jsonl");
  const environment = { ...environmentWith(node), ...task.environment, MOTCUA_FIGURES: figures };
  /** @type {Tally} */
  let total = { passed: 0, failed: 0, skipped: [] };
  let exitCode = 0;
  try {
    for (const [index, step] of task.steps.entries()) {
      const tallyFile = join(scratch, `tally-${index}.jsonl`);
      const code = await runStep(step, words, { ...environment, MOTCUA_TALLY: tallyFile });
      const counted = countOf(code, tallyFile);
      total = sum(total, counted);
      exitCode ||= code || (counted.failed > 0 ? 1 : 0);
    }
    if (task.tally) report(total, figures);
    return exitCode;
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
};

/** @type {(step: Step, words: string[], environment: NodeJS.ProcessEnv) => Promise<number>} */
const runStep = async (step, words, environment) => {
  const start = Date.now();
  if (step.live) say(step.title);
  const handedOn = step.takesArguments ? words : [];
  const folder = join(root, step.folder ?? "");
  const line = step.script ? scriptOf(step.folder ?? ".", step.script) : undefined;
  const [program = "", ...rest] = line ? [[line, ...handedOn].join(" ")] : [...(step.run ?? []), ...handedOn];
  const { code, output } = await command(program, rest, {
    folder,
    environment,
    title: step.title,
    output: step.live ? "live" : "kept",
    shell: line !== undefined,
  });
  if (code !== 0) process.stderr.write(output);
  say(
    code === 0 ? `${step.title}: done (${since(start)})` : `${step.title}: FAILED with code ${code} (${since(start)})`,
  );
  return code;
};

/** @type {(folder: string, name: string) => string} */
const scriptOf = (folder, name) => {
  const path = `${folder}/package.json`;
  const line = existsSync(join(root, path)) ? readManifest(path)["scripts"]?.[name] : undefined;
  if (line === undefined) throw new Failure(`There is nothing to run yet: ${path} has no script "${name}".`);
  return line;
};

/**
 * A step that counts nothing itself is one test. One that counted no failure, but failed, has one.
 *
 * @type {(code: number, tallyFile: string) => Tally}
 */
const countOf = (code, tallyFile) => {
  const counted = readTally(tallyFile);
  if (code !== 0 && counted.failed === 0) return { ...counted, failed: 1 };
  return linesOf(tallyFile).length === 0 ? { ...counted, passed: 1 } : counted;
};

/** @type {(total: Tally, figures: string) => void} */
const report = (total, figures) => {
  const parts = [figuresTable(linesOf(figures)), skippedList(total.skipped), summaryLine(total)];
  process.stdout.write(`\n${parts.filter(Boolean).join("\n\n")}\n`);
};
