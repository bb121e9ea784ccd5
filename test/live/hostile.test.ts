import assert from 'node:assert/strict';
import { test } from 'node:test';
import { WebSocket } from 'ws';
import * as Y from 'yjs';
import { closeCodes, frame, kinds, mostMessageBytes } from '../../src/live/protocol.ts';
import type { Caller } from '../server/server.ts';
import { liveServer, summaryOf, until } from './live.ts';

const server = await liveServer();
const { origin } = server.around;
const ann = await server.person('editor', 'Ann');
const ben = await server.person('editor', 'Ben');

const address = (incident: string, version = '1') =>
  `${origin.replace('http', 'ws')}/api/v1/incidents/${incident}/live?version=${version}`;
const headersOf = ({ credentials }: Caller) => ({ ...credentials, origin });

/** A line without our client: what came, and how it ended. */
function raw(url: string, headers: Record<string, string>) {
  const socket = new WebSocket(url, { headers });
  const got: { json: Record<string, unknown>[]; closed?: number; refused?: number } = { json: [] };
  socket.on('message', (data: Buffer, binary: boolean) => {
    if (!binary) got.json.push(JSON.parse(data.toString('utf8')) as Record<string, unknown>);
  });
  socket.on('unexpected-response', (request, { statusCode }) => {
    got.refused = statusCode ?? 0;
    request.destroy();
  });
  socket.on('error', () => {});
  socket.on('close', (code) => (got.closed = code));
  const standing = () => got.json.find(({ type }) => type === 'standing');
  return { socket, got, entered: () => until('entered', standing) };
}

const insertion = (text: string, path = 'summary.text'): Uint8Array => {
  const doc = new Y.Doc();
  doc.getText(path).insert(0, text);
  return Y.encodeStateAsUpdate(doc);
};

test('a page of another site, somebody unknown, another place and an older page get nothing', async () => {
  const incident = await server.incident(ann, 'x');
  const refused = async (url: string, headers: Record<string, string>) => {
    const { got } = raw(url, headers);
    await until('an end', () => got.refused ?? got.closed);
    assert.deepEqual(got.json, []);
    return got.refused ?? got.closed;
  };
  const headers = headersOf(ann);
  assert.equal(await refused(address(incident), { ...headers, origin: 'https://evil.example' }), 403);
  assert.equal(await refused(address(incident), { cookie: ann.credentials['cookie'] ?? '' }), 403);
  assert.equal(await refused(address(incident), { ...headers, 'sec-fetch-site': 'cross-site' }), 403);
  assert.equal(await refused(address(incident), { origin }), closeCodes.signedOut);
  assert.equal(
    await refused(address(incident), { authorization: 'Bearer hct_nobody-knows-this' }),
    closeCodes.signedOut,
  );
  assert.equal(await refused(address('00000000-0000-4000-8000-000000000000'), headers), closeCodes.gone);
  assert.equal(await refused(address('nothing'), headers), closeCodes.gone);
  assert.equal(await refused(address(incident, '0'), headers), closeCodes.outdated);
  assert.equal(await refused(`${origin.replace('http', 'ws')}/api/v1/feed`, headers), 404);
});

const embed = () => {
  const doc = new Y.Doc();
  doc.getText('summary.text').insertEmbed(0, { html: '<script>' });
  return Y.encodeStateAsUpdate(doc);
};
const formatted = () => {
  const doc = new Y.Doc();
  doc.getText('summary.text').insert(0, 'x', { href: 'javascript:alert(1)' });
  return Y.encodeStateAsUpdate(doc);
};
const asMap = () => {
  const doc = new Y.Doc();
  doc.getMap('summary.text').set('a', 1);
  return Y.encodeStateAsUpdate(doc);
};

const faults: Record<string, () => Uint8Array | string> = {
  'random bytes': () => frame(kinds.update, crypto.getRandomValues(new Uint8Array(200))),
  'a cut update': () => frame(kinds.update, insertion('some text').subarray(0, 10)),
  'an empty update': () => frame(kinds.update, new Uint8Array(0)),
  'an empty message': () => new Uint8Array(0),
  'another kind': () => frame(77, insertion('x')),
  'a broken vector': () => frame(kinds.vector, new Uint8Array([255, 255, 255, 255, 255, 255, 255, 255, 255, 1])),
  'another field': () => frame(kinds.update, insertion('x', 'no.such.field')),
  'a field of the prototype': () => frame(kinds.update, insertion('x', '__proto__')),
  'an embedded object': () => frame(kinds.update, embed()),
  'formatted text': () => frame(kinds.update, formatted()),
  'a map': () => frame(kinds.update, asMap()),
  'no JSON': () => 'hello',
  'other JSON': () => 'null',
  'a message of another type': () => '{"type":"standing"}',
};

