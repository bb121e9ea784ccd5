import assert from 'node:assert/strict';
import { test } from 'node:test';
import { partsRoot } from './batch-entry.ts';
import { entryHash } from './entry-hash.ts';
import { treeInMemory } from './tree/levels.ts';
import { emptyRoot, leafHash } from './tree/node-hash.ts';
import { inclusionProof } from './tree/proofs.ts';
import { verifyInclusion } from './tree/verify-inclusion.ts';

test('each part of a batch can be proven by itself', () => {
  const parts = Array.from({ length: 100 }, (_, index) => ({ salt: Uint8Array.of(index), payload: `{"n":${index}}` }));
  const { root, digests } = partsRoot(parts);
  const hash = entryHash(Uint8Array.of(41), '{"n":41}');
  assert.deepEqual(Buffer.from(digests.subarray(32 * 41, 32 * 42)), Buffer.from(hash));
  const leaves = Buffer.concat(parts.map((_, index) => leafHash(digests.subarray(32 * index, 32 * index + 32))));
  const proof = inclusionProof(41, 100, treeInMemory(leaves));
  assert.ok(verifyInclusion({ leaf: leafHash(hash), index: 41, size: 100, root }, proof));
  assert.deepEqual(partsRoot([]).root, emptyRoot);
});
