import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { readEvidence, SourceError, sources } from './index.ts';

/** Reads or refuses; anything else than a SourceError is a fault. */
function attempt(text: string): void {
  try {
    const { events } = readEvidence({ name: 'x.json', text });
    for (const { evidence, epochMs } of events) assert.ok(evidence.startsWith('x.json#') && Number.isFinite(epochMs));
  } catch (error) {
    if (!(error instanceof SourceError)) throw error;
    assert.ok(error.code && error.message && error.remedy);
  }
}

const samples = sources.map(({ name }) => readFileSync(new URL(`${name}/sample.json`, import.meta.url), 'utf8'));

test('each source knows its own sample and no other', () => {
  for (const [index, text] of samples.entries()) {
    const scores = sources.map((source) => source.detect({ name: 'x.json', text }) >= 0.5);
    assert.deepEqual(
      scores,
      sources.map((_, other) => other === index),
    );
  }
});

test('cut off anywhere, a payload is refused or read, never a crash', () => {
  for (const text of samples) for (let end = 0; end < text.length; end += 97) attempt(text.slice(0, end));
});

test('any value in any place does no harm', () => {
  const junk = fc.oneof(fc.jsonValue(), fc.constantFrom('', '\0', '\u202E', '9'.repeat(400), -1, 1e308, [], {}, null));
  fc.assert(
    fc.property(fc.constantFrom(...samples), fc.nat(), junk, (text, pick, value) => {
      let seen = 0;
      const total = (text.match(/":/g) ?? []).length;
      const mutated = JSON.parse(text, (_key, old: unknown) => (seen++ === pick % total ? value : old)) as unknown;
      attempt(JSON.stringify(mutated) ?? 'null');
    }),
    { numRuns: 400 },
  );
});

test('prototype keys, deep nesting and control characters do no harm', () => {
  attempt('{"__proto__":{"alerts":[]},"constructor":{"prototype":1}}');
  attempt(`${'['.repeat(200_000)}${']'.repeat(200_000)}`);
  attempt(`{"alerts":[${'{"a":'.repeat(50_000)}1${'}'.repeat(50_000)}]}`);
  attempt('\0'.repeat(1000));
  assert.equal(({} as Record<string, unknown>)['alerts'], undefined);
});

test('control characters are taken out of texts', () => {
  const [text = ''] = samples.slice(1, 2);
  const { events } = readEvidence({ name: 'x.json', text: text.replaceAll('Rolling', '\\u0000Rolling\\u001b[31m') });
  assert.ok(events.every((event) => !/[\0\u001B]/.test(event.text)));
});

test('a hundred thousand messages, alerts or events take linear time', () => {
  const ts = (index: number) => `${1772634190 + index}.000100`;
  const many = <T>(make: (index: number) => T) => Array.from({ length: 100_000 }, (_, index) => make(index));
  const time = '2026-03-04T14:21:00Z';
  const inputs = [
    many((index) => ({ ts: ts(index), user: `U${index % 50}`, text: `is the latency ok? ${index}` })),
    {
      version: '4',
      alerts: many((index) => ({ status: 'firing', labels: { alertname: `A${index}` }, startsAt: time })),
    },
    {
      items: many((index) => ({
        kind: 'Event',
        involvedObject: { name: `p${index}` },
        type: 'Warning',
        firstTimestamp: time,
      })),
    },
  ];
  for (const input of inputs) {
    const from = performance.now();
    attempt(JSON.stringify(input));
    assert.ok(performance.now() - from < 15_000, `${performance.now() - from} ms`);
  }
});
