// One small use of each package, for a project that has only what was published. A package that is not named here is
// still imported and required.
const assert = require("node:assert/strict");
const { randomUUID } = require("node:crypto");
const { mkdtempSync, rmSync } = require("node:fs");
const { tmpdir } = require("node:os");
const { join } = require("node:path");

module.exports = {
  "@motcua/core": ({ dueAt, VIETNAM }) => {
    const due = dueAt(VIETNAM)(Date.parse("2019-08-30T10:00+07:00"), { unit: "workingDay", amount: 5 });
    assert.deepEqual(due, { _tag: "Right", right: { kind: "date", date: "2019-09-09" } });
  },
  "@motcua/event-store": ({ categoryOf, inMemoryEventStore }) => {
    assert.equal(categoryOf("dossier-1"), "dossier");
    assert.equal(typeof inMemoryEventStore().append, "function");
  },
  "@motcua/interchange": ({ parseInstant }) => {
    assert.deepEqual(parseInstant("2018-03-01T00:00:00.123456Z"), { _tag: "Right", right: 1519862400123 });
  },
  "@motcua/simulator": ({ simulateYear }) => {
    const [first] = simulateYear({ year: 2018, dossiers: 3, seed: 1 });
    assert.ok(first.length > 0);
  },
  "@motcua/sqlite": async ({ openSqliteEventStore }) => {
    const opened = await openSqliteEventStore({ file: ":memory:" })();
    assert.equal(opened._tag, "Right");
    await opened.right.close();

    // The program of the thread that commits must be among what was published.
    const folder = mkdtempSync(join(tmpdir(), "motcua-"));
    const threaded = await openSqliteEventStore({ file: join(folder, "log.db"), commits: "thread" })();
    const event = { id: randomUUID(), type: "T", schemaVersion: 1, occurredAt: 0, data: {}, meta: {} };
    const appended = await threaded.right.append("a-1", [event], "none")();
    assert.deepEqual(appended, { _tag: "Right", right: { version: 1 } });
    await threaded.right.close();
    rmSync(folder, { recursive: true });
  },
  "@motcua/testkit": ({ contractChecks }) => {
    assert.ok(contractChecks.length > 50);
  },
  motcua: async ({ run }) => {
    const written = [];
    const io = { stdout: { write: (text) => written.push(text) }, stderr: { write: () => undefined }, env: {} };
    assert.equal(await run(["calendar", "due", "--start", "2019-08-30T10:00+07:00", "--term", "5wd"], io), 0);
    assert.equal(JSON.parse(written.join("")).dueDate, "2019-09-09");
  },
};
