import assert from 'node:assert/strict';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { mock, test } from 'node:test';
import { runCommand } from './run-command.ts';
import { runFiles } from './run-files.ts';
import { runSteps } from './run-steps.ts';

/** Test files that fail until they were run so often. */
function failing(times: number, count = 1): string[] {
  const folder = mkdtempSync(path.join(tmpdir(), 'steps-'));
  return Array.from({ length: count }, (_, index) => {
    const file = path.join(folder, `some-${index}.test.ts`);
    const lines = [
      `import { appendFileSync, readFileSync } from 'node:fs'; import { test } from 'node:test';`,
      `test('it holds', () => {`,
      `  appendFileSync(${JSON.stringify(`${file}.runs`)}, '.');`,
      `  if (readFileSync(${JSON.stringify(`${file}.runs`)}).length <= ${times}) throw new Error('not yet');`,
      `});`,
    ];
    writeFileSync(file, lines.join('\n'));
    return file;
  });
}
/** What it prints of them would stand among the failures of this run. */
async function counts(files: string[], again = true, until = Infinity, failures: string[] = []) {
  const silent = mock.method(console, 'log', () => undefined);
  try {
    return await runSteps([{ name: 'some tests', files, again }], 1, until, failures);
  } finally {
    silent.mock.restore();
  }
}

test('what fails beside others and passes alone, the first or the second time, has passed', async () => {
  assert.deepEqual(await counts(failing(1)), { passed: 1, failed: 0, skipped: 0 });
  assert.deepEqual(await counts(failing(2)), { passed: 1, failed: 0, skipped: 0 });
});

test('what fails twice alone has failed, and is named; what passed alone is not', async () => {
  const failures: string[] = [];
  const files = [...failing(3), ...failing(1)];
  assert.deepEqual(await counts(files, true, Infinity, failures), { passed: 0, failed: 2, skipped: 0 });
  assert.deepEqual(
    failures.map((line) => line.includes(path.basename(path.dirname(files[0] ?? '')))),
    [true],
  );
});

test('many that fail are no accident, and a step without a second run has none', async () => {
  assert.deepEqual(await counts(failing(1, 7)), { passed: 0, failed: 7, skipped: 0 });
  assert.deepEqual(await counts(failing(1), false), { passed: 0, failed: 1, skipped: 0 });
});

test('a file that does not load has failed', async () => {
  const file = path.join(mkdtempSync(path.join(tmpdir(), 'steps-')), 'broken.test.ts');
  writeFileSync(file, `import './nowhere.ts';`);
  assert.deepEqual(await counts([file], false), { passed: 0, failed: 1, skipped: 0 });
});

test('what has not begun when the time is over is skipped', async () =>
  assert.deepEqual(await counts(failing(0, 2), true, Date.now() - 1), { passed: 0, failed: 0, skipped: 2 }));

test('a command that does not end in its time is ended, also when what it started holds its output', async () => {
  const { ok, output } = await runCommand(['sh', '-c', 'sleep 5 & sleep 5; echo done'], {}, 200);
  assert.deepEqual([ok, /was ended by SIGKILL/.test(output)], [false, true]);
});

// Regression: such a file counted as failed, and nothing said which it was.
test('what goes wrong when its test is over is said with the name of the test', async () => {
  const file = path.join(mkdtempSync(path.join(tmpdir(), 'steps-')), 'late.test.ts');
  const late = `setTimeout(() => void Promise.reject(new Error('too late')), 1)`;
  writeFileSync(file, `import { test } from 'node:test';\ntest('it "holds"', () => { ${late}; });`);
  const { ok, output, report } = await runFiles([file], 1, Infinity);
  assert.deepEqual([ok, report.failed, report.files], [false, 1, [file]]);
  assert.match(output, /^x FAILED {3}it "holds" {2}\(.*late\.test\.ts:2\)\n {4}after the end: Error: too late$/m);
});
