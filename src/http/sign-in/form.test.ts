import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testServer } from '../../../test/server/server.ts';
import { defaultAccess } from '../access-settings.ts';

const mail = { smtp: 'smtp://127.0.0.1:1', from: 'a@example.org' };
const server = await testServer({ access: { ...defaultAccess, mail } });

const { app } = server;

test('a body that is no form is a mistake of who sends it, not of ours', async () => {
  for (const path of ['/sign-in/link', '/sign-in/email'])
    for (const type of ['multipart/form-data', 'multipart/form-data; boundary=x']) {
      const headers = { origin: 'http://localhost', 'content-type': type };
      const response = await app.request(path, { method: 'POST', headers, body: 'no form' });
      assert.equal(response.status, 400, `${path} ${type}`);
    }
});

test('a form of somebody signed in is looked at like any other input', async () => {
  const { credentials } = await server.person('editor');
  const post = (type: string, body: string) =>
    app.request('/account/tokens', { method: 'POST', headers: { ...credentials, 'content-type': type }, body });
  assert.equal((await post('multipart/form-data', 'no form')).status, 400);
  const form = 'application/x-www-form-urlencoded';
  assert.equal((await post(form, 'name=a%00b&role=viewer&days=7')).status, 400);
  assert.equal((await post(form, 'name=a&role=__proto__&days=7')).status, 400);
  assert.equal((await post(form, 'name=a&role=owner&days=7')).status, 400);
  assert.equal((await post(form, 'name=a&role=viewer&days=7')).status, 200);
});
