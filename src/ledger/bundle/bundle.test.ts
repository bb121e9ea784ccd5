import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { canonicalText } from '../canonical.ts';
import { entryHash } from '../entry-hash.ts';
import { signCheckpoint } from '../note/checkpoint.ts';
import { makeSigner, signText } from '../note/keys.ts';
import { announceRotation } from '../note/rotation.ts';
import { leafHash } from '../tree/node-hash.ts';
import { treeInMemory } from '../tree/levels.ts';
import { inclusionProof, rootOf } from '../tree/proofs.ts';
import type { Bundle, BundledSignoff } from './bundle.ts';
import { sealBundle } from './seal.ts';
import { verifyBundle } from './verify-bundle.ts';

const script = path.resolve(import.meta.dirname, '../../../verifier/verify-bundle.mjs');
const { verifyBundle: second } = (await import(script)) as {
  verifyBundle: (file: Uint8Array, trusted: string) => { faults: string[][] };
};
const first = makeSigner('hindcast/test');
const signer = makeSigner('hindcast/test');
const incident = {
  id: '7b8cb016-7aec-4ad9-b832-ac2534029192',
  key: 'INC-1',
  status: 'approved',
  template: 'invariants',
};
const sha256 = (data: string | Uint8Array) => createHash('sha256').update(data).digest();

function statement(content: string, role: string, method: string): string {
  const person = { id: '1', name: 'Ann' };
  const said = {
    incident: { id: incident.id, key: 'INC-1' },
    role,
    person,
    at: '2026-01-01T10:00:00Z',
    method,
    signedInBy: 'oidc',
  };
  return canonicalText({ ...said, sha256: sha256(content).toString('hex') });
}

function passkeySignoff(content: string): BundledSignoff {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const text = statement(content, 'Risk Owner', 'passkey');
  const client = Buffer.from(JSON.stringify({ type: 'webauthn.get', challenge: sha256(text).toString('base64url') }));
  const authenticator = Buffer.concat([randomBytes(32), Buffer.from([5, 0, 0, 0, 1])]);
  const signature = sign('sha256', Buffer.concat([authenticator, sha256(client)]), privateKey).toString('base64');
  const key = publicKey.export({ format: 'jwk' }) as Record<string, string>;
  const assertion = {
    clientDataJSON: client.toString('base64url'),
    authenticatorData: authenticator.toString('base64url'),
  };
  return {
    role: 'Risk Owner',
    person: 'Ann',
    at: '2026-01-01',
    method: 'passkey',
    statement: text,
    signature,
    key,
    assertion,
  };
}

/** A true bundle of so many entries, made without a database. */
function example(entries: number, markdown = '# It broke\n'): Bundle {
  const record = { summary: { what: 'Orders failed.' }, timeline: [{ text: 'it broke' }] };
  const kept = { summary: record.summary, timeline: [{ id: 'a-1', value: record.timeline[0] }] };
  const evidence = [{ name: 'alert.json', sha256: 'ab'.repeat(32) }];
  const content = canonicalText({ template: incident.template, record: kept, evidence });
  const made = Array.from({ length: entries }, (_, index) => {
    const salt = randomBytes(16);
    const payload = canonicalText({ incident: incident.id, operation: 'record.set', input: { number: index } });
    return { seq: index, salt: salt.toString('hex'), payload, hash: entryHash(salt, payload) };
  });
  const tree = treeInMemory(Buffer.concat(made.map(({ hash }) => leafHash(hash))));
  const root = rootOf(entries, tree);
  const text = statement(content, 'Engineering Lead', 'server');
  const signature = Buffer.from(signText(text, signer)).toString('base64');
  const byServer: BundledSignoff = {
    role: 'Engineering Lead',
    person: 'Ann',
    at: '2026-01-01',
    method: 'server',
    statement: text,
    signature,
    key: signer.verifier.text,
  };
  return {
    kind: 'hindcast bundle v1',
    made: '2026-01-02T00:00:00Z',
    incident,
    content,
    record,
    markdown,
    evidence: evidence.map((one) => ({ ...one, bytes: 10, type: 'application/json' })),
    signoffs: [byServer, passkeySignoff(content)],
    entries: made.map((entry) => ({
      ...entry,
      hash: Buffer.from(entry.hash).toString('hex'),
      proof: inclusionProof(entry.seq, entries, tree).map((hash) => Buffer.from(hash).toString('hex')),
    })),
    checkpoint: signCheckpoint({ origin: 'hindcast/test', size: entries, root }, [signer]),
    keys: [first.verifier.text, signer.verifier.text],
    rotations: [announceRotation(first, signer, { size: 0, at: '2026-01-01T00:00:00Z' })],
    anchors: [],
  };
}

const verdict = (file: Uint8Array) => verifyBundle(file, first.verifier.text);
const differs = (bundle: Bundle) =>
  verdict(Buffer.from(sealBundle(bundle, signer))).checks.flatMap(({ part, holds }) => (holds ? [] : [part]));

test('a true bundle is proven, by the key it was sealed with', () => {
  const { proven, checks, key } = verdict(Buffer.from(sealBundle(example(5), signer)));
  assert.deepEqual(
    checks.filter(({ holds }) => !holds),
    [],
  );
  assert.deepEqual([proven, key], [true, signer.verifier.text]);
});

