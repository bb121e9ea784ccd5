import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { maskAll, maskSecrets } from './mask.ts';

const part = (length: number) => 'Ab3dEf9hIj'.repeat(30).slice(0, length);
// Put together from parts, so that no file of the project looks as if it held a secret.
const secrets: { name: string; text: string; secret: string }[] = [
  { name: 'bearer', text: 'curl -H "X: Bearer ', secret: part(40) },
  { name: 'authorization header', text: 'Authorization: Basic ', secret: `dXNlcj${part(12)}` },
  { name: 'JWT', text: 'sent ', secret: `eyJ${part(20)}.${part(30)}.${part(30)}` },
  { name: 'AWS key id', text: 'key ', secret: `AKIA${'ABCD1234EFGH5678'}` },
  { name: 'GitHub token', text: 'use ', secret: `ghp_${part(36)}` },
  { name: 'Slack token', text: 'use ', secret: `xoxb-${part(30)}` },
  { name: 'Slack webhook', text: 'https://hooks.slack.com/', secret: `services/T000/B000/${part(20)}` },
  { name: 'password=', text: 'DB_PASSWORD=', secret: 'correcthorse' },
  { name: 'JSON password', text: '{"password": "', secret: 'correcthorse' },
  { name: 'escaped JSON', text: '{\\"token\\":\\"', secret: 'correcthorse' },
  { name: 'token with a colon and digits', text: 'token: ', secret: 'abc123def456' },
  { name: 'URL password', text: 'postgres://app:', secret: 'hunter2pass' },
  { name: 'private key', text: '-----BEGIN RSA PRIVATE KEY-----\n', secret: part(64) },
];

for (const { name, text, secret } of secrets) {
  test(`masks ${name} and keeps what is around it`, () => {
    const source = `before ${text}${secret}${name === 'URL password' ? '@db.example.com/shop' : ' after'}`;
    const { text: result, masked } = maskSecrets(source);
    assert.ok(!result.includes(secret), result);
    assert.ok(result.startsWith('before '));
    assert.ok(masked >= 1);
    assert.equal(maskSecrets(result).text, result, 'masking twice changes nothing');
  });
}

test('leaves prose about secrets alone', () => {
  const prose = [
    'The password was rotated. token: not found in the cache',
    'secret: missing, see the bearer of bad news',
    'commit 3f2a9c81d0e4, pod checkout-7d9c5b8f6d-x2x4q, 14:23:10',
    'risk-based-approach-to-operations-and-more',
  ];
  for (const text of prose) assert.deepEqual(maskSecrets(text), { text, masked: 0 });
});

test('masks every text of a value and counts', () => {
  const { value, masked } = maskAll({ a: ['password=abcdef', 1], b: { c: 'fine' } });
  assert.deepEqual(value, { a: ['password=(masked: password)', 1], b: { c: 'fine' } });
  assert.equal(masked, 1);
});

test('takes linear time on hostile text', () => {
  const hostile = [
    'eyJ-',
    'Bearer ',
    '://a:',
    'password=',
    '-----BEGIN PRIVATE KEY-----',
    'a.',
    'AKIA',
    'sk-',
    'x"=: ',
  ];
  for (const piece of hostile) {
    const text = piece.repeat(Math.ceil(2_000_000 / piece.length));
    const from = performance.now();
    maskSecrets(text);
    assert.ok(performance.now() - from < 3000, `${piece}: ${performance.now() - from} ms`);
  }
});

test('never throws, and is stable', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      const once = maskSecrets(text).text;
      assert.equal(maskSecrets(once).text, once);
    }),
  );
});
