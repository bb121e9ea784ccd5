import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { defaultMasking, maskText } from './index.ts';

const part = (length: number) => 'Ab3dEf9hIj'.repeat(30).slice(0, length);
const masked = async (text: string) => (await maskText(text)).text;
// Put together from parts, so that no file of the project looks as if it held a secret.
const secrets: Record<string, { before?: string; secret: string; after?: string }> = {
  'GitHub token': { secret: `ghp_${part(36)}` },
  'AWS key id': { secret: `AKIA${'ABCD1234EFGH5678'}` },
  'AWS secret': { before: 'aws_secret_access_key = ', secret: `wJalrXUtnFEMI/K7${'MDENG/bPxRfiCYABCDEFGHIJ'}` },
  'Slack token': { secret: `xoxb-${'123456789012'}-123456789012-${part(24)}` },
  'SendGrid key': { secret: `SG.${part(22)}.${part(43)}` },
  'Stripe key': { secret: `sk_live_${part(24)}` },
  'npm token': { secret: `npm_${part(36)}` },
  'Linear token': { secret: `lin_api_${part(40)}` },
  'Shopify token': { secret: `shpat_${'a1b2'.repeat(8)}` },
  'database password': { before: 'postgres://app:', secret: 'hunter2pass', after: '@db.example.com/shop' },
  'web password': { before: 'https://jane:', secret: 's3cr3tpass', after: '@example.com/x' },
  bearer: { before: 'Authorization: ', secret: `Bearer ${part(40)}` },
  basic: { before: 'sent Basic ', secret: btoa('jane:correct horse') },
  option: { before: 'deploy --api-token ', secret: part(20) },
  'curl user': { before: 'curl -u jane:', secret: 's3cr3tpass' },
  'quoted password': { before: 'password = "', secret: 'correct horse battery', after: '"' },
  signature: { before: 'https://s3.example.com/a?X-Amz-Signature=', secret: 'a1'.repeat(32) },
  'private key': { before: 'key ', secret: `-----BEGIN PRIVATE KEY-----\n${part(64)}\n-----END PRIVATE KEY-----` },
  'e-mail address': { before: 'ask ', secret: 'jane.doe+x@corp.example.com' },
  'telephone number': { before: 'call ', secret: '+49 30 1234567' },
  'national number': { before: 'tel: ', secret: '030 / 123 45 67' },
  'card number': { before: 'paid with ', secret: '4111 1111 1111 1111' },
  'account number': { before: 'to ', secret: 'DE89 3704 0044 0532 0130 00' },
};

for (const [name, { before = 'use ', secret, after = ' now' }] of Object.entries(secrets)) {
  test(`masks ${name}: in text, in JSON, in JSON within JSON, in a form`, async () => {
    const line = `first ${before}${secret}${after}\nlast`;
    const text = await masked(line);
    assert.ok(!text.includes(secret.slice(-8)), text);
    assert.ok(text.startsWith('first ') && text.endsWith('last') && text.includes(after.trim()), text);
    assert.equal(await masked(text), text, 'masking twice changes nothing');

    const inner = JSON.parse(await masked(JSON.stringify({ a: [1, { b: line }], c: 'fine' })));
    assert.deepEqual(inner, { a: [1, { b: text }], c: 'fine' });
    const outer = JSON.parse(await masked(JSON.stringify({ Message: JSON.stringify({ a: line }) })));
    assert.deepEqual(JSON.parse(outer.Message), { a: text });
    const form = new URLSearchParams(await masked(`payload=${encodeURIComponent(line)}&b=c`));
    assert.deepEqual([form.get('payload'), form.get('b')], [text, 'c']);
  });
}

test('in JSON, a secret goes by its name, whatever it looks like', async () => {
  const value = {
    password: 'a "b" c',
    headers: { Authorization: ['abc', 'def'], 'X-Api-Key': 'abc' },
    env: [
      { name: 'DB_PASSWORD', value: 'x y' },
      { name: 'HOST', value: 'db-1' },
    ],
    args: ['--token', 'abc', 'run'],
    token: null,
    secret: true,
    client_secret: '',
    token_type: 'bearer',
  };
  const secret = '(masked: secret)';
  const { text, masked: counts } = await maskText(JSON.stringify(value, null, 2));
  assert.deepEqual(JSON.parse(text), {
    ...value,
    password: secret,
    headers: { Authorization: [secret, secret], 'X-Api-Key': secret },
    env: [{ name: 'DB_PASSWORD', value: secret }, value.env[1]],
    args: ['--token', secret, 'run'],
  });
  assert.deepEqual(counts, { secret: 6 });
});