test('every single-byte change of a small bundle is detected by both verifiers, at every position', () => {
  const file = Buffer.from(sealBundle(example(2), signer));
  for (const position of file.keys()) {
    const changed = Buffer.from(file);
    changed[position] = (changed[position] as number) ^ (1 << (position % 8));
    assert.equal(verdict(changed).proven, false, `byte ${position}`);
    assert.notEqual(second(changed, first.verifier.text).faults.length, 0, `second verifier, byte ${position}`);
  }
});

test('a byte more or less anywhere, and the file cut short, is detected', () => {
  const file = Buffer.from(sealBundle(example(2), signer));
  for (let position = 0; position < file.length; position += 7) {
    const { proven } = verdict(Buffer.concat([file.subarray(0, position), file.subarray(position + 1)]));
    const more = verdict(Buffer.concat([file.subarray(0, position), Buffer.from(' '), file.subarray(position)]));
    assert.deepEqual([proven, more.proven, verdict(file.subarray(0, position)).proven], [false, false, false]);
  }
});

test('who holds the key and changes a part is caught by what the part must agree with, and the part is named', () => {
  const whole = example(4);
  const entry = whole.entries[2] as Bundle['entries'][number];
  const withEntry = (change: object) => ({ ...whole, entries: whole.entries.with(2, { ...entry, ...change }) });
  assert.deepEqual(differs(withEntry({ payload: entry.payload?.replace('2', '7') })), ['ledger entry 2']);
  assert.deepEqual(differs(withEntry({ seq: 1 })), ['ledger entry 1']);
  assert.deepEqual(differs({ ...whole, record: { summary: { what: 'All is well.' } } }), ['record']);
  assert.deepEqual(differs({ ...whole, evidence: [] }), ['evidence']);
  const other = whole.content.replace('Orders', 'No orders');
  assert.deepEqual(differs({ ...whole, content: other }).toSorted(), [
    'record',
    'sign-off of Engineering Lead by Ann',
    'sign-off of Risk Owner by Ann',
  ]);
  const [one, two] = whole.signoffs as [BundledSignoff, BundledSignoff];
  assert.deepEqual(differs({ ...whole, signoffs: [{ ...one, person: 'Ben' }, two] }), [
    'sign-off of Engineering Lead by Ben',
  ]);
});

test('a byte changed within a part is named with that part, even where nothing else must agree with it', () => {
  const file = sealBundle(example(2, '# It broke at ten\n'), signer);
  const { proven, checks } = verdict(Buffer.from(file.replace('It broke at ten', 'It broke at two')));
  const names = checks.filter(({ holds }) => !holds).map(({ part }) => part);
  assert.deepEqual([proven, names], [false, ['seal', 'markdown']]);
});

test('an entry whose payload was erased on request leaves the history whole', () => {
  const whole = example(3);
  const [{ seq, hash, proof }] = whole.entries as [Bundle['entries'][number]];
  assert.deepEqual(differs({ ...whole, entries: whole.entries.with(0, { seq, hash, proof }) }), []);
});

test('a bundle sealed by a key that does not follow from the trusted one is not proven', () => {
  const file = Buffer.from(sealBundle(example(2), signer));
  assert.equal(verifyBundle(file, makeSigner('hindcast/test').verifier.text).proven, false);
  const forged = { ...example(2), keys: [first.verifier.text, makeSigner('hindcast/test').verifier.text] };
  assert.equal(verdict(Buffer.from(sealBundle(forged, signer))).proven, false);
});

/** How many random changes are tried: more with HINDCAST_LONG=1. */
const rounds = process.env['HINDCAST_LONG'] === '1' ? 10_000 : 500;

test('both verifiers detect each of many random single-byte changes of a large bundle', () => {
  const bytes = Buffer.from(sealBundle(example(60, 'Orders failed. '.repeat(4000)), signer));
  assert.deepEqual([verdict(bytes).proven, second(bytes, first.verifier.text).faults], [true, []]);
  for (let round = 0; round < rounds; round += 1) {
    const changed = Buffer.from(bytes);
    const position = Math.floor(Math.random() * bytes.length);
    changed[position] = (changed[position] as number) ^ (1 + Math.floor(Math.random() * 255));
    assert.equal(verdict(changed).proven, false, `byte ${position}`);
    assert.notEqual(second(changed, first.verifier.text).faults.length, 0, `second verifier, byte ${position}`);
  }
});

test('the second verifier needs nothing but Node, has at most 150 lines, and says what differs', () => {
  const source = readFileSync(script, 'utf8');
  assert.ok(source.trimEnd().split('\n').length <= 150);
  for (const [, from = ''] of source.matchAll(/from '([^']+)'/g)) assert.match(from, /^node:/);
  const folder = mkdtempSync('/tmp/hindcast-bundle-');
  try {
    const file = path.join(folder, 'bundle');
    const whole = example(3);
    const run = () => spawnSync(process.execPath, [script, file, first.verifier.text], { encoding: 'utf8' });
    writeFileSync(file, sealBundle(whole, signer));
    const good = run();
    assert.deepEqual([good.status, good.stdout.trimEnd().split('\n').at(-1)], [0, 'proven']);
    writeFileSync(file, sealBundle({ ...whole, record: {} }, signer));
    const bad = run();
    assert.deepEqual([bad.status, /DIFFERS record/.test(bad.stdout)], [1, true]);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
