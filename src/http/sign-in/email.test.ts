import assert from 'node:assert/strict';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { after, test } from 'node:test';
import { text } from 'node:stream/consumers';
import { SMTPServer } from 'smtp-server';
import { newBrowser } from '../../../test/server/browser.ts';
import { testServer } from '../../../test/server/server.ts';
import { defaultAccess } from '../access-settings.ts';

const waiting: ((mail: string) => void)[] = [];
const received: string[] = [];
const smtp = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS'],
  onData: (stream, _session, done) => {
    void text(stream).then((mail) => {
      received.push(mail);
      waiting.shift()?.(mail);
      done();
    });
  },
});
smtp.listen(0, '127.0.0.1');
await once(smtp.server, 'listening');
after(() => smtp.close());
const { port } = smtp.server.address() as AddressInfo;
const mail = { smtp: `smtp://127.0.0.1:${port}`, from: 'Hindcast <hindcast@example.org>' };

let clock = Date.parse('2026-11-21T08:00:00Z');
const now = () => new Date(clock).toISOString();
const server = await testServer({ now, access: { ...defaultAccess, mail } });
const { database, origin } = server.around;
const nextMail = () => new Promise<string>((resolve) => waiting.push(resolve));
const newEmail = async () => {
  const { personId } = await server.person('viewer');
  const email = `${personId.slice(0, 8)}@example.org`;
  await database.kysely.updateTable('person').set({ email }).where('id', '=', personId).execute();
  return email;
};
const later = () => {
  clock += 7 * 3_600_000;
};
/** The token of the link in a mail, whose lines may be folded as quoted-printable. */
const tokenIn = (message: string) =>
  /token=(?:3D)?([\w-]{43})/.exec(message.replaceAll('=\r\n', '').replaceAll('=3D', '='))?.[1] ?? '';

test('a link comes by mail, and signs in once, within fifteen minutes', async () => {
  const email = await newEmail();
  const browser = newBrowser(server.app, origin);
  assert.match((await browser.open('/sign-in')).text, /action="\/sign-in\/email"/);
  const arriving = nextMail();
  const answer = await browser.submit('/sign-in/email', { email: email.toUpperCase() });
  assert.equal(answer.status, 200);
  const message = await arriving;
  assert.match(message, /Subject: Sign in to Hindcast/);
  const token = tokenIn(message);
  assert.equal((await browser.submit('/sign-in/link', { token })).status, 303);
  assert.equal((await browser.submit('/sign-in/link', { token })).status, 403);
  const second = nextMail();
  await browser.submit('/sign-in/email', { email });
  const late = tokenIn(await second);
  clock += 15 * 60_000;
  assert.equal((await browser.submit('/sign-in/link', { token: late })).status, 403);
  later();
});

test('the answer is the same whether somebody has the address or not, and nobody else gets mail', async () => {
  const browser = newBrowser(server.app, origin);
  const email = await newEmail();
  const before = received.length;
  const arriving = nextMail();
  const unknown = await browser.submit('/sign-in/email', { email: 'nobody00@example.org' });
  const known = await browser.submit('/sign-in/email', { email });
  assert.equal(unknown.status, known.status);
  assert.equal(unknown.text.replaceAll('nobody00@example.org', ''), known.text.replaceAll(email, ''));
  await arriving;
  assert.equal(received.length, before + 1);
  later();
});

test('who asks too often for one account waits, longer each time, wherever they ask from; waiting helps', async () => {
  const email = 'often@example.org';
  const behind = await testServer({ now, access: { ...defaultAccess, mail, trustedProxies: 1 } });
  let from = 0;
  const ask = async () => {
    from += 1;
    const browser = newBrowser(behind.app, origin);
    return browser.submit('/sign-in/email', { email }, { 'x-forwarded-for': `6.6.6.6, 10.0.0.${from}` });
  };
  const statuses = [];
  for (let index = 0; index < 6; index += 1) statuses.push((await ask()).status);
  assert.deepEqual(statuses, [200, 200, 200, 200, 200, 429]);
  const waits = [];
  for (let index = 0; index < 4; index += 1) {
    const wait = Number((await ask()).headers.get('retry-after'));
    waits.push(wait);
    clock += wait * 1000;
    assert.equal((await ask()).status, 200);
  }
  assert.deepEqual(waits, [1, 2, 4, 8]);
});

test('who asks too often from one address waits, whatever the account, and without a trusted proxy the header says nothing', async () => {
  const plain = await testServer({ now, access: { ...defaultAccess, mail } });
  const ask = (index: number) =>
    newBrowser(plain.app, origin).submit(
      '/sign-in/email',
      { email: `a${index}@example.org` },
      { 'x-forwarded-for': `10.0.0.${index}` },
    );
  const statuses = [];
  for (let index = 0; index < 6; index += 1) statuses.push((await ask(index)).status);
  assert.deepEqual(statuses, [200, 200, 200, 200, 200, 429]);
});

test('without mail set up there is no form, and asking says so', async () => {
  const without = await testServer();
  const browser = newBrowser(without.app, origin);
  assert.doesNotMatch((await browser.open('/sign-in')).text, /action="\/sign-in\/email"/);
  assert.equal((await browser.submit('/sign-in/email', { email: 'a@example.org' })).status, 503);
});
