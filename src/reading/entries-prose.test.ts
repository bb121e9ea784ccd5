import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseMarkdown } from '../markdown/blocks.ts';
import { readGeneral } from './index.ts';

const textsOf = (source: string) =>
  (readGeneral(parseMarkdown(source), {}).record.timeline ?? []).map(({ text }) => text);

test('a clause stands without the words that join it to others', () => {
  const said = 'On 4 May 2024, at 10:02 UTC the pumps stopped and then, at 10:40 UTC, the spare took over.';
  assert.deepEqual(textsOf(`# Pumps\n\n${said}\n`), [
    'On 4 May 2024, at 10:02 UTC the pumps stopped',
    '10:40 UTC, the spare took over.',
  ]);
});

test('blanks between two times take no time to read', () => {
  const blanks = ' '.repeat(60_000);
  const start = performance.now();
  textsOf(
    `# Pumps\n\nAt 10:02 UTC on 4 May 2024 the pumps stopped,${blanks}x and at 10:40 UTC the spare${blanks}ran.\n`,
  );
  assert.ok(performance.now() - start < 1000);
});
