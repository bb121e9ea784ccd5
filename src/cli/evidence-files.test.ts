import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { buffer } from 'node:stream/consumers';
import { ZipFile } from 'yazl';
import { evidenceFromBytes } from '../operations/evidence/unpack/from-bytes.ts';
import { SourceError } from '../sources/index.ts';
import { evidenceFiles } from './evidence-files.ts';

const root = await mkdtemp(join(tmpdir(), 'hindcast-evidence-'));
after(() => rm(root, { recursive: true }));
const message = JSON.stringify([{ ts: '1772634190.000100', user: 'U1', text: 'outage' }]);
const code = (expected: string) => (error: unknown) => error instanceof SourceError && error.code === expected;

async function zip(entries: Record<string, string>): Promise<Buffer> {
  const file = new ZipFile();
  for (const [name, text] of Object.entries(entries)) file.addBuffer(Buffer.from(text), name);
  file.end();
  return buffer(file.outputStream);
}

test('a folder that is a Slack export is one file, links are not followed', async () => {
  const path = join(root, 'export');
  await mkdir(join(path, 'inc-1'), { recursive: true });
  await writeFile(join(path, 'users.json'), '[]');
  await writeFile(join(path, 'inc-1', '2026-03-04.json'), message);
  await writeFile(join(path, 'notes.txt'), 'x');
  await symlink('/etc/hostname', join(path, 'inc-1', '2026-03-05.json'));
  const files = await evidenceFiles(path);
  assert.deepEqual(
    files.map(({ name, entries }) => [name, entries?.map((entry) => entry.name)]),
    [['export', ['inc-1/2026-03-04.json', 'users.json']]],
  );
});

test('evidence of another source in the folder of a Slack export is a file of its own', async () => {
  const path = join(root, 'all');
  await mkdir(join(path, 'slack', 'inc-1'), { recursive: true });
  await writeFile(join(path, 'slack', 'inc-1', '2026-03-04.json'), message);
  const alert = { labels: { alertname: 'A' }, startsAt: '2026-03-04T10:00:00Z' };
  await writeFile(join(path, 'alerts.json'), JSON.stringify({ version: '4', receiver: 'x', alerts: [alert] }));
  const files = await evidenceFiles(path);
  assert.deepEqual(
    files.map(({ name, entries }) => [name, entries?.map((entry) => entry.name)]),
    [
      ['all', ['slack/inc-1/2026-03-04.json']],
      ['all/alerts.json', undefined],
    ],
  );
});

test('any other folder or archive is a file for each of its JSON files', async () => {
  const bytes = await zip({
    'a.json': '{}',
    'deep/b.jsonl': '{}',
    'c.png': 'x',
    'inner.zip': 'PK',
    '__MACOSX/a.json': 'x',
  });
  const files = await evidenceFromBytes('pack.zip', bytes);
  assert.deepEqual(files, [
    { name: 'pack.zip/a.json', text: '{}' },
    { name: 'pack.zip/deep/b.jsonl', text: '{}' },
  ]);
});

test('a Slack export as zip is one file', async () => {
  const bytes = await zip({ 'users.json': '[]', 'inc-1/2026-03-04.json': message });
  assert.equal((await evidenceFromBytes('export.zip', bytes))[0]?.entries?.length, 2);
});

test('limits hold: entries, bytes on disk, bytes unpacked', async () => {
  const bytes = await zip({ 'a.json': ' '.repeat(100_000), 'b.json': '{}' });
  await assert.rejects(
    evidenceFromBytes('x.zip', bytes, { maxEntries: 1, maxBytes: 1e9 }),
    code('evidence.too-many-entries'),
  );
  await assert.rejects(
    evidenceFromBytes('x.zip', bytes, { maxEntries: 9, maxBytes: 50_000 }),
    code('evidence.too-large'),
  );
  await assert.rejects(
    evidenceFiles(join(root, 'export'), { maxEntries: 1, maxBytes: 1e9 }),
    code('evidence.too-many-entries'),
  );
  await assert.rejects(
    evidenceFiles(join(root, 'export'), { maxEntries: 9, maxBytes: 10 }),
    code('evidence.too-large'),
  );
});

test('a path that leads out, a broken archive, a missing file and no JSON are refused', async () => {
  const bytes = await zip({ 'aa/evil.json': '{}' });
  const evil = Buffer.from(bytes.toString('latin1').replaceAll('aa/evil.json', '../evil.json'), 'latin1');
  await assert.rejects(evidenceFromBytes('x.zip', evil), code('evidence.path-escapes'));
  await assert.rejects(evidenceFromBytes('x.zip', bytes.subarray(0, 40)), code('evidence.zip-broken'));
  await assert.rejects(evidenceFiles(join(root, 'nothing.json')), code('evidence.missing'));
  await assert.rejects(evidenceFromBytes('x.zip', await zip({ 'a.txt': 'x' })), code('evidence.no-json'));
});

test('reads UTF-8 and UTF-16, and refuses bytes that are no text', async () => {
  const wide = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('{"a":1}', 'utf16le')]);
  assert.deepEqual(await evidenceFromBytes('x.json', wide), [{ name: 'x.json', text: '{"a":1}' }]);
  await assert.rejects(evidenceFromBytes('x.json', Buffer.from([0x7b, 0xff, 0x80])), code('source.not-text'));
});

test('files of one name in different folders stay apart, and no path of the machine is shown', async () => {
  const [file] = await evidenceFiles('src/sources/slack/sample.json');
  assert.equal(file?.name, 'src/sources/slack/sample.json');
  assert.equal((await evidenceFiles(join(root, 'export', 'users.json')))[0]?.name, 'users.json');
});
