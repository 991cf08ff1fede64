/**
 * @typedef {object} Step
 * @property {string} title      what the step does, as its progress line says it
 * @property {string[]} [run]    a program and its arguments; a program is Node or a command of an installed package
 * @property {string} [folder]   a folder whose own package script is run instead
 * @property {string} [script]   the name of that script
 * @property {boolean} [live]    its output goes straight through, rather than being shown only when it fails
 * @property {boolean} [takesArguments]  words after the task's name are handed on to it
 *
 * @typedef {object} Task
 * @property {string} about
 * @property {boolean} [rebuild]  build every package, changed or not
 * @property {boolean} [tally]    end with the count of passed, failed and skipped
 * @property {Record<string, string>} [environment]
 * @property {Step[]} steps
 */

/** @type {Step[]} */
const checks = [
  { title: "types", run: ["tsc", "--noEmit"] },
  { title: "types of the scripts", run: ["tsc", "--noEmit", "--project", "scripts"] },
  { title: "lint and format", run: ["biome", "check", "--error-on-warnings", "--max-diagnostics=50"] },
  { title: "import rules", run: ["depcruise", "--config", ".dependency-cruiser.mjs", "packages", "examples", "bench"] },
  { title: "unused files, exports and dependencies", run: ["knip", "--no-progress", "--no-config-hints"] },
  { title: "public surface against etc/*.api.md", run: ["node", "scripts/api/report.mjs"] },
];

/** @type {Step[]} */
const tests = [
  {
    title: "tests",
    run: ["vitest", "run", "--reporter=default", "--reporter=./scripts/run/vitest-reporter.mjs"],
    live: true,
    takesArguments: true,
  },
  { title: "packed packages", run: ["node", "scripts/packed/test.mjs"], live: true },
];

/** What `node scripts/run.mjs <task>` can do. Every task first installs and builds what has changed. */
export const tasks = /** @satisfies {Record<string, Task>} */ ({
  setup: { about: "install and build what has changed", steps: [] },
  build: { about: "build every package anew", rebuild: true, steps: [] },
  check: { about: "types, lint, format, import rules, unused code, public surface", steps: checks },
  test: { about: "all checks and all tests", tally: true, steps: [...checks, ...tests] },
  nightly: {
    about: "as test, with the long campaigns whole, and their figures",
    tally: true,
    environment: { MOTCUA_TIER: "nightly" },
    steps: [...checks, ...tests],
  },
  demo: {
    about: "the demonstration",
    steps: [{ title: "demo", run: ["node", "examples/year-2018/src/main.ts"], live: true, takesArguments: true }],
  },
  bench: {
    about: "the benchmarks",
    steps: [{ title: "bench", folder: "bench", script: "bench", live: true, takesArguments: true }],
  },
  double: {
    about: "a double of EventStoreDB on a port: --port N --client E|K",
    steps: [{ title: "double", run: ["node", "scripts/double.mjs"], live: true, takesArguments: true }],
  },
  fix: {
    about: "format, sort imports and apply safe lint fixes",
    steps: [{ title: "fix", run: ["biome", "check", "--write"], live: true }],
  },
  "api:update": {
    about: "write the public surface of every package to etc/*.api.md",
    steps: [{ title: "api reports", run: ["node", "scripts/api/report.mjs", "--update"], live: true }],
  },
});
