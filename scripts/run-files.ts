import path from 'node:path';
import type { Report } from './reporter.ts';
import { type Outcome, runCommand } from './run-command.ts';

/** What the files came to, with what they printed one after another, as one command would have. */
export type FilesOutcome = Outcome & { report: Report; slowest: string };

/** A test that says nothing of its own may take so long; a file that does not end, as when something is left open, is ended. */
const [testMs, fileMs] = [600_000, 1_500_000];

const commandFor = (file: string): string[] => [
  'node',
  '--disable-warning=ExperimentalWarning',
  '--test',
  '--test-isolation=none',
  `--test-timeout=${testMs}`,
  '--test-reporter=./scripts/reporter.ts',
  file,
];

/** The report that the reporter printed last; undefined when it died before that. */
export function readReport(output: string): Report | undefined {
  const last = output.trimEnd().split('\n').at(-1) ?? '';
  return last.startsWith('{"passed"') ? (JSON.parse(last) as Report) : undefined;
}

/** What was said, without the line of the report. */
export const withoutReport = (output: string): string => output.replace(/^\{"passed".*$\n?/gm, '');

/**
 * Runs test files, so many at once, each as a process of its own. Files that have not begun at `until`, in milliseconds since 1970, are
 * skipped and named: on a machine that is too slow a run that ends and says so is worth more than one that is broken off.
 */
export async function runFiles(files: string[], atOnce: number, until: number): Promise<FilesOutcome> {
  const started = performance.now();
  const report: Report = { passed: 0, failed: 0, skipped: 0, files: [] };
  let output = '';
  const took: { file: string; ms: number }[] = [];
  const waiting = [...files];
  const runOne = async (file: string): Promise<void> => {
    if (Date.now() > until) {
      report.skipped += 1;
      output += `- skipped  ${file}: no time was left; run it alone with \`npx node --test ${file}\`\n`;
      return;
    }
    // A runner within a runner, as in the tests of this file, would run nothing.
    const environment = { HINDCAST_TEST_UNTIL: String(until), NODE_TEST_CONTEXT: undefined };
    const { ok, output: said, durationMs: ms } = await runCommand(commandFor(file), environment, fileMs);
    took.push({ file, ms });
    const counts = readReport(said);
    output += withoutReport(said);
    report.passed += counts?.passed ?? 0;
    report.skipped += counts?.skipped ?? 0;
    // A file that does not load, or whose process dies, fails without a failed test.
    report.failed += counts?.failed || (ok ? 0 : 1);
    if (ok && (counts?.failed ?? 0) === 0) return;
    report.files.push(file);
    // Whatever was said of it, it is to be found by its name.
    const isNamed = said.split('\n').some((line) => line.startsWith('x FAILED') && line.includes(path.basename(file)));
    if (!isNamed) output += `x FAILED   ${file}\n`;
  };
  const lane = async () => {
    for (let file = waiting.shift(); file !== undefined; file = waiting.shift()) await runOne(file);
  };
  await Promise.all(Array.from({ length: atOnce }, lane));
  const slowest = took
    .toSorted((one, other) => other.ms - one.ms)
    .slice(0, 5)
    .map(({ file, ms }) => `${file} ${(ms / 1000).toFixed(0)} s`)
    .join(', ');
  return { ok: report.failed === 0, output, durationMs: performance.now() - started, report, slowest };
}
