import assert from 'node:assert/strict';
import { createHash, randomBytes } from 'node:crypto';
import { chmod, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { test } from 'node:test';
import { testServer } from '../../../test/server/server.ts';
import { rangeOf } from './range-of.ts';

let free = 10e9;
const server = await testServer({ freeBytes: async () => free });
const ann = await server.person('editor');
const owner = await server.person('owner');
const { json } = await ann.call('POST', '/incidents', { title: 'With evidence' });
const place = `/incidents/${json['id']}/evidence`;

/** Sends bytes in pieces, as a network would. */
function upload(query: string, bytes: Uint8Array, headers: Record<string, string> = {}, to = place) {
  const pieces = ReadableStream.from(
    (function* () {
      for (let at = 0; at < bytes.length; at += 50_000) yield bytes.slice(at, at + 50_000);
    })(),
  );
  const init = { method: 'POST', body: pieces, duplex: 'half', headers: { ...ann.credentials, ...headers } };
  return server.app.request(`/api/v1${to}?${query}`, init as RequestInit);
}

const download = (id: string, headers: Record<string, string> = {}, method = 'GET') =>
  server.app.request(`/api/v1${place}/${id}/content`, { method, headers: { ...ann.credentials, ...headers } });

const bytes = randomBytes(300_000);
const sha256 = createHash('sha256').update(bytes).digest('hex');

test('what is uploaded is named by its hash, listed, and comes back byte for byte', async () => {
  const answer = await upload('name=capture.pcap&note=from+the+router', bytes);
  assert.equal(answer.status, 200);
  const item = (await answer.json()) as Record<string, unknown>;
  assert.deepEqual(
    [item['sha256'], item['bytes'], item['name'], item['note']],
    [sha256, 300_000, 'capture.pcap', 'from the router'],
  );
  const { items } = (await ann.call('GET', place)).json as unknown as { items: unknown[] };
  assert.deepEqual(items, [item]);
  for (const id of [sha256, String(item['id'])]) {
    const whole = await download(id);
    assert.equal(whole.headers.get('content-length'), '300000');
    assert.deepEqual(Buffer.from(await whole.arrayBuffer()), bytes);
  }
});

test('a larger upload than any JSON body is taken, and the same bytes twice are one piece of evidence', async () => {
  const large = randomBytes(20_000_000);
  const first = (await (await upload('name=one.bin', large)).json()) as { id: string; bytes: number };
  const second = (await (await upload('name=two.bin', large)).json()) as { id: string };
  assert.equal(first.bytes, 20_000_000);
  assert.equal(second.id, first.id);
});

test('an original is served so that nothing of it runs, whatever it claims to be', async () => {
  const page = Buffer.from('<html><script>alert(1)</script></html>');
  const item = (await (await upload('name=..%2Fevil%22.html', page, { 'content-type': 'text/html' })).json()) as {
    id: string;
    type: string;
  };
  const answer = await download(item.id);
  assert.equal(item.type, 'text/plain; charset=utf-8');
  assert.match(answer.headers.get('content-security-policy') ?? '', /^sandbox; default-src 'none'/);
  assert.equal(answer.headers.get('x-frame-options'), 'DENY');
  assert.equal(answer.headers.get('x-content-type-options'), 'nosniff');
  assert.doesNotMatch(answer.headers.get('content-disposition') ?? '', /\.\.|\/|""/);
  await answer.text();
});

test('ranges, known hashes and HEAD are answered as HTTP says', async () => {
  const part = await download(sha256, { range: 'bytes=10-19' });
  assert.deepEqual([part.status, part.headers.get('content-range')], [206, 'bytes 10-19/300000']);
  assert.deepEqual(Buffer.from(await part.arrayBuffer()), bytes.subarray(10, 20));
  const last = await download(sha256, { range: 'bytes=-5' });
  assert.deepEqual(Buffer.from(await last.arrayBuffer()), bytes.subarray(-5));
  const beyond = await download(sha256, { range: 'bytes=300000-' });
  assert.deepEqual([beyond.status, beyond.headers.get('content-range')], [416, 'bytes */300000']);
  assert.equal(((await beyond.json()) as { code: string }).code, 'evidence.bad-range');
  assert.equal((await download(sha256, { 'if-none-match': `"${sha256}"` })).status, 304);
  assert.equal((await download(sha256, { range: 'bytes=0-1', 'if-range': '"other"' })).status, 200);
  const head = await download(sha256, {}, 'HEAD');
  assert.deepEqual([head.status, head.headers.get('content-length'), await head.text()], [200, '300000', '']);
});

test('Range headers of every form name bytes of the object, or all of it', () => {
  assert.deepEqual(rangeOf('bytes=0-0', 10), { from: 0, to: 0 });
  assert.deepEqual(rangeOf('bytes=5-', 10), { from: 5, to: 9 });
  assert.deepEqual(rangeOf('bytes=5-999999', 10), { from: 5, to: 9 });
  assert.deepEqual(rangeOf('bytes=-99', 10), { from: 0, to: 9 });
  assert.equal(rangeOf('bytes=10-', 10), 'none');
  assert.equal(rangeOf('bytes=-0', 10), 'none');
  for (const other of [undefined, 'bytes=-', 'bytes=3-1', 'bytes=0-1,4-5', 'lines=1-2', 'bytes=a-b'])
    assert.equal(rangeOf(other, 10), undefined, String(other));
});

test('too much, too many, nothing at all and too little space are refused with their own code, and nothing is attached', async () => {
  const before = (await ann.call('GET', place)).text;
  const code = async (answer: Response) => [answer.status, ((await answer.json()) as { code: string }).code];
  const set = async (name: string, value: number | null, seen: number) =>
    assert.equal((await owner.call('PATCH', `/settings/${name}`, { value, seen })).status, 200);
  await set('evidence.mostBytes', 100_000, 0);
  assert.deepEqual(await code(await upload('name=large', randomBytes(200_000))), [413, 'evidence.too-large']);
  await set('evidence.mostBytes', null, 1);
  await set('evidence.mostPerIncident', 3, 0);
  assert.deepEqual(await code(await upload('name=fourth', randomBytes(10))), [409, 'evidence.too-many']);
  await set('evidence.mostPerIncident', null, 1);
  assert.deepEqual(await code(await upload('name=empty', new Uint8Array())), [400, 'evidence.empty']);
  assert.deepEqual(await code(await upload('', randomBytes(10))), [400, 'input.invalid']);
  free = 400e6;
  assert.deepEqual(await code(await upload('name=full', randomBytes(10))), [507, 'evidence.no-space']);
  free = 10e9;
  assert.equal((await ann.call('GET', place)).text, before);
});

test('an upload that breaks off is refused and leaves nothing', async () => {
  const broken = ReadableStream.from(
    (async function* () {
      yield randomBytes(1000);
      throw new Error('gone');
    })(),
  );
  const init = { method: 'POST', body: broken, duplex: 'half', headers: ann.credentials };
  const answer = await server.app.request(`/api/v1${place}?name=broken`, init as RequestInit);
  assert.equal(((await answer.json()) as { code: string }).code, 'evidence.interrupted');
  assert.doesNotMatch((await ann.call('GET', place)).text, /broken/);
});

test('a repeated upload with its key is answered the same', async () => {
  const key = { 'idempotency-key': 'upload-0001' };
  const first = await (await upload('name=keyed', Buffer.from('keyed'), key)).text();
  assert.equal(await (await upload('name=keyed', Buffer.from('keyed'), key)).text(), first);
});

test('an original that was changed behind our back is cut off before its last bytes, whoever reads it', async () => {
  const original = randomBytes(200_000);
  const { sha256: name } = (await (await upload('name=changed', original)).json()) as { sha256: string };
  const folder = server.around.evidence.describe().replace('folder ', '');
  const file = path.join(folder, name.slice(0, 2), name);
  await chmod(file, 0o600);
  original[100] = 255 - (original[100] ?? 0);
  await writeFile(file, original);
  const answer = await download(name);
  let read = 0;
  await assert.rejects(async () => {
    for await (const chunk of answer.body ?? []) read += chunk.length;
  });
  assert.ok(read < original.length);
});