test('what is no message of a room ends that line, and nobody else notices', async (context) => {
  const incident = await server.incident(ann, 'As it was.');
  const room = server.room(context, ben, incident);
  await until('live', () => room.state === 'live');
  for (const [name, message] of Object.entries(faults)) {
    const { socket, got, entered } = raw(address(incident), headersOf(ann));
    await entered();
    socket.send(message());
    await until(`an end after ${name}`, () => got.closed);
    assert.equal(got.closed, closeCodes.fault, name);
  }
  assert.equal(room.state, 'live');
  room.text('summary.text').insert(0, 'Still ');
  await until('saved', () => room.saved);
  await until('written', async () => (await server.summary(ann, incident)) === 'Still As it was.');
});

test('a message of more than a megabyte, and more messages than anybody types, end the line', async () => {
  const incident = await server.incident(ann, 'x');
  const large = raw(address(incident), headersOf(ann));
  await large.entered();
  large.socket.send(frame(kinds.update, insertion('y'.repeat(mostMessageBytes + 10))));
  await until('an end', () => large.got.closed);
  assert.equal(large.got.closed, 1009);
  const fast = raw(address(incident), headersOf(ann));
  await fast.entered();
  for (let index = 0; index < 3000; index += 1) fast.socket.send(JSON.stringify({ type: 'again' }));
  await until('an end', () => fast.got.closed);
  assert.equal(fast.got.closed, closeCodes.tooFast);
});

test('a document that is full takes no more, and says so', async (context) => {
  const incident = await server.incident(ann, 'x');
  const room = server.room(context, ann, incident);
  await until('live', () => room.state === 'live');
  for (let index = 0; index < 6 && room.state === 'live'; index += 1) {
    room.text('summary.text').insert(0, `${index}`.repeat(900_000));
    await until('an answer', () => room.saved || room.state === 'late', 15_000);
  }
  assert.deepEqual([room.state, room.reason], ['late', 'full']);
  assert.equal(room.late.length, 1);
  await room.dropLate();
  assert.equal(room.state, 'live');
  assert.ok(summaryOf(room).length > 4_000_000);
});

test('text that no database keeps is in the record without what it cannot keep', async (context) => {
  const incident = await server.incident(ann, 'x');
  const room = server.room(context, ann, incident);
  await until('live', () => room.state === 'live');
  room.text('summary.text').insert(0, 'a\0b <script>alert(1)</script> ‮ ');
  await until('written', async () => (await server.summary(ann, incident)) === 'ab <script>alert(1)</script> ‮ x');
  room.text('summary.text').delete(0, room.text('summary.text').length);
  await until('absent', async () => (await server.summary(ann, incident)) === undefined);
});

test('nobody moves the cursor of another, nor takes their name', async (context) => {
  const incident = await server.incident(ann, 'x');
  const [one, two] = [server.room(context, ann, incident), server.room(context, ann, incident)];
  await until('live', () => one.state === 'live' && two.state === 'live');
  one.awareness.setLocalStateField('cursor', { at: 'mine' });
  const id = one.awareness.clientID;
  await until('seen', () => two.awareness.getStates().get(id)?.['cursor']?.at === 'mine');
  const { socket, entered } = raw(address(incident), headersOf(ben));
  await entered();
  socket.send(JSON.stringify({ type: 'presence', id, clock: 1000, cursor: { at: 'stolen' } }));
  socket.send(JSON.stringify({ type: 'presence', id, clock: 1001, cursor: null, gone: true }));
  socket.send(JSON.stringify({ type: 'presence', id: 7, clock: 1, cursor: 'x'.repeat(5000) }));
  socket.send(JSON.stringify({ type: 'presence', id: 8, clock: 1, user: { name: 'Ann' }, cursor: null }));
  await until('the last is seen', () => two.awareness.getStates().get(8));
  assert.equal(two.awareness.getStates().get(8)?.['user'].name, 'Ben');
  assert.equal(two.awareness.getStates().get(7), undefined);
  assert.equal(two.awareness.getStates().get(id)?.['cursor'].at, 'mine');
  socket.close();
});

test('an update under the client id of somebody else is kept as written by who sent it', async (context) => {
  const incident = await server.incident(ann, 'x');
  const room = server.room(context, ann, incident);
  await until('live', () => room.state === 'live');
  const forger = new Y.Doc();
  forger.clientID = room.doc.clientID;
  forger.getText('summary.text').insert(0, 'forged ');
  const { socket, entered, got } = raw(address(incident), headersOf(ben));
  await entered();
  socket.send(frame(kinds.update, Y.encodeStateAsUpdate(forger)));
  await until('kept', () => got.json.some(({ type }) => type === 'saved'));
  await until('written', async () => (await server.written(incident)).length > 0);
  assert.deepEqual((await server.written(incident))[0]?.actor, `person:${ben.personId}`);
  room.text('summary.text').insert(0, 'mine ');
  await until('saved', () => room.saved);
  await until('mine is there', async () => (await server.summary(ann, incident))?.includes('mine '));
  socket.close();
});
