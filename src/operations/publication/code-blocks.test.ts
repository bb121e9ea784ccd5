import assert from 'node:assert/strict';
import { test } from 'node:test';
import { codeBlocksIn } from './code-blocks.ts';
import { suspectsOf } from './suspects.ts';
import { suspectId, takeOut } from './decisions.ts';

const of = (text: string) => codeBlocksIn(text).map(({ from, to }) => text.slice(from, to));

test('a block of code is one place with its fences, also one without an end, in a list or within a line', () => {
  assert.deepEqual(of('a\n\n```sql\nselect 1\n```\n\nb'), ['```sql\nselect 1\n```']);
  assert.deepEqual(of('~~~\nx\n```\n~~~\n```\ny\n``\n'), ['~~~\nx\n```\n~~~', '```\ny\n``\n']);
  assert.deepEqual(of('- ````\n  ```\n  ````\nb'), ['````\n  ```\n  ````']);
  assert.deepEqual(of('1. ```\n   x\n   ```\n\nbehind'), ['```\n   x\n   ```']);
  assert.deepEqual(of('see ```a``` and ``b``'), ['```a```']);
  assert.deepEqual(of('no code'), []);
});

test('code that is taken out goes as a whole, and what else is suspicious in it is listed beside it', () => {
  const record = { rootCause: { primary: 'Then:\n\n```\nselect from zorin where OPS-77\n```\n\nAfter.' } };
  const suspects = suspectsOf(record);
  assert.deepEqual(
    suspects.map(({ kind }) => kind),
    ['may be a ticket', 'is code or a log: read it'],
  );
  const out = takeOut(record, suspects);
  assert.equal(out.record.rootCause?.primary, 'Then:\n\n(removed)\n\nAfter.');
  assert.equal(new Set(suspects.map(suspectId)).size, 2);
});
