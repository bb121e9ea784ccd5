import assert from 'node:assert/strict';
import { test } from 'node:test';
import type * as hashes from './index.ts';
import { plainHash } from './plain.ts';

test('without WebAssembly, node:crypto hashes', async () => {
  const descriptor = Object.getOwnPropertyDescriptor(globalThis, 'WebAssembly') ?? {};
  Reflect.deleteProperty(globalThis, 'WebAssembly');
  try {
    // What another test asked for before is kept by the module: this is a second one.
    const { batchHash } = (await import(`./index.ts?${'without'}`)) as typeof hashes;
    assert.equal(batchHash(), plainHash);
  } finally {
    Object.defineProperty(globalThis, 'WebAssembly', descriptor);
  }
});
