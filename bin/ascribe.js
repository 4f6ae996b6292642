#!/usr/bin/env node
// Says in one sentence what is missing, before anything newer than an old Node understands is loaded.
import { existsSync } from 'node:fs';

const [major, minor] = process.versions.node.split('.').map(Number);
const main = new URL('../dist/cli/main.js', import.meta.url);

if (major < 20 || (major === 20 && minor < 19)) {
  process.stderr.write(`ascribe needs Node 20.19 or newer, and this is Node ${process.versions.node}.\n`);
  process.exitCode = 2;
} else if (!existsSync(main)) {
  process.stderr.write('ascribe has not been built yet: run `npm ci` in its folder, which builds it.\n');
  process.exitCode = 2;
} else {
  import(main.href).then((ascribe) => ascribe.runProcess());
}
