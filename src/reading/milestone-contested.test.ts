import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseMarkdown } from '../markdown/blocks.ts';
import { readGeneral } from './index.ts';

const document = (rows: string[]) => `# Bookings fail, 9 May 2024

## Impact

Guests could not book a table from 12:15 to 13:00.

## Timeline

| Time | What |
|---|---|
| 12:15 | Bookings begin to fail |
| 12:25 | A restaurant calls the hotline |
${rows.map((row) => `| ${row} |`).join('\n')}
`;

const endOf = (rows: string[]) =>
  (readGeneral(parseMarkdown(document(rows))).record.timeline ?? []).find(({ milestone }) => milestone === 'mitigated')
    ?.at;

test('the timeline goes before a sentence where it still fails at the stated end', () => {
  assert.equal(
    endOf(['13:00 | Table reloaded, still fails for lunch', '14:10 | Bookings are back to normal']),
    '2024-05-09T14:10',
  );
  assert.equal(endOf(['13:20 | Table suspected', '14:10 | Bookings are back to normal']), '2024-05-09T14:10');
});

test('an end that an entry bears out stays that of the sentence', () => {
  assert.equal(endOf(['13:00 | Table reloaded', '14:10 | Queue is back to normal']), '2024-05-09T13:00');
  assert.equal(
    endOf(['12:40 | Table suspected', '13:25 | Resolved since 13:00, all is back to normal']),
    '2024-05-09T13:00',
  );
});
