import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { detectSource, readEvidence, SourceError, sources } from './index.ts';

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

/** The sample of each source, whatever its kind of file. */
const all = sources.map(({ name }) => {
  const folder = new URL(`${name}/`, import.meta.url);
  const file = readdirSync(folder).find((entry) => /^sample\.[a-z]+$/.test(entry));
  assert.ok(file, `${name} has a sample`);
  return readFileSync(new URL(file, folder), 'utf8');
});
/** Those of sources that read JSON. */
const samples = all.filter((_, index) => sources[index]?.plain !== true);

test('each source knows its own sample and no other', () => {
  for (const [index, text] of all.entries())
    assert.equal(detectSource({ name: 'x.json', text })?.name, sources[index]?.name);
  for (const [index, text] of samples.entries()) {
    const known = sources.filter((source) => source.plain !== true);
    const scores = known.map((source) => source.detect({ name: 'x.json', text }) >= 0.5);
    assert.deepEqual(
      scores,
      known.map((_, other) => other === index),
    );
  }
});

test('cut off anywhere, a payload is refused or read, never a crash', () => {
  for (const text of all) for (let end = 0; end < text.length; end += 97) attempt(text.slice(0, end));
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

test('in each place of a sample, depth, odd years, broken letters and prototypes do no harm', () => {
  const odd = [
    `${'['.repeat(10_000)}${']'.repeat(10_000)}`,
    `${'{"a":'.repeat(10_000)}1${'}'.repeat(10_000)}`,
    '"0000-01-01T00:00:00Z"',
    '"9999-12-31T23:59:59.999Z"',
    '253402300800000',
    String.raw`"\ud800"`,
    '{"__proto__":{"alerts":[]}}',
  ];
  for (const text of samples) {
    const total = (text.match(/":/g) ?? []).length;
    for (let place = 0; place < total; place++) {
      let seen = 0;
      const marked = JSON.stringify(JSON.parse(text, (_key, old: unknown) => (seen++ === place ? '@odd@' : old)));
      const [before = '', after] = marked.split('"@odd@"');
      if (after !== undefined) attempt(`${before}${odd[place % odd.length]}${after}`);
    }
  }
  assert.equal(({} as Record<string, unknown>)['alerts'], undefined);
});

test('prototype keys, deep nesting and control characters do no harm', () => {
  attempt('{"__proto__":{"alerts":[]},"constructor":{"prototype":1}}');
  attempt(`${'['.repeat(200_000)}${']'.repeat(200_000)}`);
  attempt(`{"alerts":[${'{"a":'.repeat(50_000)}1${'}'.repeat(50_000)}]}`);
  attempt('\0'.repeat(1000));
  for (const text of all)
    for (const odd of ['\0', '\uD800', '__proto__', '\r'.repeat(99)]) attempt(text.replaceAll(/[:,]/g, `$&${odd}`));
  assert.equal(({} as Record<string, unknown>)['alerts'], undefined);
});

test('control characters are taken out of texts', () => {
  const [text = ''] = samples.slice(1, 2);
  const { events } = readEvidence({ name: 'x.json', text: text.replaceAll('Rolling', '\\u0000Rolling\\u001b[31m') });
  assert.ok(events.every((event) => !/[\0\u001B]/.test(event.text)));
});

/** Seconds of processor time, which other work on the machine does not lengthen as it does a clock's. */
function cpuSeconds(input: unknown): number {
  const text = JSON.stringify(input);
  const from = process.cpuUsage();
  attempt(text);
  const { user, system } = process.cpuUsage(from);
  return (user + system) / 1e6;
}

test('a hundred thousand messages, alerts or events take linear time', () => {
  const time = '2026-03-04T14:21:00Z';
  // No text comes twice, as what was masked before is remembered.
  let made = 0;
  const many = <T>(count: number, make: (index: number) => T) => Array.from({ length: count }, () => make(made++));
  const inputs: ((count: number) => unknown)[] = [
    (count) =>
      many(count, (index) => ({
        ts: `${1772634190 + index}.000100`,
        user: `U${index % 50}`,
        text: `is the latency ok? ${index}`,
      })),
    (count) => ({
      version: '4',
      alerts: many(count, (index) => ({ status: 'firing', labels: { alertname: `A${index}` }, startsAt: time })),
    }),
    (count) => ({
      items: many(count, (index) => ({
        kind: 'Event',
        involvedObject: { name: `p${index}` },
        type: 'Warning',
        firstTimestamp: time,
      })),
    }),
  ];
  // Eight times as many take eight times as long, 64 times if the time were quadratic; 24 leaves room for both caches and garbage.
  for (const input of inputs) {
    const ratios: number[] = [];
    attempt(JSON.stringify(input(2_000)));
    while (ratios.length < 3 && !ratios.some((ratio) => ratio < 24)) {
      const few = cpuSeconds(input(12_500));
      ratios.push(cpuSeconds(input(100_000)) / few);
    }
    assert.ok(
      ratios.some((ratio) => ratio < 24),
      `eight times as many take ${ratios.join(', ')} times as long`,
    );
  }
});
