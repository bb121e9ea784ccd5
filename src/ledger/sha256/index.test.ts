import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { roundConstants, startState } from './constants.ts';
import { laneHash } from './lanes.ts';
import { plainHash } from './plain.ts';

const lanes = laneHash();
const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');
const noSalt = new Uint8Array();

test('the constants are those of FIPS 180-4', () => {
  assert.deepEqual([startState[0], startState[7]], [0x6a09e667, 0x5be0cd19]);
  assert.deepEqual([roundConstants[0], roundConstants[63]], [0x428a2f98, 0xc67178f2]);
});

test('the published examples hash to their published values', () => {
  const texts = ['abc', '', 'abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq'];
  const digests = lanes.salted(texts.map((payload) => ({ salt: noSalt, payload })));
  assert.equal(hex(digests.subarray(0, 32)), 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  assert.equal(hex(digests.subarray(32, 64)), 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
  assert.equal(hex(digests.subarray(64)), '248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1');
});

test('every length around the ends of blocks agrees with node:crypto', () => {
  const items = Array.from({ length: 1300 }, (_, length) => ({
    salt: noSalt,
    payload: new Uint8Array(length).fill(length),
  }));
  assert.equal(hex(lanes.salted(items)), hex(plainHash.salted(items)));
});

test('texts and bytes of any length and mixture agree with node:crypto', () => {
  const payload = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 400 }),
    fc.string({ unit: fc.constantFrom('a', 'é', '人', '\ud800', '🚨'), maxLength: 1200 }),
    fc.uint8Array({ maxLength: 1200 }),
  );
  const item = fc.record({ salt: fc.uint8Array({ maxLength: 40 }), payload });
  fc.assert(
    fc.property(fc.array(item, { maxLength: 60 }), (items) => {
      assert.equal(hex(lanes.salted(items)), hex(plainHash.salted(items)));
    }),
    { numRuns: 150 },
  );
});

test('leaves and parents of any count agree with node:crypto', () => {
  fc.assert(
    fc.property(fc.nat(2600), fc.nat(255), (count, start) => {
      const digests = Uint8Array.from({ length: 32 * count }, (_, index) => start + index * 7);
      assert.equal(hex(lanes.leaves(digests)), hex(plainHash.leaves(digests)));
      assert.equal(hex(lanes.parents(digests)), hex(plainHash.parents(digests)));
    }),
    { numRuns: 25 },
  );
});

test('more bytes than the arena holds agree with node:crypto', () => {
  const items = Array.from({ length: 3000 }, (_, index) => ({
    salt: Uint8Array.of(index, index >> 8),
    payload: `é${index}`.repeat(index % 97),
  }));
  assert.equal(hex(lanes.salted(items)), hex(plainHash.salted(items)));
});
