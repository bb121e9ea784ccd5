import assert from 'node:assert/strict';
import { createServer, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';
import { after, test } from 'node:test';
import { SMTPServer } from 'smtp-server';
import { sendMail } from './send.ts';

const mail = { to: 'ana@example.org', subject: 'AI-001 is due', text: 'It is.\n', messageId: '1@hindcast.example' };
const urls = new Set<() => void>();
after(() => urls.forEach((close) => close()));

/** A mail server that answers each line as it is told, and gets what it was sent. `cut` closes the connection. */
async function scripted(answers: (line: string, inText: boolean) => string | 'cut' | undefined): Promise<string> {
  const server = createServer((socket: Socket) => {
    let inText = false;
    let left = '';
    const answer = (line: string) => {
      const said = answers(line, inText);
      if (said === 'cut') return socket.destroy();
      inText = said?.startsWith('354') === true || (inText && said === undefined);
      return said === undefined ? undefined : socket.write(`${said}\r\n`);
    };
    socket.on('error', () => undefined);
    answer('');
    socket.on('data', (chunk) => {
      const lines = (left + chunk.toString('latin1')).split('\r\n');
      left = lines.pop() ?? '';
      for (const line of lines) if (!socket.destroyed) answer(line);
    });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  urls.add(() => server.close());
  return `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const usual = (line: string, inText: boolean): string | undefined => {
  if (inText) return line === '.' ? '250 queued' : undefined;
  if (line === '') return '220 mail.example';
  if (line === 'DATA') return '354 go on';
  return line.startsWith('EHLO') ? '250 mail.example' : '250 fine';
};

const send = (smtp: string) => sendMail({ smtp, from: 'Hindcast <hindcast@example.org>' }, mail);

test('a message arrives with its parts, threaded and marked as made by a machine', async () => {
  const got: string[] = [];
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    onData(stream, _session, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        got.push(Buffer.concat(chunks).toString('utf8'));
        done();
      });
    },
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  urls.add(() => void server.close());
  const smtp = `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`;
  const ending = await sendMail(
    { smtp, from: 'Hindcast <hindcast@example.org>' },
    {
      ...mail,
      html: '<p>It is.</p>',
      inReplyTo: 'incident-1@hindcast.example',
      headers: { 'List-Unsubscribe': '<https://hindcast.example/unsubscribe/1>' },
      calendar: { method: 'REQUEST', text: 'BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n' },
    },
  );
  assert.equal(ending.end, 'sent');
  const [text = ''] = got;
  assert.match(text, /^Message-ID: <1@hindcast\.example>/im);
  assert.match(text, /^In-Reply-To: <incident-1@hindcast\.example>/im);
  assert.match(text, /^References: <incident-1@hindcast\.example>/im);
  assert.match(text, /^Auto-Submitted: auto-generated/im);
  assert.match(text, /^List-Unsubscribe: <https:\/\/hindcast\.example\/unsubscribe\/1>/im);
  assert.match(text, /text\/calendar; charset=utf-8; method=REQUEST/i);
});

test('a server that is away, or refuses everybody, took nothing', async () => {
  const away = await send('smtp://127.0.0.1:1');
  assert.deepEqual([away.end, 'away' in away && away.away], ['again', true]);
  const closed = await send(await scripted(() => '421 closing'));
  assert.deepEqual([closed.end, 'away' in closed && closed.away], ['again', true]);
  assert.equal((await send(await scripted(() => 'cut'))).end, 'again');
});

test('what a server refuses for now is tried again, what it refuses for good is not', async () => {
  const atRecipient = (said: string) =>
    scripted((line, inText) => (line.startsWith('RCPT') ? said : usual(line, inText)));
  assert.equal((await send(await atRecipient('450 mailbox busy'))).end, 'again');
  const never = await send(await atRecipient('550 no such user'));
  assert.equal(never.end, 'refused');
  assert.match('problem' in never ? never.problem : '', /550 no such user/);
  const atEnd = (said: string) => scripted((line, inText) => (inText && line === '.' ? said : usual(line, inText)));
  assert.equal((await send(await atEnd('451 disk full'))).end, 'again');
  assert.equal((await send(await atEnd('554 looks like spam'))).end, 'refused');
});

test('a connection that is cut before the text leaves no doubt; after it, nobody knows', async () => {
  const cutAt = (where: string) =>
    scripted((line, inText) => (line.startsWith(where) && (where === '.') === inText ? 'cut' : usual(line, inText)));
  assert.equal((await send(await cutAt('RCPT'))).end, 'again');
  assert.equal((await send(await cutAt('DATA'))).end, 'again');
  const unknown = await send(await cutAt('.'));
  assert.equal(unknown.end, 'unknown');
  assert.match('problem' in unknown ? unknown.problem : '', /after the text was sent/);
});

test('a server that thinks for a while is waited for', async () => {
  const slow = createServer((socket) => {
    socket.on('error', () => undefined);
    const say = (text: string) => setTimeout(() => socket.write(`${text}\r\n`), 150);
    let inText = false;
    say('220 mail.example');
    socket.on('data', (chunk) => {
      const text = chunk.toString('latin1');
      if (inText) return text.endsWith('\r\n.\r\n') ? void say('250 queued at last') : undefined;
      inText = text.startsWith('DATA');
      return void say(inText ? '354 go on' : '250 fine');
    });
  });
  await new Promise<void>((done) => slow.listen(0, '127.0.0.1', done));
  urls.add(() => slow.close());
  const ending = await send(`smtp://127.0.0.1:${(slow.address() as AddressInfo).port}`);
  assert.deepEqual(ending, { end: 'sent', as: '250 queued at last' });
});
