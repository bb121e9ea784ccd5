import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { PostmortemRecord } from '../../record/record.ts';
import { builtinTemplates, compileTemplate } from '../index.ts';
import { filledRecord } from '../laws/filled-record.ts';
import { recordArbitrary } from '../laws/record-arbitrary.ts';
import { entriesOf, select } from '../write/select.ts';
import type { LayoutFilter } from './layout.ts';
import { layoutOf } from './layout-of.ts';
import { leftOver } from './left-over.ts';
import { placeEntries } from './place-entries.ts';

const templates = builtinTemplates();
const wordsOf = (filters: readonly LayoutFilter[]): string =>
  filters
    .map(({ key, values, rest }) => JSON.stringify([key, values, rest]))
    .sort()
    .join();
const compiled = (body: string) => layoutOf(compileTemplate(`---\nname: x\n---\n${body}`));

for (const template of templates) {
  const layout = layoutOf(template);

  test(`${template.name}: every entry stands in one place or in none, and nowhere only when the document has no place either`, () => {
    const property = fc.property(fc.oneof(...templates.map(recordArbitrary)), (record) => {
      const { at, nowhere } = placeEntries(layout, record);
      const { homeless } = select(record, template);
      for (const collection of template.repeats.keys()) {
        const lists = [...at].filter(([item]) => item.collection === collection).map(([, placed]) => placed);
        const placed = lists.flatMap(({ fixed, open }) => [...fixed.flat(), ...open]);
        const none = nowhere.get(collection) ?? [];
        const all = entriesOf(record, collection).map((_, index) => index);
        assert.deepEqual(
          [...placed, ...none].sort((a, b) => a - b),
          all,
        );
        for (const index of none) assert.ok(homeless.get(collection)?.includes(index), `${collection}[${index}]`);
      }
    });
    fc.assert(property, { numRuns: 60 });
  });

  test(`${template.name}: a filled entry stands in the editor where it stands in the document`, () => {
    const record = filledRecord(template);
    const written = select(record, template).byAnchor;
    const inDocument = new Map<string, string>();
    for (const [collection, anchors] of template.repeats)
      for (const { id, constants } of anchors)
        for (const index of written.get(id) ?? []) inDocument.set(`${collection}[${index}]`, wordsOf(constants));
    const inEditor = new Map<string, string>();
    for (const [{ collection, filter, fixed = [] }, placed] of placeEntries(layout, record).at) {
      for (const index of placed.open) inEditor.set(`${collection}[${index}]`, wordsOf(filter));
      placed.fixed.forEach((list, row) => {
        for (const index of list)
          inEditor.set(`${collection}[${index}]`, wordsOf([...filter, ...(fixed[row]?.filter ?? [])]));
      });
    }
    assert.deepEqual(inEditor, inDocument);
  });

  test(`${template.name}: nothing of a record that its own form can hold is left over`, () => {
    assert.deepEqual(leftOver(layout, filledRecord(template)), []);
  });
}

test('what the template has no place for is left over: fields, collections, entries, claims', () => {
  const layout = compiled(
    '# X {{incident.title}}\n\nCost: {{claims.costTotal}}\n\n- {{actions.horizon=Now}}{{actions.text}}\n\n{{appendices.title=Log}}{{appendices.text}}\n',
  );
  const record: PostmortemRecord = {
    incident: {
      title: 'Down',
      start: { written: '10:00', at: '2026-01-01T10:00', precision: 'instant' },
      planned: false,
    },
    impact: { trading: { orders: '12' } },
    criteriaText: 'All green.',
    timeline: [],
    costs: [{ category: 'Staff' }],
    actions: [
      { text: 'a', horizon: 'Later' },
      { text: 'b', horizon: 'now' },
    ],
    appendices: [
      { title: 'Log', text: 'one' },
      { title: 'Log', text: 'two' },
    ],
    claims: [
      { figure: 'costTotal', text: '5' },
      { figure: 'costTotal', text: '6' },
      { figure: 'duration', text: '2 h', origin: 'prose' },
      { figure: 'downtime', text: '1 h', origin: 'label' },
    ],
    custom: [{ heading: 'Weather', level: 2, text: 'Rain.' }],
  };
  assert.deepEqual(leftOver(layout, record), [
    'incident.start',
    'incident.planned',
    'impact.trading.orders',
    'criteriaText',
    'costs',
    'actions[0]',
    'appendices[1]',
    'claims[1]',
    'claims[3]',
    'custom',
  ]);
});

test('an entry that is still empty stands where it was made', () => {
  const layout = compiled(
    '## A\n\n- {{lessons.area=Tech}}{{lessons.text}}\n\n## B\n\n- {{lessons.area=Process,*}}{{lessons.text}}\n',
  );
  const { at } = placeEntries(layout, { lessons: [{ area: 'Tech' }, {}, { area: 'process' }, { area: 'Other' }] });
  assert.deepEqual(
    [...at.values()].map(({ open }) => open),
    [[0], [1, 2, 3]],
  );
});
