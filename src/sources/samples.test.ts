import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { type EvidenceFile, readWith, type Source, SourceError, sources } from './index.ts';

// What holds for every source that reads JSON, on its own sample and on what a hostile or careless sender makes of it.
const receivedMs = Date.UTC(2026, 2, 4, 15);
const fileOf = (text: string): EvidenceFile => ({ name: 'x.json', text, receivedMs });
const samples = sources
  .filter(({ plain }) => plain !== true)
  .map((source) => ({
    source,
    text: readFileSync(new URL(`${source.name}/sample.json`, import.meta.url), 'utf8'),
  }));
const lastMs = Date.UTC(9999, 11, 31, 23, 59, 59, 999);

/** Reads with that source, or is refused for a named reason; what was read has clean texts and real times. */
function readOrRefuse(source: Source, text: string) {
  try {
    assert.ok(source.detect(fileOf(text)) <= 1);
    const reading = readWith(source, fileOf(text));
    for (const event of reading.events) {
      assert.ok(event.epochMs > 0 && event.epochMs <= lastMs, `${source.name}: ${event.epochMs}`);
      for (const said of [event.text, event.notes ?? '', event.actor ?? '', event.key]) {
        assert.ok(
          said.isWellFormed() && !/[\0-\u0008\u000B-\u001F]/.test(said),
          `${source.name}: ${JSON.stringify(said)}`,
        );
      }
      assert.ok(event.evidence.startsWith('x.json#'), event.evidence);
    }
    return reading;
  } catch (error) {
    if (!(error instanceof SourceError)) throw new Error(`${source.name} crashed`, { cause: error });
    assert.ok(error.code.includes('.') && error.message && error.remedy);
    return undefined;
  }
}

/** The value with each one, at its path, as `change` gives it; `undefined` leaves it out. */
function changed(value: unknown, change: (value: unknown, path: string) => unknown, path = ''): unknown {
  const next = change(value, path);
  if (next !== value || typeof next !== 'object' || next === null) return next;
  if (Array.isArray(next)) return next.map((item, index) => changed(item, change, `${path}/${index}`));
  const members = Object.entries(next).map(([key, item]) => [key, changed(item, change, `${path}/${key}`)]);
  return Object.fromEntries(members.filter(([, item]) => item !== undefined));
}

function pathsOf(value: unknown): string[] {
  const paths: string[] = [];
  changed(value, (item, path) => {
    paths.push(path);
    return item;
  });
  return paths;
}

test('the place of an event is in the original', () => {
  for (const { source, text } of samples) {
    for (const { evidence } of readWith(source, fileOf(text)).events) {
      let value: unknown = JSON.parse(text);
      const path = evidence.slice('x.json#'.length).split('/').slice(1);
      for (const name of path.map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))) {
        if (typeof value === 'string') value = JSON.parse(value);
        assert.ok(
          typeof value === 'object' && value !== null && Object.hasOwn(value, name),
          `${source.name}: ${evidence}`,
        );
        value = (value as Record<string, unknown>)[name];
      }
    }
  }
});

test('each delivery alone, twice, and in any order, tells the same events under the same keys', () => {
  for (const { source, text } of samples) {
    const all: unknown = JSON.parse(text);
    if (!Array.isArray(all)) continue;
    const keysOf = (value: unknown) => readOrRefuse(source, JSON.stringify(value))?.events.map(({ key }) => key) ?? [];
    const whole = new Set(keysOf(all));
    assert.ok(whole.size > 0, source.name);
    assert.deepEqual(new Set(all.flatMap(keysOf)), whole, source.name);
    assert.deepEqual(new Set(keysOf(all.toReversed())), whole, source.name);
    assert.deepEqual(new Set(keysOf([...all, ...all])), whole, source.name);
  }
});

test('any field may be missing, null, or of another type', () => {
  for (const { source, text } of samples) {
    const sample: unknown = JSON.parse(text);
    // Each place is left out, or holds one of the others, in turn: all of them everywhere would take ten times as long.
    const others = [undefined, null, undefined, 7, undefined, 'x', undefined, [], undefined, {}, undefined, true];
    for (const [index, path] of pathsOf(sample).slice(1).entries()) {
      const other = others[index % others.length];
      readOrRefuse(source, JSON.stringify(changed(sample, (value, at) => (at === path ? other : value))));
    }
  }
});

test('all texts as numbers, all numbers as texts, and keys of the prototype do no harm', () => {
  for (const { source, text } of samples) {
    const sample: unknown = JSON.parse(text);
    const turned = changed(sample, (value) =>
      typeof value === 'string' ? 7 : typeof value === 'number' ? 'x' : value,
    );
    readOrRefuse(source, JSON.stringify(turned));
    readOrRefuse(
      source,
      text
        .replaceAll('{', '{"__proto__":{"alerts":[1],"action":"x"},"constructor":{"name":1},')
        .replaceAll(/,(\s*)\}/g, '$1}'),
    );
  }
  assert.equal(({} as Record<string, unknown>)['alerts'], undefined);
});

test('NUL, escapes and halves of characters never come through', () => {
  for (const { source, text } of samples) {
    for (const bad of ['\u0000', '\u001b[31m', '\ud83d', '\ude00', '\u009f'])
      readOrRefuse(
        source,
        JSON.stringify(changed(JSON.parse(text), (value) => (typeof value === 'string' ? bad + value + bad : value))),
      );
  }
});

test('times of year 0 and 9999, before 1970 and of no calendar are no moments or true ones', () => {
  for (const { source, text } of samples) {
    for (const date of ['0000-01-01', '0001-01-01', '9999-12-31', '1969-12-31', '2026-02-30', '+275760-09-13'])
      readOrRefuse(source, text.replaceAll(/\d{4}-\d\d-\d\d(?=[T ])/g, date));
    for (const count of ['0', '1', '-1', '9'.repeat(19), '1e308', '253402300800000'])
      readOrRefuse(source, text.replaceAll(/\b\d{10,19}\b/g, count));
  }
});

test('fifty megabytes of text in a sample are read in seconds', () => {
  const long = 'word '.repeat(10_000_000);
  for (const { source, text } of samples) {
    const from = performance.now();
    const [, inner = ''] = /^\s*\[?\s*\{(.*)$/s.exec(text) ?? [];
    const start = text.length - inner.length;
    readOrRefuse(source, `${text.slice(0, start)}"padding":"${long}",${inner}`);
    assert.ok(performance.now() - from < 15_000, `${source.name}: ${performance.now() - from} ms`);
  }
});
