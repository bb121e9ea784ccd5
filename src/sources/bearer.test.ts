import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bearerRefusal } from './bearer.ts';

const refusal = (authorization: string | undefined, secret?: string) =>
  bearerRefusal(
    { headers: authorization === undefined ? {} : { authorization }, body: new Uint8Array(), receivedMs: 0 },
    secret,
  );

test('takes the token that was set, and anything when none is', async () => {
  assert.equal(await refusal('Bearer t0ken', 't0ken'), undefined);
  assert.equal(await refusal('bearer t0ken', 't0ken'), undefined);
  assert.equal(await refusal(undefined), undefined);
  assert.match((await refusal('Bearer t0ken2', 't0ken')) ?? '', /wrong/);
  for (const header of [undefined, '', 'Basic t0ken', 'Bearer', 'Bearer a b']) {
    assert.match((await refusal(header, 't0ken')) ?? '', /missing/);
  }
});
