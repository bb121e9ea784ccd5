import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseMarkdown } from '../../markdown/blocks.ts';
import { builtinTemplates, chooseTemplate, readWithTemplate, type Template, writeWithTemplate } from '../index.ts';
import { filledRecord } from '../laws/filled-record.ts';
import { outlineOf } from './outline.ts';

const templates = builtinTemplates();

for (const template of templates) {
  const filled = writeWithTemplate(filledRecord(template), template);

  test(`${template.name}: a filled document is chosen with the confidence of its full reading`, () => {
    const { confidence } = readWithTemplate(parseMarkdown(filled), template);
    const chosen = chooseTemplate(parseMarkdown(filled), templates);
    assert.equal(chosen.template?.name, template.name);
    assert.equal(chosen.confidence, confidence);
  });

  test(`${template.name}: reading with the chosen template gives what reading alone gives`, () => {
    const doc = parseMarkdown(filled);
    chooseTemplate(doc, templates);
    assert.deepEqual(readWithTemplate(doc, template), readWithTemplate(parseMarkdown(filled), template));
    assert.deepEqual(readWithTemplate(doc, template), readWithTemplate(parseMarkdown(filled), template));
  });

  test(`${template.name}: half of its form is still chosen`, () => {
    const parts = filled.split(/^(?=## )/m);
    const half = parts.filter((_, index) => index === 0 || index % 2 === 1).join('');
    assert.equal(chooseTemplate(parseMarkdown(half), templates).template?.name, template.name);
  });

  test(`${template.name}: its outline has the headings of the compiled template`, () => {
    const own = template.sections.filter(({ level }) => level > 1).map(({ path }) => path.at(-1));
    const seen = outlineOf(template.source).sections.slice(1);
    assert.deepEqual(
      seen.map(({ key }) => key),
      own,
    );
  });
}

test('a document of other headings is no template, and none is compiled for it', () => {
  const untouched = templates.map(({ name, source }): Template => {
    const fail = () => assert.fail('compiled');
    return Object.defineProperty({ name, source } as Template, 'sections', { get: fail });
  });
  const doc = parseMarkdown('# Outage\n\n## Timeline\n\n- 12:00 x\n\n## Aftermath\n\n## Thanks\n');
  const { template, confidence } = chooseTemplate(doc, untouched);
  assert.equal(template, null);
  assert.ok(confidence > 0 && confidence < 0.4, String(confidence));
});

test('a document of one template section a thousand times over is no template', () => {
  for (const count of [1000, 30_000])
    assert.equal(chooseTemplate(parseMarkdown(`# P\n${'## Timeline\nx\n'.repeat(count)}`), templates).template, null);
});

test('read with a named template, huge sections and tables stay fast', () => {
  const enterprise = templates.find(({ name }) => name === 'enterprise') as Template;
  for (const body of [
    'a\n'.repeat(1_000_000),
    '- **Duration**: x\n'.repeat(100_000),
    '## Timeline\nx\n'.repeat(60_000),
  ]) {
    const started = performance.now();
    readWithTemplate(parseMarkdown(`# P\n\n## Executive Summary\n${body}`), enterprise);
    assert.ok(performance.now() - started < 6000);
  }
});
