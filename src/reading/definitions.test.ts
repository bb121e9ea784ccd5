import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseMarkdown } from '../markdown/blocks.ts';
import { ownDefinitions } from './definitions.ts';
import { readGeneral } from './index.ts';

const document = (repair: string) => `# Incident on 2024-02-12

- **Key events**
  - Fault occurs 2024-02-12 11:45
  - Incident declared 2024-02-12 11:51
  - Resolved 2024-02-12 12:07

- **Time to repair**: ${repair}
`;
const definitions = (source: string) => ownDefinitions(readGeneral(parseMarkdown(source)).record);

test('a stated length that equals the time between two stated milestones tells how it is measured', () => {
  assert.deepEqual(definitions(document('0h 16m')), { timeToRepair: 'declared -> resolved' });
});

test('a length that no two stated milestones explain defines nothing', () => {
  assert.deepEqual(definitions(document('0h 17m')), {});
  assert.deepEqual(definitions(document('16m (during support hours)')), {});
  assert.deepEqual(definitions(document('?')), {});
});
