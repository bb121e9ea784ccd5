import path from 'node:path';
import type { TestEvent } from 'node:test/reporters';

/** What the last line of the report says; `readReport` in run-steps.ts reads it back. `files` are those with a failed test. */
export type Counts = { passed: number; failed: number; skipped: number };
export type Report = Counts & { files: string[] };

type Detail = { message?: string; cause?: unknown };

/** The assertion's own words: the runner wraps them in an error that says only "test failed". */
function reasonOf(error: Detail | undefined): string {
  const cause = error?.cause;
  if (cause instanceof Error) return cause.stack ?? cause.message;
  return typeof cause === 'string' ? cause : (error?.message ?? 'failed');
}

/** What goes wrong when its test is over, the runner only notes, and ends with a code: it would fail without a word. */
const afterItsEnd =
  /^Error: (?:Test(?: hook)? "([^]*?)" at (.+?):(\d+):\d+|.*) generated asynchronous activity after.* created the error "([^]*)"/;

const indent = (text: string) => text.replace(/^/gm, '    ');

/** A reporter for people: failures and skips only, then one line of counts as JSON. */
export default async function* report(source: AsyncIterable<TestEvent>): AsyncGenerator<string> {
  const counts: Counts = { passed: 0, failed: 0, skipped: 0 };
  const files = new Set<string>();
  for await (const event of source) {
    const late = event.type === 'test:diagnostic' ? afterItsEnd.exec(event.data.message) : null;
    if (late !== null) {
      const [, name = 'something', file, line, reason = ''] = late;
      counts.failed += 1;
      // What no file is known of is run again by nothing.
      files.add(file ?? 'an unknown file');
      const place = file === undefined ? '' : `  (${file}:${line})`;
      yield `x FAILED   ${name}${place}\n${indent(`after the end: ${reason}`)}\n`;
    }
    if (event.type !== 'test:pass' && event.type !== 'test:fail') continue;
    const { name, file, line, details, skip } = event.data;
    if (details.type === 'suite') continue;
    const place = file === undefined ? '' : `${path.relative(process.cwd(), file)}:${line ?? 1}`;
    if (skip !== undefined && skip !== false) {
      counts.skipped += 1;
      yield `- skipped  ${name}${typeof skip === 'string' && skip !== '' ? `: ${skip}` : ''}  (${place})\n`;
    } else if (event.type === 'test:pass') {
      counts.passed += 1;
    } else {
      counts.failed += 1;
      if (file !== undefined) files.add(path.relative(process.cwd(), file));
      yield `x FAILED   ${name}  (${place})\n${indent(reasonOf(event.data.details.error as Detail))}\n`;
    }
  }
  yield `${JSON.stringify({ ...counts, files: [...files] } satisfies Report)}\n`;
}
