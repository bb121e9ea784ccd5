import type { Counts, Report } from './reporter.ts';
import { type Outcome, runCommand } from './run-command.ts';
import type { Step } from './steps.ts';

/** The report a test step printed last; undefined when it died before that. */
function readReport(output: string): Report | undefined {
  const last = output.trimEnd().split('\n').at(-1) ?? '';
  return last.startsWith('{"passed"') ? (JSON.parse(last) as Report) : undefined;
}

const withoutCounts = (output: string) => output.replace(/^\{"passed".*$\n?/gm, '').trimEnd();
const seconds = (ms: number) => `${(ms / 1000).toFixed(1)} s`.padStart(8);

/** More failed files than this are no accident of a busy machine. */
const mostUnsteady = 3;

/** What a step came to, after its failed files had the machine for themselves once: decision 0037. */
async function outcomeOf({ command, tests, alone }: Step): Promise<Outcome & { report: Report | undefined }> {
  const first = await runCommand(command);
  const report = tests === true ? readReport(first.output) : undefined;
  const files = report?.files ?? [];
  if (first.ok || alone === undefined || report === undefined) return { ...first, report };
  // What failed elsewhere than in a test file would be run by nothing.
  const known = files.length > 0 && files.every((file) => file.endsWith('.test.ts'));
  if (!known || files.length > mostUnsteady) return { ...first, report };
  const again = await runCommand(alone(files));
  const durationMs = first.durationMs + again.durationMs;
  if (!again.ok) return { ok: false, output: `${first.output}\nalone:\n${again.output}`, durationMs, report };
  const { passed, failed, skipped } = report;
  const output = `UNSTEADY: ${failed} failed beside other tests and passed alone; each is to be mended\n${first.output}`;
  return { ok: true, output, durationMs, report: { passed: passed + failed, failed: 0, skipped, files } };
}

async function runStep(step: Step, totals: Counts): Promise<void> {
  const { ok, output, durationMs, report } = await outcomeOf(step);
  const result: Counts = report ?? { passed: ok ? 1 : 0, failed: ok ? 0 : 1, skipped: 0 };
  // A runner that fails without a failed test (a file that does not load) is a failure all the same.
  if (!ok && result.failed === 0) result.failed = 1;
  totals.passed += result.passed;
  totals.failed += result.failed;
  totals.skipped += result.skipped;
  const detail =
    report === undefined ? '' : `  ${result.passed} passed, ${result.failed} failed, ${result.skipped} skipped`;
  console.log(`${ok ? 'ok    ' : 'FAILED'} ${step.name.padEnd(18)}${seconds(durationMs)}${detail}`);
  if (!ok || result.skipped > 0 || (report?.files.length ?? 0) > 0) console.log(withoutCounts(output));
}

/** Runs steps on so many lanes, prints each with its time, and returns what they count; a check that is no test counts one. */
export async function runSteps(steps: Step[], lanes = 2): Promise<Counts> {
  const totals: Counts = { passed: 0, failed: 0, skipped: 0 };
  const waiting = [...steps];
  const lane = async () => {
    for (let step = waiting.shift(); step !== undefined; step = waiting.shift()) await runStep(step, totals);
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  return totals;
}
