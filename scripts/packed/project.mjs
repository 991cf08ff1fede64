import { cpSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../run/root.mjs";

/** @typedef {import("../run/packages.mjs").Package} Package */

/**
 * Writes a project that uses every package: by `import`, by `require`, and from TypeScript both ways.
 *
 * @param {string} folder
 * @param {Package[]} packages  their tarballs lie in the folder above
 */
export const writeProject = (folder, packages) => {
  const names = packages.filter(({ isLibrary }) => isLibrary).map(({ name }) => name);
  mkdirSync(folder, { recursive: true });
  cpSync(join(root, "scripts", "packed", "calls.cjs"), join(folder, "calls.cjs"));
  const files = {
    "package.json": manifest(packages),
    "tsconfig.json": typescript,
    "use.mjs": numbered(names, (name, index) => `import * as p${index} from "${name}";`) + called("import", names),
    "use.cjs": numbered(names, (name, index) => `const p${index} = require("${name}");`) + called("require", names),
    "types.mts": numbered(names, (name, index) => `export * as p${index} from "${name}";`),
    "types.cts": numbered(names, (name, index) => `import p${index} = require("${name}");\nexport { p${index} };`),
  };
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
};

/** @type {(names: string[], line: (name: string, index: number) => string) => string} */
const numbered = (names, line) => `${names.map(line).join("\n")}\n`;

/** @type {(way: "import" | "require", names: string[]) => string} */
const called = (way, names) =>
  (way === "import" ? 'import calls from "./calls.cjs";\n' : 'const calls = require("./calls.cjs");\n') +
  numbered(names, (name, index) => `calls["${name}"]?.(p${index});`);

/** @type {(packages: Package[]) => string} */
const manifest = (packages) => {
  const dependencies = Object.fromEntries(packages.map((one) => [one.name, `file:../${tarballOf(one)}`]));
  return JSON.stringify({ name: "uses-motcua", private: true, dependencies }, null, 2);
};

/** The file name that pnpm gives a packed package. @type {(one: Package) => string} */
export const tarballOf = ({ name, manifest: { version } }) =>
  `${name.replace("@", "").replace("/", "-")}-${version}.tgz`;

const typescript = JSON.stringify({
  compilerOptions: {
    target: "ES2024",
    module: "NodeNext",
    strict: true,
    exactOptionalPropertyTypes: true,
    noEmit: true,
    // The declarations themselves are checked: one that leans on types that were not installed fails.
    skipLibCheck: false,
    types: [],
  },
  files: ["types.mts", "types.cts"],
});
