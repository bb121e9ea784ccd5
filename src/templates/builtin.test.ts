import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { parseMarkdown } from '../markdown/blocks.ts';
import { findDamage, repairText } from '../markdown/encoding.ts';
import { builtinTemplates, chooseTemplate, readWithTemplate, writeWithTemplate } from './index.ts';

const templates = builtinTemplates();
const seeds = new URL('../../../shared/seeds/', import.meta.url);

for (const template of templates) {
  test(`${template.name}: its blank form is chosen, fits, and holds no value and no leftover`, () => {
    const doc = parseMarkdown(template.blank ?? '');
    const chosen = chooseTemplate(doc, templates);
    assert.equal(chosen.template?.name, template.name);
    assert.ok(chosen.confidence >= 0.95, String(chosen.confidence));
    const { record, custom, places } = readWithTemplate(doc, template);
    assert.deepEqual(record, {});
    assert.deepEqual(custom, []);
    assert.equal(places.size, 0);
  });

  test(`${template.name}: an empty record written holds no value either`, () => {
    const text = writeWithTemplate({}, template);
    assert.deepEqual(readWithTemplate(parseMarkdown(text), template).record, {});
    assert.equal(chooseTemplate(parseMarkdown(text), templates).template?.name, template.name);
  });
}

const names = existsSync(seeds)
  ? readdirSync(seeds)
      .filter((name) => name.endsWith('.txt'))
      .toSorted()
  : [];
if (names.length === 0) test('the original forms', { skip: 'skipped: no seeds here' }, () => undefined);
names.forEach((name, index) => {
  test(`${name.slice(0, 3)}: the original is chosen at 0.95 or more, damaged or repaired, and yields no value`, () => {
    const source = readFileSync(new URL(name, seeds), 'utf8');
    for (const text of [source, repairText(source, findDamage(source))]) {
      const doc = parseMarkdown(text);
      const { template, confidence } = chooseTemplate(doc, templates);
      assert.equal(template?.name, templates[index]?.name);
      assert.ok(confidence >= 0.95, String(confidence));
      const reading = readWithTemplate(doc, templates[index] ?? template ?? fail());
      assert.deepEqual(reading.record, {});
      assert.deepEqual(reading.custom, []);
    }
  });
});

function fail(): never {
  throw new Error('no template');
}

test('enterprise: its example rows are values when asked for, its hints never', () => {
  const enterprise = templates.find(({ name }) => name === 'enterprise') ?? fail();
  const doc = parseMarkdown(enterprise.blank ?? '');
  const { record } = readWithTemplate(doc, enterprise, { examples: true });
  assert.equal(record.timeline?.length, 12);
  assert.equal(record.timeline?.[0]?.at, '2025-12-19T14:23');
  assert.equal(record.timeline?.[0]?.phase, 'detection');
  assert.equal(record.actions?.length, 15);
  assert.equal(record.actions?.[10]?.id, 'AI-011');
  assert.equal(record.actions?.[10]?.due, '2026-03-20');
  assert.equal(record.actions?.[10]?.priority, 'medium');
  assert.equal(record.systems?.length, 3);
  assert.equal(record.metrics?.length, 4);
  assert.deepEqual(
    record.costs?.map(({ amount }) => amount),
    ['$12,500', '$8,000', '$2,000', '$15,000'],
  );
  const claims = new Map(record.claims?.map((claim) => [claim.figure, claim.value]));
  assert.equal(claims.get('costTotal'), 37500);
  assert.equal(claims.get('timeToMitigate'), 8100);
  assert.equal(claims.get('timeToResolve'), 13500);
  assert.equal(claims.get('timeToTriage'), 720);
  assert.equal(claims.has('duration'), false);
  assert.equal(record.targets?.find(({ figure }) => figure === 'timeToMitigate')?.met, '❌');
  assert.doesNotMatch(JSON.stringify(record), /\[[A-Z][a-z]|YYYY|HH:MM/);
});

test('other forms are never shown as hints: no template has hints among its example values', () => {
  for (const template of templates) {
    const { record } = readWithTemplate(parseMarkdown(template.blank ?? ''), template, { examples: true });
    assert.doesNotMatch(JSON.stringify(record), /\[[A-Z][a-z]|YYYY|HH:MM/, template.name);
  }
});

test('a record read with the examples of its form can be written and read again', () => {
  const enterprise = templates.find(({ name }) => name === 'enterprise') ?? fail();
  const { record } = readWithTemplate(parseMarkdown(enterprise.blank ?? ''), enterprise, { examples: true });
  const again = readWithTemplate(parseMarkdown(writeWithTemplate(record, enterprise)), enterprise).record;
  assert.equal(again.timeline?.length, 12);
  assert.equal(again.actions?.length, 15);
  assert.equal(again.wentWell?.length, record.wentWell?.length);
});

test('enterprise: what went well or wrong without an area stands under its heading, and is read back as it was', () => {
  const enterprise = templates.find(({ name }) => name === 'enterprise') ?? fail();
  const record = {
    wentWell: [{ area: 'luck', text: 'It was night' }, { text: 'The alert was quick' }],
    wentWrong: [{ text: 'Nobody was on call' }],
  };
  const source = writeWithTemplate(record, enterprise);
  assert.match(
    source,
    /## What Went Well\n\n- ✅ \*\*luck\*\*: It was night\n- ✅ The alert was quick\n\n### Detection/,
  );
  assert.ok(!source.includes('Also recorded'));
  assert.deepEqual(readWithTemplate(parseMarkdown(source), enterprise).record, record);
});
