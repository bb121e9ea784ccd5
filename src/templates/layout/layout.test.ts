import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { parseMarkdown } from '../../markdown/blocks.ts';
import { builtinTemplates, compileTemplate, type Template } from '../index.ts';
import { inventedForms } from '../learn/forms.fixture.ts';
import { learnTemplate } from '../learn/index.ts';
import { walkAnchors } from '../outline/walk.ts';
import type { Layout, LayoutItem } from './layout.ts';
import { layoutOf } from './layout-of.ts';
import { outlineOf } from './outline.fixture.ts';

const learned = inventedForms.map(({ name, source }) => {
  const { template, form } = learnTemplate(parseMarkdown(source), { name: 'learned' });
  return { name: `learned from "${name}"`, template: compileTemplate(template, form) };
});
const templates = [...builtinTemplates().map((template) => ({ name: template.name, template })), ...learned];

function boundBy(item: LayoutItem): string[] {
  if (item.kind !== 'entries') return 'path' in item ? [item.path] : [];
  const path = (key: string) => `${item.collection}.${key}`;
  const filters = [...item.filter, ...(item.fixed ?? []).flatMap(({ filter = [] }) => filter)];
  const cells = (item.fixed ?? []).flatMap(({ cells: own = [] }) => own);
  const keys = item.columns.filter(({ key, figure }) => key !== '' && figure === undefined).map(({ key }) => key);
  const figures = item.columns.flatMap(({ figure }) => (figure === undefined ? [] : [`claims.${figure}`]));
  return [
    ...[...keys, ...filters.map(({ key }) => key)].map(path),
    ...cells.flatMap((cell) => ('path' in cell ? [cell.path] : [])),
    ...figures,
  ];
}

const pathsOf = ({ sections }: Layout): Set<string> => new Set(sections.flatMap(({ items }) => items.flatMap(boundBy)));

/** How often each field that does not repeat is bound. A choice is bound once for all of its check boxes. */
function scalarCounts(paths: Iterable<string>): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const path of paths) counts[path] = (counts[path] ?? 0) + 1;
  return counts;
}

function scalarsOf(template: Template): string[] {
  const boxes = template.sections.flatMap(({ anchors }) =>
    anchors.flatMap((anchor) =>
      anchor.type === 'line' && anchor.pattern.checkbox?.value !== undefined ? [anchor.pattern.checkbox.slot.path] : [],
    ),
  );
  return [...walkAnchors(template.sections)]
    .filter((slot) => !('collection' in slot))
    .map(({ path }) => path)
    .filter((path) => !boxes.includes(path));
}

for (const { name, template } of templates) {
  const layout = layoutOf(template);
  const items = layout.sections.flatMap((section) => section.items);

  test(`${name}: the layout binds what the template binds`, () => {
    assert.deepEqual(pathsOf(layout), template.paths);
  });

  test(`${name}: a field that does not repeat is in as many items as it has placeholders`, () => {
    const choices = new Set(items.flatMap((item) => (item.kind === 'choice' ? [item.path] : [])));
    const once = items.filter((item) => item.kind !== 'choice').flatMap(boundBy);
    const repeating = [...template.repeats.keys()].map((collection) => `${collection}.`);
    const scalars = once.filter((path) => !repeating.some((prefix) => path.startsWith(prefix)) && !choices.has(path));
    const wanted = scalarsOf(template).filter((path) => !choices.has(path));
    assert.deepEqual(scalarCounts(scalars), scalarCounts(wanted));
  });

  test(`${name}: ids are unique, labels have words, and all of it is plain JSON`, () => {
    const ids = layout.sections.map(({ id }) => id);
    assert.equal(new Set(ids).size, ids.length);
    for (const item of items)
      if (item.kind === 'field' || item.kind === 'choice') assert.match(item.label, /[\p{L}\p{N}]/u);
    assert.deepEqual(JSON.parse(JSON.stringify(layout)), layout);
    assert.doesNotMatch(JSON.stringify(layout.sections), /\{\{|\}\}\}\}/);
  });
}

for (const name of ['enterprise', 'slo-service'])
  test(`${name} is laid out as a person reads it`, () => {
    const template = builtinTemplates().find((one) => one.name === name);
    assert.ok(template);
    const golden = readFileSync(new URL(`golden/${name}.txt`, import.meta.url), 'utf8');
    assert.equal(outlineOf(layoutOf(template)), golden);
  });

test('a column under a title of the template has its words, and is not one without', () => {
  const enterprise = templates.find(({ name }) => name === 'enterprise')?.template;
  assert.ok(enterprise);
  const items = layoutOf(enterprise).sections.flatMap((section) => section.items);
  const table = items.find((item) => item.kind === 'entries' && item.collection === 'timeline');
  assert.ok(table?.kind === 'entries');
  assert.deepEqual(
    table.columns.map(({ title, unnamed }) => [title, unnamed]),
    [
      ['Time (UTC)', undefined],
      ['Event', undefined],
      ['Owner', undefined],
      ['Notes', undefined],
    ],
  );
});
