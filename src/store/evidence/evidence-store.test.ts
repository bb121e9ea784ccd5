import assert from 'node:assert/strict';
import { test } from 'node:test';
import { evidenceErrors } from './evidence-error.ts';
import { openEvidenceStore } from './evidence-store.ts';

const keys = { AWS_ACCESS_KEY_ID: 'key', AWS_SECRET_ACCESS_KEY: 'very-secret' };
const open = (setting?: string, environment: NodeJS.ProcessEnv = keys) =>
  openEvidenceStore(setting, '/data', environment);

test('the setting names the place, and what it says of it holds no secret', () => {
  assert.equal(open().describe(), 'folder /data/evidence');
  assert.equal(open('/mnt/evidence').describe(), 'folder /mnt/evidence');
  const r2 = open('s3://logs/team/a/?endpoint=https://abc.r2.cloudflarestorage.com&region=auto');
  assert.equal(r2.describe(), 'S3 bucket logs/team/a at abc.r2.cloudflarestorage.com');
  assert.equal(open('s3://logs?region=eu-central-1').describe(), 'S3 bucket logs at s3.eu-central-1.amazonaws.com');
});

const wrong: [string, NodeJS.ProcessEnv, RegExp][] = [
  ['evidence', keys, /neither a whole path/],
  ['s3://', keys, /no name of a bucket|no URL/],
  ['s3://Has Space', keys, /no URL|no name of a bucket/],
  ['s3://bucket/ü', keys, /prefix/],
  ['s3://bucket?endpoint=nowhere', keys, /endpoint is no URL/],
  ['s3://bucket?endpoint=ftp://host', keys, /neither https/],
  ['s3://bucket?endpoint=https://host/bucket', keys, /has a path/],
  ['s3://bucket?regoin=auto', keys, /option regoin/],
  ['s3://bucket', {}, /AWS_ACCESS_KEY_ID is not set/],
  ['s3://bucket', { AWS_ACCESS_KEY_ID: 'very-secret' }, /AWS_SECRET_ACCESS_KEY is not set/],
];

for (const [setting, environment, message] of wrong) {
  test(`${setting} is refused: ${message.source}`, () => {
    assert.throws(
      () => open(setting, environment),
      (error: Error) => message.test(error.message) && !error.message.includes('very-secret'),
    );
  });
}

test('every error says what to do', () => {
  for (const { message, remedy } of Object.values(evidenceErrors)) assert.ok(message.length > 10 && remedy.length > 5);
});
