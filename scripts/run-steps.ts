import type { Counts, Report } from './reporter.ts';
import { type Outcome, runCommand } from './run-command.ts';
import { readReport, runFiles } from './run-files.ts';
import type { Step } from './steps.ts';

const withoutCounts = (output: string) => output.replace(/^\{"passed".*$\n?/gm, '').trimEnd();
const seconds = (ms: number) => `${(ms / 1000).toFixed(1)} s`.padStart(8);

/** More failed files than this are no accident of a busy machine. */
const mostUnsteady = 6;

/** What a step came to, after its failed files had the machine for themselves once: decision 0037. */
async function outcomeOf(
  step: Step,
  until: number,
): Promise<Outcome & { report: Report | undefined; slowest?: string }> {
  if (step.files === undefined) {
    const outcome = await runCommand(step.command);
    return { ...outcome, report: step.tests === true ? readReport(outcome.output) : undefined };
  }
  const first = await runFiles(step.files, 2, until);
  if (first.ok || step.again !== true || first.report.files.length > mostUnsteady) return first;
  // Those few have the time that they need.
  const again = await runFiles(first.report.files, 1, Infinity);
  const durationMs = first.durationMs + again.durationMs;
  if (!again.ok) return { ...first, output: `${first.output}\nalone:\n${again.output}`, durationMs };
  const { passed, failed, skipped, files } = first.report;
  const output = `UNSTEADY: ${failed} failed beside other tests and passed alone; each is to be mended\n${first.output}`;
  return { ...first, ok: true, output, durationMs, report: { passed: passed + failed, failed: 0, skipped, files } };
}

async function runStep(step: Step, totals: Counts, until: number): Promise<void> {
  const { ok, output, durationMs, report, slowest = '' } = await outcomeOf(step, until);
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
  if (!ok || result.skipped > 0 || (report?.files.length ?? 0) > 0) console.log(withoutCounts(output));
}

/**
 * Runs steps on so many lanes, prints each with its time, and returns what they count; a check that is no test counts one. Test files
 * that have not begun at `until` (milliseconds since 1970) are skipped and named.
 */
export async function runSteps(steps: Step[], lanes = 2, until = Infinity): Promise<Counts> {
  const totals: Counts = { passed: 0, failed: 0, skipped: 0 };
  const waiting = [...steps];
  const lane = async () => {
    for (let step = waiting.shift(); step !== undefined; step = waiting.shift()) await runStep(step, totals, until);
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  return totals;
}
