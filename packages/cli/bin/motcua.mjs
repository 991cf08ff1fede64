#!/usr/bin/env -S node --max-semi-space-size=16
// Most of what a command makes is gone at once: a nursery larger than 16 MB gained no time and took 100 MB more.
//
// This file stands in git, so that the command can be linked before anything is built. Its syntax is old enough for
// an old Node to come as far as the message.
import { existsSync } from "node:fs";

const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
const main = new URL("../dist/main.js", import.meta.url);

if (major < 22 || (major === 22 && minor < 14)) {
  process.stderr.write(
    `motcua needs Node 22.14 or newer, and this is Node ${process.versions.node}. Install a newer one.\n`,
  );
  process.exitCode = 3;
} else if (!existsSync(main)) {
  process.stderr.write("motcua is not built yet. Run `npm run setup` in the root of the repository, then try again.\n");
  process.exitCode = 3;
} else {
  await import(main.href);
}
