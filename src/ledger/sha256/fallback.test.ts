import assert from 'node:assert/strict';
import { test } from 'node:test';
import { batchHash } from './index.ts';
import { plainHash } from './plain.ts';

test('without WebAssembly, node:crypto hashes', () => {
  const kept = Object.getOwnPropertyDescriptor(globalThis, 'WebAssembly') ?? {};
  Reflect.deleteProperty(globalThis, 'WebAssembly');
  try {
    assert.equal(batchHash(), plainHash);
  } finally {
    Object.defineProperty(globalThis, 'WebAssembly', kept);
  }
});
