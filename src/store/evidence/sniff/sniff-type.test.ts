import assert from 'node:assert/strict';
import { test } from 'node:test';
import { headBytes, sniffType } from './sniff-type.ts';

const png = Buffer.from('89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489', 'hex');
const long = (line: string) => line.repeat(Math.ceil(80_000 / line.length));

const cases: { name: string; content: string | Buffer; type: string }[] = [
  { name: 'a log', content: '12:00 café ok\n\u001b[31mred\u001b[0m\n', type: 'text/plain; charset=utf-8' },
  { name: 'a log that begins as a bitmap does', content: 'BM25 search slow\n', type: 'text/plain; charset=utf-8' },
  { name: 'JSON', content: ' {"a": [1, 2]}\n', type: 'application/json' },
  { name: 'long JSON', content: `[${long('{"a":1},')}{}]`, type: 'application/json' },
  { name: 'a number', content: '42', type: 'text/plain; charset=utf-8' },
  { name: 'a line in brackets', content: '[info] started\n[info] stopped\n', type: 'text/plain; charset=utf-8' },
  { name: 'JSON lines', content: '{"a":1}\n{"a":2}\n', type: 'application/x-ndjson' },
  { name: 'many JSON lines, cut in one', content: long('{"a":"é"}\n'), type: 'application/x-ndjson' },
  { name: 'text cut within a letter', content: `a${long('é')}`, type: 'text/plain; charset=utf-8' },
  { name: 'HTML', content: '<!doctype html><script>alert(1)</script>', type: 'text/plain; charset=utf-8' },
  { name: 'SVG', content: '<?xml version="1.0"?><svg onload="x()"/>', type: 'text/plain; charset=utf-8' },
  { name: 'a PDF of letters', content: '%PDF-1.4\n1 0 obj\n', type: 'application/pdf' },
  { name: 'an image', content: png, type: 'image/png' },
  { name: 'gzip', content: Buffer.from('1f8b0800000000000003', 'hex'), type: 'application/gzip' },
  { name: 'an end of Latin-1', content: Buffer.from('caf\xe9\n', 'latin1'), type: 'application/octet-stream' },
  { name: 'a NUL', content: 'text\0text', type: 'application/octet-stream' },
  { name: 'nothing', content: '', type: 'application/octet-stream' },
];

for (const { name, content, type } of cases) {
  test(`the type of ${name} is ${type}`, async () => {
    const bytes = Buffer.from(content as string);
    assert.equal(await sniffType(bytes.subarray(0, headBytes), bytes.length), type);
  });
}

test('deep nesting and endless brackets do not stop it', async () => {
  for (const hostile of ['['.repeat(headBytes), '{"a":'.repeat(13_000), ' '.repeat(headBytes), '{}\n'.repeat(21_000)]) {
    const startMs = performance.now();
    await sniffType(Buffer.from(hostile).subarray(0, headBytes), 1_000_000);
    assert.ok(performance.now() - startMs < 1_000);
  }
});