test('other bytes of JSON stay as they are: spaces, escapes, numbers, the order, a byte order mark', async () => {
  const text = '\uFEFF{ "b" : 1.50e3,\t"a":"\\u00e9\\/",\r\n "mail": "jane@x.com" , "a": "\\ud800" }\n{"c" : [ ]}\n';
  assert.equal(await masked(text), text.replace('jane@x.com', '(masked: e-mail address)'));
  assert.equal(await masked(text.replace('jane@x.com', 'nobody')), text.replace('jane@x.com', 'nobody'));
});

test('a key that is masked stays apart from another', async () => {
  const keys = Object.keys(JSON.parse(await masked('{"jane@x.com":1,"bob@x.com":2}')));
  assert.deepEqual(keys, ['(masked: e-mail address)', '(masked: e-mail address) 2']);
});

test('a key without an end in one string does not reach into the next', async () => {
  const value = { a: '-----BEGIN PRIVATE KEY-----\nabc', b: 'fine', c: 'fine too' };
  assert.deepEqual(JSON.parse(await masked(JSON.stringify(value))), { ...value, a: '(masked: private key)' });
});

test('what the team allows stays, and addresses go when it says so', async () => {
  const allow = { domains: ['example.com'], values: ['+49 30 1234567', 'AKIAABCD1234EFGH5678'] };
  const text =
    'jane@example.com bob@eu.example.com eve@notexample.com +49 30 1234567 AKIAABCD1234EFGH5678 from 10.1.2.3 and fe80::1';
  assert.deepEqual(await maskText(text, { ...defaultMasking, allow }), {
    text: text.replace('eve@notexample.com', '(masked: e-mail address)'),
    masked: { 'e-mail address': 1 },
  });
  const bare = await maskText(text, { personal: false, addresses: true, allow });
  assert.ok(bare.text.endsWith('from (masked: IP address) and (masked: IP address)'));
  assert.equal(bare.masked['e-mail address'], undefined);
});

test('leaves what only looks like it', async () => {
  const lines = [
    '2026-03-04T14:21:00.123+0200 pod checkout-7d9c5b8f6d-x2x4q took 1772634190123 ns, 1.2.840.113549',
    'git@github.com:org/repo getty@tty1.service react@18.2.0 image@sha256:0a1b http://user@db.internal/',
    '123e4567-e89b-12d3-a456-426614174000 4111111111111112 5555 order 20260304142100',
    'The password was rotated. The token: not found in the cache. A basic understanding, a cookie: fine.',
    '<@U024BE7LH> 1772634190.000100 v2.14.1 +1 -1 commit 3f2a9c81d0e4f5a6b7c8d9e0f1a2b3c4d5e6f7a8',
    'secretlint-disable',
  ];
  for (const line of lines) assert.deepEqual(await maskText(line), { text: line, masked: {} });
});

test('a comment in the text does not turn masking off', async () => {
  const secret = `lin_api_${part(40)}`;
  const text = await masked(`/* secretlint-disable */\n${secret} // secretlint-disable-line\n${secret}`);
  assert.ok(!text.includes(part(40)));
});

test('hostile text: any value keeps JSON valid, and twice is once', async () => {
  const pieces = [
    'password=',
    'eyJ',
    '"',
    '\\',
    'jane@x.com',
    '\0',
    '\uD800',
    '(masked:',
    ' 4111 1111 1111 1111',
    '{"token":"',
  ];
  const string = fc
    .array(fc.oneof(fc.constantFrom(...pieces), fc.string()), { maxLength: 8 })
    .map((all) => all.join(''));
  await fc.assert(
    fc.asyncProperty(fc.oneof(string, fc.dictionary(string, fc.array(string))), async (value) => {
      const text = await masked(JSON.stringify(value));
      assert.equal(Array.isArray(value), Array.isArray(JSON.parse(text)));
      assert.equal(await masked(text), text);
      if (typeof value === 'string') assert.equal(typeof (await masked(value)), 'string');
    }),
    { numRuns: 300, seed: 1724490596 },
  );
});

test('hostile text takes linear time', async () => {
  const pieces = [
    'eyJ-',
    '://a:',
    'password=',
    'a@',
    'a.',
    '1-',
    '4 ',
    '+1 ',
    'DE89 ',
    '{"a":',
    '[',
    '"\\\\',
    'mysql -p',
    '%7B',
    '--token ',
  ];
  for (const piece of pieces) {
    const text = piece.repeat(Math.ceil(1_000_000 / piece.length));
    for (const given of [text, JSON.stringify(text), `a=${encodeURIComponent(text)}`]) {
      const from = performance.now();
      await maskText(given);
      assert.ok(performance.now() - from < 5000, `${piece}: ${performance.now() - from} ms`);
    }
  }
});
