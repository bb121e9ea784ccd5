import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { looksLikeEvidence } from './looks-like-evidence.ts';

const root = path.resolve(import.meta.dirname, '../../..');

test('logs, copied chats and git logs are evidence', () => {
  for (const text of [
    '2026-03-04T14:21:00Z ERROR x\n2026-03-04T14:21:01Z ERROR y',
    'Mar  4 14:21:00 web-1 nginx[1]: x\nMar  4 14:21:00 web-1 nginx[1]: y',
    '203.0.113.9 - - [04/Mar/2026:15:21:07 +0100] "GET / HTTP/1.1" 502 1\n203.0.113.9 - - [04/Mar/2026:15:21:08 +0100] "GET / HTTP/1.1" 502 1',
    'E0304 14:21:00.1 12 a.go:1] x\n\tat b\nI0304 14:21:00.1 12 a.go:1] y',
    'time="2026-03-04T14:21:00Z" level=error msg="x"\ntime="2026-03-04T14:21:00Z" level=error msg="y"',
    'Jane Doe\n  2:21 PM\nseeing 5xx\nanyone?\nBob  2:23 PM\non it',
    '[04/03/2026, 14:21:00] Jane: x\n[13/03/2026, 14:22:00] Bob: y',
    '14:21 <jane> down\n14:22 <bob> on it',
    `commit ${'3f2a9c81'.repeat(5)}\nAuthor: J <j@example.org>\nDate:   Wed Mar 4 14:21:00 2026 +0100\n\n    fix`,
    readFileSync(path.join(root, 'src/sources/git/sample.log'), 'utf8'),
  ])
    assert.ok(looksLikeEvidence(text), text);
});

test('documents and notes in sentences are none', () => {
  for (const text of [
    'The checkout was down from 14:21 to 14:38.\nWe rolled back.',
    '# Outage\n\n2026-03-04 14:21 alert\n2026-03-04 14:25 ack',
    '| Time | Event |\n|---|---|\n| 14:21 | alert |',
    'Timeline\n14:05 deployed v42\n14:21 errors\n14:31 rolled back',
    '',
  ])
    assert.ok(!looksLikeEvidence(text), text);
  const documents = globSync(['examples/**/*.md', 'src/templates/builtin/*.md'], { cwd: root });
  assert.ok(documents.length > 2);
  for (const file of documents) assert.ok(!looksLikeEvidence(readFileSync(path.join(root, file), 'utf8')), file);
});

test('takes linear time on hostile text', () => {
  for (const piece of ['A ', 'Aa '.repeat(4), '1:', '[', 'commit ', '2026-', '\n1:11', 'x | ']) {
    const from = performance.now();
    looksLikeEvidence(piece.repeat(1_000_000 / piece.length));
    assert.ok(performance.now() - from < 2000, piece);
  }
});
