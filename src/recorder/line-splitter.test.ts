import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type Line, lineSplitter } from './line-splitter.ts';

function linesOf(chunks: Uint8Array[], mostBytes = 1000): Line[] {
  const lines: Line[] = [];
  const splitter = lineSplitter((line) => lines.push(line), mostBytes);
  for (const chunk of chunks) splitter.push(Buffer.from(chunk));
  splitter.end();
  return lines;
}

test('lines are the same however the bytes are cut into chunks', () => {
  const bytes = fc.uint8Array({ maxLength: 300 }).map((array) => array.map((byte) => (byte % 7 === 0 ? 10 : byte)));
  fc.assert(
    fc.property(bytes, fc.array(fc.nat(300), { maxLength: 8 }), (all, cuts) => {
      const at = [0, ...cuts.map((cut) => Math.min(cut, all.length)).toSorted((a, b) => a - b), all.length];
      const chunks = at.slice(1).map((end, index) => all.subarray(at[index], end));
      const text = Buffer.from(all).toString('latin1');
      const expected = (text.endsWith('\n') ? text.slice(0, -1) : text).split('\n');
      const whole =
        all.length === 0 ? [] : expected.map((line) => ({ text: Buffer.from(line, 'latin1').toString('utf8') }));
      assert.deepEqual(linesOf(chunks), whole);
    }),
  );
});

test('an overlong line is known by its ends, and the next one is whole again', () => {
  const long = Buffer.from(`{"id":7,${'x'.repeat(300_000)},"end":1}`);
  const chunks = [long.subarray(0, 500), long.subarray(500, 200_000), long.subarray(200_000), Buffer.from('\nnext\n')];
  const [first, second] = linesOf(chunks);
  assert.ok(first !== undefined && 'head' in first);
  assert.equal(first.bytes, long.length);
  assert.match(first.head, /^\{"id":7,x+$/);
  assert.match(first.tail, /x,"end":1\}$/);
  assert.ok(first.head.length + first.tail.length < 140_000);
  assert.deepEqual(second, { text: 'next' });
});

test('after a gap the rest of the line is left out', () => {
  const lines: Line[] = [];
  const splitter = lineSplitter((line) => lines.push(line), 100);
  splitter.push(Buffer.from('begun '));
  splitter.gap();
  splitter.push(Buffer.from('torn\nwhole\n'));
  assert.deepEqual(lines, [{ text: 'whole' }]);
});
