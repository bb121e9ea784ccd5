import assert from 'node:assert/strict';
import { test } from 'node:test';
import { keptHeaders } from './kept-headers.ts';

test('what proves a sender is not kept, whatever its system calls it; what says what a delivery is stays', () => {
  const proofs = [
    'authorization',
    'proxy-authorization',
    'cookie',
    'x-hub-signature-256',
    'x-gitlab-token',
    'dd-api-key',
  ];
  const further = [
    'x-auth',
    'x-auth-key',
    'x-sentry-auth',
    'ocp-apim-subscription-key',
    'x-functions-key',
    'x-webhook-key',
  ];
  const more = ['x-amz-security-token', 'x-session-id', 'x-jwt-assertion', 'x-access-key', 'x-credentials'];
  const said = [
    'x-github-event',
    'ce-type',
    'ce-authtype',
    'idempotency-key',
    'content-type',
    'ce-partitionkey',
    'x-author',
  ];
  const headers = Object.fromEntries([...proofs, ...further, ...more, ...said].map((name) => [name, 'v']));
  assert.deepEqual(Object.keys(keptHeaders(headers)), said);
});
