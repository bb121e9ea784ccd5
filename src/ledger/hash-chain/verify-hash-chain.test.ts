import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import { canonicalText } from '../canonical.ts';
import { verifyHashChain } from './verify-hash-chain.ts';

const sha = (text: string | Buffer, encoding: 'hex' | 'base64' = 'hex') =>
  createHash('sha256').update(text).digest(encoding);
const events = Array.from({ length: 60 }, (_, index) => ({
  seq: index,
  ts: `2026-03-01T10:${String(index).padStart(2, '0')}:00Z`,
  event: `order ${index} – gefüllt`,
  price: index / 8,
}));
type Event = (typeof events)[number];

/** A log in which `make` gives each line and its hash from an event and the hash before. */
function logOf(make: (event: Event, previous: string) => { line: string; hash: string }, start: string): string[] {
  let previous = start;
  return events.map((event) => {
    const { line, hash } = make(event, previous);
    previous = hash;
    return line;
  });
}

/** As Python's json.dumps writes flat objects. */
const python = (value: object) =>
  `{${Object.entries(value)
    .map(([key, inner]) => `${JSON.stringify(key)}: ${JSON.stringify(inner)}`)
    .join(', ')}}`
    .replaceAll('–', '\\u2013')
    .replaceAll('ü', '\\u00fc');
const sorted = (value: object) => Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)));

const logs: { [name: string]: string[] } = {
  'canonical JSON without the hash': logOf((event, previous) => {
    const body = { ...event, prev_hash: previous };
    const hash = sha(canonicalText(body));
    return { hash, line: JSON.stringify({ ...body, hash }) };
  }, '0'.repeat(64)),
  'previous hash and compact JSON, base64': logOf((event, previous) => {
    const hash = sha(previous + JSON.stringify(event), 'base64');
    return { hash, line: JSON.stringify({ ...event, previousHash: previous, entryHash: hash }) };
  }, ''),
  'Python with sorted keys and a prefix': logOf((event, previous) => {
    const body = { ...event, parent: previous };
    const hash = `sha256:${sha(python(sorted(body)))}`;
    return { hash, line: python({ ...body, sha256: hash }) };
  }, 'GENESIS'),
  'the raw line, numbers as written': logOf((event, previous) => {
    const body = `{"price":${event.price.toFixed(3)},"ts":"${event.ts}","prev":"${previous}"`;
    const hash = sha(`${body}}`);
    return { hash, line: `${body},"hash":"${hash}"}` };
  }, ''),
  'nested fields with unusual names': logOf((event, previous) => {
    const hash = sha(`${previous}|${JSON.stringify({ ...event, chain: { a: previous } })}`);
    return { hash, line: JSON.stringify({ ...event, chain: { a: previous, b: hash } }) };
  }, '0'.repeat(64)),
  'no previous hash written down': logOf((event, previous) => {
    const hash = sha(previous + JSON.stringify(event));
    return { hash, line: JSON.stringify({ ...event, hash }) };
  }, ''),
  'bytes of the previous hash, upper case': logOf((event, previous) => {
    const hash = sha(Buffer.concat([Buffer.from(previous, 'hex'), Buffer.from(JSON.stringify(event))])).toUpperCase();
    return { hash, line: JSON.stringify({ ...event, prev: previous, digest: hash }) };
  }, '0'.repeat(64)),
  'values joined': logOf((event, previous) => {
    const hash = sha([...Object.values(event), previous].join('|'));
    return { hash, line: JSON.stringify({ ...event, prev_hash: previous, entry_hash: hash }) };
  }, '0'.repeat(64)),
};

for (const [name, lines] of Object.entries(logs))
  test(`${name}: intact, and the first broken line of every damage is named`, async () => {
    const { state, entries, first, last } = await verifyHashChain([...lines.map((line) => `${line}\r`), '']);
    assert.deepEqual(
      { state, entries, first, last },
      { state: 'intact', entries: 60, first: '2026-03-01T10:00:00Z', last: '2026-03-01T10:59:00Z' },
    );
    for (const at of [0, 7, 45]) {
      const line = lines[at] as string;
      const changed = lines.with(at, line.replace(`:${String(at).padStart(2, '0')}:00Z`, ':00:01Z'));
      assert.deepEqual(await brokenAt(changed), { state: 'broken', line: at + 1 });
      // Without its beginning a log may still be whole; that it continues another is said.
      const shorter = { state: at === 0 && name !== 'no previous hash written down' ? 'intact' : 'broken' };
      const { state: cut, line: found } = await brokenAt(lines.toSpliced(at, 1));
      assert.deepEqual({ state: cut }, shorter);
      if (cut === 'broken') assert.equal(found, at + 1);
    }
  });

async function brokenAt(lines: string[]) {
  const { state, broken } = await verifyHashChain(lines);
  return { state, line: broken?.line };
}

test('a log without its beginning says which hash it continues', async () => {
  const [first = '', ...rest] = logs['values joined'] ?? [];
  assert.equal((await verifyHashChain(rest)).continues, JSON.parse(first).entry_hash);
  assert.equal((await verifyHashChain([first, ...rest])).continues, undefined);
});

test('a log with keyed or unknown hashes is not recognised, and not called broken', async () => {
  const lines = events.map((event) => JSON.stringify({ ...event, hash: sha(`secret${event.seq}`), prev: sha('x') }));
  const { state, entries, form, broken, last } = await verifyHashChain(lines);
  assert.deepEqual(
    [state, entries, form, broken, last],
    ['unrecognised', 60, undefined, undefined, '2026-03-01T10:59:00Z'],
  );
});

test('hostile lines neither throw nor hang', async () => {
  const [line = ''] = logs['canonical JSON without the hash'] ?? [];
  const hostile = [
    '{"__proto__":{"hash":1},"constructor":null}',
    `${'['.repeat(200_000)}`,
    '"text"',
    '42',
    '\0',
    'null',
  ];
  assert.equal((await verifyHashChain(hostile)).state, 'unrecognised');
  assert.deepEqual(await brokenAt([line, ...hostile]), { state: 'broken', line: 2 });
  const long = `{"a":"${'aA0-'.repeat(500_000)}","hash":"${sha('a')}"}`;
  assert.equal((await verifyHashChain([long])).state, 'unrecognised');
  const deep = `{"a":${'['.repeat(50_000)}${']'.repeat(50_000)},"hash":"${sha('a')}"}`;
  assert.equal((await verifyHashChain([deep])).state, 'unrecognised');
  assert.deepEqual(await verifyHashChain([]), { state: 'unrecognised', entries: 0 });
});
