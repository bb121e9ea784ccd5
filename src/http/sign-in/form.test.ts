import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testServer } from '../../../test/server/server.ts';
import { defaultAccess } from '../access-settings.ts';

const mail = { smtp: 'smtp://127.0.0.1:1', from: 'a@example.org' };
const { app } = await testServer({ access: { ...defaultAccess, mail } });

test('a body that is no form is a mistake of who sends it, not of ours', async () => {
  for (const path of ['/sign-in/link', '/sign-in/email'])
    for (const type of ['multipart/form-data', 'multipart/form-data; boundary=x']) {
      const headers = { origin: 'http://localhost', 'content-type': type };
      const response = await app.request(path, { method: 'POST', headers, body: 'no form' });
      assert.equal(response.status, 400, `${path} ${type}`);
    }
});
