import assert from 'node:assert/strict';
import { test } from 'node:test';
import { treeInMemory } from './levels.ts';
import { leafHash } from './node-hash.ts';
import { consistencyProof, inclusionProof, rootOf } from './proofs.ts';
import { referenceTree } from './reference-tree.fixture.ts';
import { verifyConsistency } from './verify-consistency.ts';
import { verifyInclusion } from './verify-inclusion.ts';

const bytes = (hex: string): Uint8Array => Buffer.from(hex, 'hex');
const hex = (hashes: Uint8Array[]) => hashes.map((hash) => Buffer.from(hash).toString('hex'));
const leaves = referenceTree.leaves.map((leaf) => leafHash(bytes(leaf)));
const roots = referenceTree.roots.map(bytes);
const read = treeInMemory(Buffer.concat(leaves));
const at = (list: Uint8Array[], index: number) => list[index] as Uint8Array;
const flipped = (hash: Uint8Array) => hash.map((byte, index) => (index === 9 ? byte ^ 8 : byte));

test('roots of 0 to 8 leaves are the published ones', () => {
  assert.deepEqual(hex(roots.map((_, size) => rootOf(size, read))), referenceTree.roots);
});

for (const { index, size, proof } of referenceTree.inclusion)
  test(`leaf ${index} of ${size} is proven by the published hashes and by no others`, () => {
    assert.deepEqual(hex(inclusionProof(index, size, read)), proof);
    const claim = { leaf: at(leaves, index), index, size, root: at(roots, size) };
    const given = proof.map(bytes);
    assert.ok(verifyInclusion(claim, given));
    const wrong = [
      { index: index + 1 },
      { index: index - 1 },
      { size: size * 2 },
      { leaf: bytes('00') },
      { root: at(leaves, 7) },
    ];
    for (const change of wrong) assert.ok(!verifyInclusion({ ...claim, ...change }, given), JSON.stringify(change));
    for (const more of [at(roots, 0), at(roots, size), bytes('')]) {
      assert.ok(!verifyInclusion(claim, [...given, more]));
      assert.ok(!verifyInclusion(claim, [more, ...given]));
    }
    if (proof.length > 0) assert.ok(!verifyInclusion(claim, given.slice(0, -1)));
    for (const position of given.keys())
      assert.ok(!verifyInclusion(claim, given.with(position, flipped(at(given, position)))));
  });

for (const { size, later, proof } of referenceTree.consistency)
  test(`${size} leaves as the beginning of ${later} are proven by the published hashes and by no others`, () => {
    assert.deepEqual(hex(consistencyProof(size, later, read)), proof);
    const heads = [
      { size, root: at(roots, size) },
      { size: later, root: at(roots, later) },
    ] as const;
    const given = proof.map(bytes);
    assert.ok(verifyConsistency(...heads, given));
    assert.ok(!verifyConsistency({ ...heads[0], root: flipped(heads[0].root) }, heads[1], given));
    assert.ok(!verifyConsistency(heads[0], { ...heads[1], root: flipped(heads[1].root) }, given));
    for (const more of [at(roots, size), at(roots, later), bytes('')]) {
      assert.ok(!verifyConsistency(...heads, [...given, more]));
      assert.ok(!verifyConsistency(...heads, [more, ...given]));
    }
    for (const position of given.keys())
      assert.ok(!verifyConsistency(...heads, given.with(position, flipped(at(given, position)))));
    if (size === later) return;
    assert.ok(!verifyConsistency(...heads, given.slice(0, -1)));
    assert.ok(!verifyConsistency(heads[1], heads[0], given));
    assert.ok(!verifyConsistency({ ...heads[0], size: size + 1 }, heads[1], given));
  });
