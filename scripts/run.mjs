// The one entry to every task: `node scripts/run.mjs <task>`. Runs on any Node from 18 on, with nothing installed.
import { build } from "./run/build.mjs";
import { interrupted } from "./run/command.mjs";
import { Failure } from "./run/failure.mjs";
import { install } from "./run/install.mjs";
import { whileLocked } from "./run/lock.mjs";
import { nodeOf } from "./run/node.mjs";
import { say } from "./run/say.mjs";
import { runSteps } from "./run/steps.mjs";
import { summaryLine } from "./run/tally.mjs";
import { tasks } from "./tasks.mjs";

const [name = "", ...words] = process.argv.slice(2);
/** @type {import("./tasks.mjs").Task | undefined} */
const task = Object.hasOwn(tasks, name) ? tasks[/** @type {keyof typeof tasks} */ (name)] : undefined;

const usage = () => {
  const lines = Object.entries(tasks).map(([each, { about }]) => `  ${each.padEnd(12)}${about}`);
  return `Usage: node scripts/run.mjs <task>\n${lines.join("\n")}`;
};

const main = async () => {
  if (task === undefined) throw new Failure(usage(), 2);
  const node = await whileLocked(async () => {
    await install();
    const found = nodeOf();
    await build(found, { everything: task.rebuild === true });
    return found;
  });
  return runSteps(node, task, words);
};

try {
  process.exitCode = await main();
} catch (error) {
  if (!(error instanceof Failure)) throw error;
  if (!interrupted()) say(error.message);
  if (task?.tally) process.stdout.write(`${summaryLine({ passed: 0, failed: 1, skipped: [] })}\n`);
  process.exitCode = error.exitCode;
}
