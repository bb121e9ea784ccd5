import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { canonicalText } from '../canonical.ts';
import { entryHash } from '../entry-hash.ts';
import { plainHash } from '../sha256/plain.ts';
import { appendEntries } from '../tiles/append.ts';
import { type TileId, tileKey } from '../tiles/layout.ts';
import { treeInMemory } from '../tree/levels.ts';
import { emptyRoot } from '../tree/node-hash.ts';
import { rootOf } from '../tree/proofs.ts';
import { type LoggedEntry, verifyLog } from './verify-log.ts';

const entry = (seq: number, note = ''): LoggedEntry => {
  const salt = Uint8Array.from({ length: 16 }, (_, index) => seq * 7 + index);
  const payload = canonicalText({ operation: 'timeline.add', subject: `timeline/${seq}`, note });
  return { seq, salt, payload, hash: entryHash(salt, payload) };
};
const count = 3000;
const log = Array.from({ length: count }, (_, seq) => entry(seq));
const digests = (entries: LoggedEntry[]) => Buffer.concat(entries.map(({ hash }) => hash));
const head = (size: number, entries = log) => ({
  size,
  root: rootOf(size, treeInMemory(plainHash.leaves(digests(entries)))),
});
const heads = [0, 1, 700, 1024, 1500, 2048, 2999].map((size) => head(size));
const changed = (at: number, change: Partial<LoggedEntry>) => log.with(at, { ...(log[at] as LoggedEntry), ...change });
const kinds = async (entries: LoggedEntry[], checkpoints = heads) => (await verifyLog([entries], checkpoints)).problems;

test('a log that is as it was signed is intact, in pages of any length', async () => {
  const lengths = fc.array(fc.integer({ min: 0, max: 1500 }), { maxLength: 5 });
  await fc.assert(
    fc.asyncProperty(lengths, async (cuts) => {
      const ends = [...cuts, count].toSorted((a, b) => a - b).filter((end) => end <= count);
      const pages = ends.map((end, index) => log.slice(ends[index - 1] ?? 0, end));
      const { intact, entries, signed, erased, root } = await verifyLog(pages, heads);
      assert.deepEqual({ intact, entries, signed, erased }, { intact: true, entries: count, signed: 2999, erased: 0 });
      assert.deepEqual(Buffer.from(root), Buffer.from(head(count).root));
    }),
    { numRuns: 20 },
  );
});

test('erased entries keep their place and the log still verifies', async () => {
  const verdict = await verifyLog([changed(41, { salt: null, payload: null })], heads);
  assert.deepEqual([verdict.intact, verdict.erased], [true, 1]);
});

test('an altered payload or salt is named', async () => {
  const altered = [{ kind: 'altered', seq: 2047 }];
  assert.deepEqual(await kinds(changed(2047, { payload: '{}' })), altered);
  assert.deepEqual(await kinds(changed(2047, { salt: new Uint8Array(16) })), altered);
  assert.deepEqual(await kinds(changed(2047, { salt: null })), altered);
});

test('an entry rewritten with its hash lies between two checkpoints', async () => {
  assert.deepEqual(await kinds(changed(1100, entry(1100, 'nothing happened'))), [
    { kind: 'rewritten', from: 1024, to: 1500 },
  ]);
  assert.deepEqual(await kinds(changed(0, { payload: null, hash: new Uint8Array(3) })), [
    { kind: 'rewritten', from: 0, to: 1 },
  ]);
});

test('missing, doubled and swapped entries are named', async () => {
  assert.deepEqual(await kinds(log.toSpliced(1234, 1), heads.slice(0, 4)), [
    { kind: 'misplaced', seq: 1234, found: 1235 },
  ]);
  assert.deepEqual((await kinds(log.toSpliced(1024, 0, entry(1023))))[0], {
    kind: 'misplaced',
    seq: 1024,
    found: 1023,
  });
  const swapped = log.with(5, { ...entry(6), seq: 5 }).with(6, { ...entry(5), seq: 6 });
  assert.deepEqual(await kinds(swapped), [{ kind: 'rewritten', from: 1, to: 700 }]);
});

test('a truncated log is told from what was signed', async () => {
  for (const entries of [log.slice(0, 2998), []])
    assert.deepEqual(await kinds(entries), [{ kind: 'truncated', signed: 2999, entries: entries.length }]);
});

test('checkpoints of two histories are a fork', async () => {
  const other = changed(1200, entry(1200, 'another history'));
  assert.deepEqual(await kinds(log, [...heads, head(1500, other)]), [{ kind: 'forked', size: 1500, other: 1500 }]);
  assert.deepEqual(await kinds(log, [...heads, head(1600, other)]), [{ kind: 'forked', size: 1600, other: 2048 }]);
  assert.deepEqual(await kinds(log, [{ size: 0, root: head(1).root }, ...heads.slice(1)]), [
    { kind: 'forked', size: 0, other: 1 },
  ]);
});

test('nothing vouches for entries after the last checkpoint, and that is said', async () => {
  const { intact, entries, signed } = await verifyLog([log], [{ size: 0, root: emptyRoot }]);
  assert.deepEqual({ intact, entries, signed }, { intact: true, entries: count, signed: 0 });
});

test('the stored tree tells the first entry that differs', async () => {
  const rows = new Map<string, Uint8Array>();
  const { tiles } = await appendEntries(0, digests(log), async () => []);
  for (const tile of tiles) rows.set(tileKey(tile), tile.hashes);
  const readTiles = async (ids: TileId[]) => ids.map((id) => rows.get(tileKey(id)));
  assert.ok((await verifyLog([log], heads, { readTiles })).intact);
  for (const at of [0, 1023, 1024, 2999]) {
    const rewritten = log.map((kept, seq) => (seq >= at && seq % 3 === at % 3 ? entry(seq, 'rewritten') : kept));
    const { problems } = await verifyLog([rewritten], heads.slice(0, 2), { readTiles });
    assert.deepEqual(
      problems.find(({ kind }) => kind === 'differs'),
      { kind: 'differs', seq: at },
    );
  }
  rows.delete('0/40');
  rows.delete('2/0');
  assert.deepEqual((await verifyLog([log], heads, { readTiles })).problems, [{ kind: 'differs', seq: 1280 }]);
});
