import assert from 'node:assert/strict';
import { test } from 'node:test';
import { signatureFault, signatureOf } from './signature.ts';

// The examples of "Signature Calculations for the Authorization Header" in Amazon's API reference.
const secrets = {
  accessKeyId: 'AKIAIOSFODNN7EXAMPLE',
  secretAccessKey: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
  region: 'us-east-1',
};
const host = 'examplebucket.s3.amazonaws.com';
const empty = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';
const base = { host, 'x-amz-content-sha256': empty, 'x-amz-date': '20130524T000000Z' };

test('the published signature of a GET with a range', () => {
  const parts = { method: 'GET', target: '/test.txt', headers: { ...base, range: 'bytes=0-9' } };
  const names = ['host', 'range', 'x-amz-content-sha256', 'x-amz-date'];
  assert.equal(signatureOf(parts, names, secrets), 'f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41');
});

test('the published signature of a listing', () => {
  const parts = { method: 'GET', target: '/?max-keys=2&prefix=J', headers: base };
  const names = ['host', 'x-amz-content-sha256', 'x-amz-date'];
  assert.equal(signatureOf(parts, names, secrets), '34b48302e7b5fa45bde8084f4b7868a86f0a534bc59db6670ed5711ef69dc6f7');
});

test('the published signature of a PUT', () => {
  const headers = {
    ...base,
    date: 'Fri, 24 May 2013 00:00:00 GMT',
    'x-amz-content-sha256': '44ce7dd67c959e0d3524ffac1771dfbba87d2b6b4b4e99e42034a8b803f8b072',
    'x-amz-storage-class': 'REDUCED_REDUNDANCY',
  };
  const names = ['date', 'host', 'x-amz-content-sha256', 'x-amz-date', 'x-amz-storage-class'];
  const parts = { method: 'PUT', target: '/test$file.text', headers };
  assert.equal(signatureOf(parts, names, secrets), '98ad721746da40c64f1a55b78f14c238d841ea1380cd77a1b5971af0ece108bd');
});

test('a header of S3 that is not signed is refused, and so is a request without a signature', () => {
  const nowMs = Date.parse('2013-05-24T00:00:00Z');
  const parts = { method: 'GET', target: '/test.txt', headers: base };
  assert.equal(signatureFault(parts, secrets, nowMs), 'AccessDenied');
  const names = 'host;x-amz-date';
  const authorization = `AWS4-HMAC-SHA256 Credential=${secrets.accessKeyId}/x, SignedHeaders=${names}, Signature=${empty}`;
  assert.equal(signatureFault({ ...parts, headers: { ...base, authorization } }, secrets, nowMs), 'AccessDenied');
});
