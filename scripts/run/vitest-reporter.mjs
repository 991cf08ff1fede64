import { recordTally } from "./tally.mjs";

/**
 * @typedef {import("vitest/node").TestCase} TestCase
 * @typedef {import("vitest/node").TestModule} TestModule
 * @typedef {import("./tally.mjs").Skipped} Skipped
 */

// What a test says when it needs something that npm does not bring; see CONTRIBUTING.md.
const NEEDS_PROGRAM = /^needs the program /;

/**
 * Counts the tests of a run. A test that is skipped without a reason counts as failed, and so does one that misses a
 * program where REQUIRE_TOOLS=1 promises that all are there.
 */
export default class TallyReporter {
  /** @param {import("vitest/node").Vitest} vitest */
  onInit(vitest) {
    this.vitest = vitest;
  }

  /**
   * @param {ReadonlyArray<TestModule>} modules
   * @param {ReadonlyArray<unknown>} unhandledErrors
   */
  onTestRunEnd(modules, unhandledErrors) {
    const tests = modules.flatMap((module) => [...module.children.allTests()]);
    const suites = modules.flatMap((module) => [...module.children.allSuites()]);
    const inState = (/** @type {string} */ state) => tests.filter((test) => test.result().state === state);

    // Asked for with --testNamePattern: what does not match is not skipped, but left out.
    const leftOut = (/** @type {Skipped} */ { reason }) =>
      reason === "" && Boolean(this.vitest?.config.testNamePattern);
    const skipped = inState("skipped")
      .map(skippedTest)
      .filter((each) => !leftOut(each));
    const refused = skipped.map(refusal).filter((each) => each !== undefined);
    for (const complaint of refused) process.stderr.write(`motcua: ${complaint}\n`);

    const broken = [...modules, ...suites].filter((part) => part.errors().length > 0).length;
    const failed = inState("failed").length + broken + unhandledErrors.length + refused.length;
    recordTally({
      passed: inState("passed").length,
      failed,
      skipped: skipped.filter((each) => refusal(each) === undefined),
    });
    if (failed > 0) process.exitCode = 1;
  }
}

/** @type {(test: TestCase) => Skipped} */
const skippedTest = (test) => {
  const result = test.result();
  const note = result.state === "skipped" ? (result.note ?? "").trim() : "";
  const reason = note === "" && isBelowFailure(test) ? "a part that it needs has failed" : note;
  return { test: `${test.module.relativeModuleId} > ${test.fullName}`, reason };
};

/** @type {(test: TestCase) => boolean} */
const isBelowFailure = (test) => {
  /** @type {TestModule | import("vitest/node").TestSuite} */
  let part = test.parent;
  while (part.type === "suite" && part.errors().length === 0) part = part.parent;
  return part.errors().length > 0;
};

/** @type {(skipped: Skipped) => string | undefined} */
const refusal = ({ test, reason }) => {
  if (reason === "") return `skipped without a reason, which counts as failed: ${test}. Use ctx.skip("the reason").`;
  const mustRun = process.env["REQUIRE_TOOLS"] === "1" && NEEDS_PROGRAM.test(reason);
  return mustRun ? `skipped although REQUIRE_TOOLS=1, which counts as failed: ${test} (${reason})` : undefined;
};
