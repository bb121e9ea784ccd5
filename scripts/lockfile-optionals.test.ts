import assert from 'node:assert/strict';
import { test } from 'node:test';
import { missingOptionals } from './lockfile-optionals.ts';

const missing = (optionalDependencies: Record<string, string>) =>
  missingOptionals({ packages: { 'node_modules/a': { version: '1.0.0', dev: true, optionalDependencies } } });

test('a build for another platform is added with its platform', () => {
  assert.deepEqual(missing({ '@a/b-linux-arm64-musl': '1.2.3', '@a/b-darwin-x64': '1.2.3' }), {
    'node_modules/@a/b-linux-arm64-musl': {
      version: '1.2.3',
      os: ['linux'],
      cpu: ['arm64'],
      libc: ['musl'],
      dev: true,
      optional: true,
    },
    'node_modules/@a/b-darwin-x64': { version: '1.2.3', os: ['darwin'], cpu: ['x64'], dev: true, optional: true },
  });
});

test('a range, and a name that tells no platform, are left alone', () => {
  assert.deepEqual(missing({ fsevents: '2.3.3', '@a/b-darwin-x64': '^1.0.0' }), {});
});

test('what the lockfile holds is not touched', () => {
  const packages = { a: { optionalDependencies: { 'b-darwin-x64': '1.0.0' } }, 'node_modules/b-darwin-x64': {} };
  assert.deepEqual(missingOptionals({ packages }), {});
});
