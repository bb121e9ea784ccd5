import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from './project-files.ts';

/**
 * One thing that must hold before a change is kept: a command, with `tests` when it ends with a report, or test files that run as
 * processes of their own. With `again`, failed files run alone before they count: decision 0037.
 */
export type Step = { name: string; again?: boolean } & (
  | { command: string[]; tests?: boolean; files?: never }
  | { files: string[] }
);

const files = (...patterns: string[]) => globSync(patterns, { cwd: root }).toSorted();
const node = ['node', '--disable-warning=ExperimentalWarning'];

/** In one process, which reads what they import once: for tests that need nothing started and change nothing for others. */
const together = (name: string, testFiles: string[]): Step[] =>
  [0, 1].map((half) => ({
    name: `${name}, ${half + 1} of 2`,
    command: [
      ...node,
      '--test',
      '--test-isolation=none',
      '--test-reporter=./scripts/reporter.ts',
      ...testFiles.filter((_, index) => index % 2 === half),
    ],
    tests: true,
    again: true,
  }));

/** Tests that start a database, a bucket or a browser, and those named long, take seconds each: they belong to `npm test`. */
const isSlow = (file: string): boolean =>
  file.startsWith('src/store/') ||
  file.endsWith('.long.test.ts') ||
  /\/test\/(?:server|s3)\/|bundle\.test/.test(readFileSync(path.join(root, file), 'utf8') + file);
const unitTests = () => files('src/**/*.test.ts', 'web/**/*.test.ts', 'scripts/**/*.test.ts');

/** What was checked is kept, so that the next time only what changed is. */
const typesOf = (project: string, name: string): string[] =>
  `tsc -p ${project} --incremental --tsBuildInfoFile node_modules/.cache/hindcast/types-${name}.tsbuildinfo`.split(' ');

/** What `npm run verify` runs: everything that needs no browser and no child process of ours. */
export const verifySteps = (): Step[] => [
  { name: 'types', command: typesOf('.', 'server') },
  { name: 'types of the app', command: typesOf('web', 'app') },
  { name: 'format', command: ['oxfmt', '--check'] },
  { name: 'lint', command: ['oxlint', '--deny-warnings'] },
  { name: 'boundaries', command: [...node, 'scripts/check-boundaries.ts'] },
  { name: 'words', command: [...node, 'scripts/check-words.ts'] },
  { name: 'leftovers', command: [...node, 'scripts/check-leftovers.ts'] },
  { name: 'sizes', command: [...node, 'scripts/check-sizes.ts'] },
  { name: 'docs', command: [...node, 'scripts/check-doc-refs.ts'] },
  ...together(
    'unit tests',
    unitTests().filter((file) => !isSlow(file)),
  ),
];

/** What `npm test` runs on top: the server's tests, laws, the corpus when it is there, the command line, documents in a real browser. */
export const wholeSteps = (): Step[] => {
  const all = files('test/**/*.test.ts');
  const web = files('test/web/**/*.test.ts');
  const screens = files('test/web/screens/*.test.ts');
  return [
    { name: 'server tests', files: unitTests().filter(isSlow), again: true },
    { name: 'end-to-end tests', files: all.filter((file) => !web.includes(file)), again: true },
    { name: 'browser tests', files: web.filter((file) => !screens.includes(file)), again: true },
    // Last, since they can say how many screens they were left no time for.
    { name: 'sweeps of screens', files: screens },
  ];
};
