import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from './project-files.ts';

/** One thing that must hold before a change is kept. `alone` gives what runs some of its test files one after another. */
export type Step = { name: string; command: string[]; tests?: boolean; alone?: (testFiles: string[]) => string[] };

const files = (...patterns: string[]) => globSync(patterns, { cwd: root }).toSorted();
const node = ['node', '--disable-warning=ExperimentalWarning'];

const testCommand = (testFiles: string[], atOnce: number): string[] => [
  ...node,
  '--test',
  `--test-concurrency=${atOnce}`,
  '--test-reporter=./scripts/reporter.ts',
  ...testFiles,
];

const tests = (name: string, testFiles: string[]): Step[] =>
  testFiles.length === 0 ? [] : [{ name, command: testCommand(testFiles, 2), tests: true }];

/** Tests that start a database, a bucket or a browser take seconds each: they belong to `npm test`. */
const startsServers = (file: string): boolean =>
  file.startsWith('src/store/') ||
  /\/test\/(?:server|s3)\/|bundle\.test/.test(readFileSync(path.join(root, file), 'utf8') + file);
const unitTests = () => files('src/**/*.test.ts', 'web/**/*.test.ts', 'scripts/**/*.test.ts');

/** What `npm run verify` runs: everything that needs no browser and no child process of ours. */
export const verifySteps = (): Step[] => [
  { name: 'types', command: ['tsc', '-p', '.'] },
  { name: 'types of the app', command: ['tsc', '-p', 'web'] },
  { name: 'format', command: ['oxfmt', '--check'] },
  { name: 'lint', command: ['oxlint', '--deny-warnings'] },
  { name: 'boundaries', command: [...node, 'scripts/check-boundaries.ts'] },
  { name: 'words', command: [...node, 'scripts/check-words.ts'] },
  { name: 'leftovers', command: [...node, 'scripts/check-leftovers.ts'] },
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
  ...tests('end-to-end tests', files('test/**/*.test.ts')).map((step) => ({
    ...step,
    alone: (testFiles: string[]) => testCommand(testFiles, 1),
  })),
];
