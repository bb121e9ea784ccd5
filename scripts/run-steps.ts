import type { Counts } from './reporter.ts';
import { runCommand } from './run-command.ts';
import type { Step } from './steps.ts';

/** The counts a test step printed last; undefined when it died before that. */
function readCounts(output: string): Counts | undefined {
  const last = output.trimEnd().split('\n').at(-1) ?? '';
  return last.startsWith('{"passed"') ? (JSON.parse(last) as Counts) : undefined;
}

const withoutCounts = (output: string) => output.replace(/^\{"passed".*$\n?/m, '').trimEnd();
const seconds = (ms: number) => `${(ms / 1000).toFixed(1)} s`.padStart(8);

async function runStep(step: Step, totals: Counts): Promise<void> {
  const { ok, output, durationMs } = await runCommand(step.command);
  const counts = step.tests === true ? readCounts(output) : undefined;
  const result: Counts = counts ?? { passed: ok ? 1 : 0, failed: ok ? 0 : 1, skipped: 0 };
  // A runner that fails without a failed test (a file that does not load) is a failure all the same.
  if (!ok && result.failed === 0) result.failed = 1;
  totals.passed += result.passed;
  totals.failed += result.failed;
  totals.skipped += result.skipped;
  const detail =
    counts === undefined ? '' : `  ${result.passed} passed, ${result.failed} failed, ${result.skipped} skipped`;
  console.log(`${ok ? 'ok    ' : 'FAILED'} ${step.name.padEnd(18)}${seconds(durationMs)}${detail}`);
  if (!ok || result.skipped > 0) console.log(withoutCounts(output));
}

/** Runs steps on two lanes, prints each with its time, and returns what they count; a check that is no test counts one. */
export async function runSteps(steps: Step[]): Promise<Counts> {
  const totals: Counts = { passed: 0, failed: 0, skipped: 0 };
  const waiting = [...steps];
  const lane = async () => {
    for (let step = waiting.shift(); step !== undefined; step = waiting.shift()) await runStep(step, totals);
  };
  await Promise.all([lane(), lane()]);
  return totals;
}
