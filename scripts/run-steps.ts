import type { Counts, Report } from './reporter.ts';
import { type Outcome, runCommand } from './run-command.ts';
import { readReport, runFiles, withoutReport } from './run-files.ts';
import type { Step } from './steps.ts';

const seconds = (ms: number) => `${(ms / 1000).toFixed(1)} s`.padStart(8);

/** `names`: what was said when the files ran alone for the last time, in which those that failed for good are named. */
type StepOutcome = Outcome & { report: Report | undefined; slowest?: string; names?: string };

/** More failed files than this are no accident of a busy machine; so often they run alone. */
const [mostUnsteady, mostAgain] = [6, 2];

async function firstRun(step: Step, until: number): Promise<StepOutcome> {
  if (step.files !== undefined) return runFiles(step.files, 2, until);
  const outcome = await runCommand(step.command);
  return { ...outcome, report: step.tests === true ? readReport(outcome.output) : undefined };
}

/** What a step came to, after its failed files had the machine for themselves: decision 0037. */
async function outcomeOf(step: Step, until: number): Promise<StepOutcome> {
  const first = await firstRun(step, until);
  if (first.ok || step.again !== true || first.report === undefined) return first;
  const { passed, failed, skipped, files } = first.report;
  // What failed elsewhere than in a test file would be run by nothing.
  const known = files.length > 0 && files.every((file) => file.endsWith('.test.ts'));
  if (!known || files.length > mostUnsteady) return first;
  let [left, output, durationMs, names] = [files, first.output, first.durationMs, ''];
  for (let run = 0; run < mostAgain && left.length > 0; run += 1) {
    // They have the time that they need.
    const again = await runFiles(left, 1, Infinity);
    left = again.report.files;
    output += again.ok ? '' : `\nalone:\n${again.output}`;
    names = again.output;
    durationMs += again.durationMs;
  }
  if (left.length > 0) return { ...first, output, durationMs, names };
  output = `UNSTEADY: ${failed} failed beside other tests and passed alone; each is to be mended\n${output}`;
  return { ...first, ok: true, output, durationMs, report: { passed: passed + failed, failed: 0, skipped, files } };
}

async function runStep(step: Step, totals: Counts, until: number, failures: string[]): Promise<void> {
  const { ok, output, durationMs, report, slowest = '', names = output } = await outcomeOf(step, until);
  const result: Counts = report ?? { passed: ok ? 1 : 0, failed: ok ? 0 : 1, skipped: 0 };
  // A runner that fails without a failed test (a file that does not load) is a failure all the same.
  if (!ok && result.failed === 0) result.failed = 1;
  totals.passed += result.passed;
  totals.failed += result.failed;
  totals.skipped += result.skipped;
  const detail =
    report === undefined ? '' : `  ${result.passed} passed, ${result.failed} failed, ${result.skipped} skipped`;
  console.log(`${ok ? 'ok    ' : 'FAILED'} ${step.name.padEnd(18)}${seconds(durationMs)}${detail}`);
  if (slowest !== '') console.log(`       slowest: ${slowest}`);
  // Names first: what shows a run elsewhere may show only its beginning.
  const failed = ok ? [] : [...new Set(names.match(/^x FAILED .*$/gm) ?? [`x FAILED   ${step.name}`])];
  if (failed.length > 0) console.log(failed.join('\n'));
  failures.push(...failed);
  if (!ok || result.skipped > 0 || (report?.files.length ?? 0) > 0) console.log(withoutReport(output).trimEnd());
}

/**
 * Runs steps on so many lanes, prints each with its time, and returns what they count; a check that is no test counts one. Test files
 * that have not begun at `until` (milliseconds since 1970) are skipped and named. What failed is added to `failures`, a line each.
 */
export async function runSteps(steps: Step[], lanes = 2, until = Infinity, failures: string[] = []): Promise<Counts> {
  const totals: Counts = { passed: 0, failed: 0, skipped: 0 };
  const waiting = [...steps];
  const lane = async () => {
    for (let step = waiting.shift(); step !== undefined; step = waiting.shift())
      await runStep(step, totals, until, failures);
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  return totals;
}
