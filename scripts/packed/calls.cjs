// One small use of each package, for a project that has only what was published. A package that is not named here is
// still imported and required.
const assert = require("node:assert/strict");

module.exports = {
  "@motcua/event-store": ({ categoryOf, inMemoryEventStore }) => {
    assert.equal(categoryOf("dossier-1"), "dossier");
    assert.equal(typeof inMemoryEventStore().append, "function");
  },
};
