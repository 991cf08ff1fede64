/** The floors of the house, from the ground up. A room imports from the rooms that its line allows, and no others. */
const rooms = {
  core: [],
  "event-store": [],
  sqlite: ["event-store"],
  postgres: ["event-store"],
  eventstoredb: ["event-store"],
  interchange: ["core", "event-store"],
  notices: ["core", "event-store"],
  audit: ["core", "event-store"],
  privacy: ["core", "event-store"],
  simulator: ["core", "event-store"],
  testkit: ["core", "event-store"],
};

const TESTS = String.raw`^(packages|examples)/[^/]+/test/|\.test(-d)?\.ts$`;

const FRONT_DOOR = String.raw`^packages/[^/]+/(src|dist)/index\.(d\.)?ts$`;

const anyPackage = "^packages/([^/]+)/";

/**
 * One rule for each room: whatever package it reaches is itself or one that it may know.
 *
 * @type {import("dependency-cruiser").IForbiddenRuleType[]}
 */
const roomRules = Object.entries(rooms).map(([room, known]) => ({
  name: `room-${room}`,
  severity: "error",
  comment: `${room} may import ${known.length === 0 ? "no other package" : known.join(" and ")}`,
  from: { path: `^packages/${room}/`, pathNot: TESTS },
  to: { path: anyPackage, pathNot: `^packages/(${[room, ...known].join("|")})/` },
}));

/** @type {import("dependency-cruiser").IConfiguration} */
export default {
  forbidden: [
    ...roomRules,
    {
      name: "no-cycles",
      severity: "error",
      comment: "two files that import each other are one idea, or a third is missing between them",
      from: {},
      to: { circular: true },
    },
    {
      name: "core-is-pure",
      severity: "error",
      comment: "core has no I/O: no built-in module of Node",
      from: { path: "^packages/core/", pathNot: TESTS },
      to: { dependencyTypes: ["core"] },
    },
    {
      name: "core-dependencies",
      severity: "error",
      comment: "core depends on fp-ts and io-ts alone",
      from: { path: "^packages/core/", pathNot: TESTS },
      to: { path: "node_modules/", pathNot: "node_modules/(fp-ts|io-ts)/" },
    },
    {
      name: "testkit-for-tests",
      severity: "error",
      comment: "only tests and benchmarks import the testkit",
      from: { pathNot: [TESTS, "^packages/testkit/", "^bench/"] },
      to: { path: "^packages/testkit/" },
    },
    {
      name: "cli-is-the-roof",
      severity: "error",
      comment: "nothing but an example or a benchmark is built on the command",
      from: { pathNot: ["^packages/cli/", "^examples/", "^bench/", TESTS] },
      to: { path: "^packages/cli/" },
    },
    {
      name: "front-doors-only",
      severity: "error",
      comment: "a package is entered by its index, never by a file inside",
      from: { path: anyPackage },
      to: { path: "^packages/[^/]+/(src|dist)/", pathNot: ["^packages/$1/", FRONT_DOOR] },
    },
    {
      name: "front-doors-only-from-outside",
      severity: "error",
      comment: "a package is entered by its index, never by a file inside",
      from: { pathNot: "^packages/" },
      to: { path: "^packages/[^/]+/(src|dist)/", pathNot: FRONT_DOOR },
    },
    {
      name: "by-name-only",
      severity: "error",
      comment: "another package is imported by its name, not by a relative path",
      from: { path: anyPackage },
      to: { path: anyPackage, pathNot: "^packages/$1/", dependencyTypesNot: ["aliased-tsconfig-paths"] },
    },
    {
      name: "resolvable",
      severity: "error",
      comment: "an import that cannot be resolved is checked by none of the other rules",
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: ["node_modules", "/dist/"] },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "require", "node", "types", "default"],
    },
  },
};
