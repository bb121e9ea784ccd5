import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from './project-files.ts';

/** One thing that must hold before a change is kept. */
export type Step = { name: string; command: string[]; tests?: boolean };

const files = (...patterns: string[]) => globSync(patterns, { cwd: root }).toSorted();
const node = ['node', '--disable-warning=ExperimentalWarning'];

function tests(name: string, testFiles: string[]): Step[] {
  if (testFiles.length === 0) return [];
  const command = [...node, '--test', '--test-concurrency=2', '--test-reporter=./scripts/reporter.ts', ...testFiles];
  return [{ name, command, tests: true }];
}

/** Tests that start a database, a bucket or a browser take seconds each: they belong to `npm test`. */
const startsServers = (file: string): boolean =>
  file.startsWith('src/store/') ||
  /\/test\/(?:server|s3)\/|bundle\.test/.test(readFileSync(path.join(root, file), 'utf8') + file);
const unitTests = () => files('src/**/*.test.ts', 'scripts/**/*.test.ts');

/** What `npm run verify` runs: everything that needs no browser and no child process of ours. */
export const verifySteps = (): Step[] => [
  { name: 'types', command: ['tsc', '-p', '.'] },
  { name: 'format', command: ['oxfmt', '--check'] },
  { name: 'lint', command: ['oxlint', '--deny-warnings'] },
  { name: 'boundaries', command: [...node, 'scripts/check-boundaries.ts'] },
  { name: 'sizes', command: [...node, 'scripts/check-sizes.ts'] },
  { name: 'docs', command: [...node, 'scripts/check-doc-refs.ts'] },
  ...tests(
    'unit tests',
    unitTests().filter((file) => !startsServers(file)),
  ),
];

/** What `npm test` runs on top: the server's tests, laws, the corpus when it is there, the command line, documents in a real browser. */
export const wholeSteps = (): Step[] => [
  ...tests('server tests', unitTests().filter(startsServers)),
  ...tests('end-to-end tests', files('test/**/*.test.ts')),
];
