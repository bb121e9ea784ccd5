import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { after, test } from 'node:test';
import { LedgerError } from '../ledger-error.ts';
import { makeAuthority } from './authority.fixture.ts';
import { openTimestamp } from './reply.ts';
import { nonceOf, timestampRequest } from './request.ts';

const kinds = { 'an RSA key': ['rsa:2048'], 'an elliptic-curve key': ['ec', '-pkeyopt', 'ec_paramgen_curve:P-256'] };
const text = 'hindcast/test\n3\nAAAA\n';

for (const [kind, options] of Object.entries(kinds)) {
  const authority = await makeAuthority(options);
  const skip = authority === undefined ? 'skipped: no openssl' : false;
  after(() => authority?.close());
  const nonce = nonceOf(randomBytes(16));
  const reply = (await authority?.stamp(timestampRequest(text, nonce))) ?? new Uint8Array();

  test(`a stamp by an authority with ${kind} holds, and openssl says so too`, { skip }, async () => {
    const { at, authority: by } = openTimestamp(reply, text, nonce);
    assert.ok(Math.abs(Date.parse(at) - Date.now()) < 60_000);
    assert.equal(by, 'CN=Test TSA');
    assert.match((await authority?.verify(reply, text)) ?? '', /Verification: OK/);
  });

  test(
    `a stamp by ${kind} of another text, for another request, or with a changed byte does not hold`,
    { skip },
    () => {
      assert.throws(() => openTimestamp(reply, `${text} `, nonce), /another text/);
      assert.throws(() => openTimestamp(reply, text, nonceOf(randomBytes(16))), /another request/);
      const right = openTimestamp(reply, text, nonce);
      let refused = 0;
      for (let at = 0; at < reply.length; at += 1) {
        const changed = Buffer.from(reply);
        changed[at] = (changed[at] ?? 0) ^ 1;
        try {
          // What is not signed, such as the certificate of the authority's own authority, says nothing here.
          assert.deepEqual(openTimestamp(changed, text, nonce), right, `byte ${at}`);
        } catch (error) {
          if (!(error instanceof LedgerError)) throw error;
          refused += 1;
        }
      }
      assert.ok(refused > reply.length / 2, `${refused} of ${reply.length}`);
    },
  );
}

test('bytes that are no reply are refused, whatever they are', () => {
  for (const bytes of ['', '30', '3080', '3003020100', '30030201', '308600000000000000', '0500'])
    assert.throws(() => openTimestamp(Buffer.from(bytes, 'hex'), text), LedgerError, bytes);
});
