import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseMarkdown } from '../markdown/blocks.ts';
import { readGeneral } from './index.ts';

const claims = (source: string) => readGeneral(parseMarkdown(source)).record.claims ?? [];

test('a field of the total cost is a claim in its currency', () => {
  const [claim] = claims('# Lift\n\n- **Total cost:** $24,850\n');
  assert.equal(claim?.figure, 'costTotal');
  assert.equal(claim?.value, 24_850);
  assert.deepEqual(claims('# Lift\n\n- **Total cost:** to be determined\n'), []);
});
