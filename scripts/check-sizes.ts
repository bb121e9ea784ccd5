import { readFileSync } from 'node:fs';
import path from 'node:path';
import { projectFiles, root } from './project-files.ts';

const maximumLines = 300;
const lines = (file: string) => readFileSync(path.join(root, file), 'utf8').split('\n').length - 1;
const sizes = projectFiles()
  .filter((file) => /^(?:src|scripts|bench|test)\/.*\.ts$/.test(file))
  .map((file) => ({ file, lines: lines(file) }));

function report(name: string, group: typeof sizes): void {
  const sorted = group.map((entry) => entry.lines).toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
  const total = sorted.reduce((sum, count) => sum + count, 0);
  console.log(`${name}: ${sorted.length} files, ${total} lines, median ${at(0.5)}, p90 ${at(0.9)}, max ${at(1)}`);
}

report(
  'source',
  sizes.filter(({ file }) => !file.endsWith('.test.ts')),
);
report(
  'tests',
  sizes.filter(({ file }) => file.endsWith('.test.ts')),
);
const long = sizes.filter((entry) => entry.lines > maximumLines);
for (const entry of long) console.log(`${entry.file}: ${entry.lines} lines, at most ${maximumLines}: split it`);
process.exitCode = long.length === 0 ? 0 : 1;
