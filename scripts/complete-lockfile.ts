import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type Lockfile, missingOptionals } from './lockfile-optionals.ts';
import { root } from './project-files.ts';

// For after `npm install`, by hand: `node scripts/complete-lockfile.ts [package-lock.json]`.
const file = path.resolve(root, process.argv[2] ?? 'package-lock.json');
const lockfile = JSON.parse(readFileSync(file, 'utf8')) as Lockfile;
const missing = missingOptionals(lockfile);
const packages = Object.entries({ ...lockfile.packages, ...missing });
const sorted = Object.fromEntries(packages.toSorted(([a], [b]) => (a < b ? -1 : 1)));
writeFileSync(file, `${JSON.stringify({ ...lockfile, packages: sorted }, null, 2)}\n`);
for (const name of Object.keys(missing)) console.log(`added without integrity: ${name}`);
console.log(`${Object.keys(missing).length} optional packages of other platforms added to ${path.basename(file)}`);
