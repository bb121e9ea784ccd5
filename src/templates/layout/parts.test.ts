import assert from 'node:assert/strict';
import { test } from 'node:test';
import { compileTemplate } from '../index.ts';
import { hiddenKeys } from './hidden-keys.ts';
import type { LayoutEntries } from './layout.ts';
import { layoutOf } from './layout-of.ts';
import { outlineOf } from './outline.fixture.ts';

const layout = (body: string) => layoutOf(compileTemplate(`---\nname: x\n---\n${body}`));
const outline = (body: string): string[] => outlineOf(layout(body)).trimEnd().split('\n').slice(1);

test('neighbours become one list; what has other constants becomes another', () => {
  assert.deepEqual(
    outline(
      '## H\n- **A**: {{lessons.area=A}}{{lessons.text}}\n- **B**: {{lessons.area=B}}{{lessons.text}}\n- **{{lessons.area}}**: {{lessons.text}}\n- ✅ {{lessons.topic=x}}{{lessons.text}}\n',
    ),
    [
      'list lessons open: area "Area" line, text "Text" line',
      '  A: {area=A}; text',
      '  B: {area=B}; text',
      'list lessons {topic=x} open ✅: text "Text" line',
    ],
  );
});

test('a label line names the prose, list or choice below it, and stands alone above fields and notes', () => {
  assert.deepEqual(
    outline(
      '## H\n**P**:\n\n{{summary.text}}\n\n**L**:\n\n- {{symptoms.text}}\n\n**C**:\n\n- [{{incident.type=a}}] Kind A\n- [{{incident.type=*}}] Other: {{incident.type}}\n\n**F**:\n- One: {{incident.id}}\n\n**N**:\n\nWords.\n\n**All is bold.**\n',
    ),
    [
      'prose "P" summary.text',
      'list symptoms open "L": text "Text" line',
      'choice "C" incident.type',
      '  a: Kind A',
      '  *: Other',
      'label: F',
      'field "One" incident.id line',
      'label: N',
      'note: Words.',
      'note: All is bold.',
    ],
  );
});

test('a table keeps its fixed rows, literal cells and rows that are no entry; one without entries is fields', () => {
  assert.deepEqual(
    outline(
      '## H\n| Role | Name | Unit |\n|-|-|-|\n| Lead{{roles.role=Lead}} | {{roles.name}} | day |\n| {{roles.role}} | {{roles.name}} | |\n| Total | {{claims.costTotal}} | |\n\n| What | Value |\n|-|-|\n| Down | {{claims.downtime}} |\n| Users | {{impact.customers.users}} |\n',
    ),
    [
      'table roles open: role "Role" line, name "Name" line, - "Unit" line',
      '  Lead: {role=Lead}; name; 2="day"',
      '  Total: no entry; 1=claims.costTotal',
      'field "Down" claims.downtime line',
      'field "Users" impact.customers.users line',
    ],
  );
});

test('a heading without a placeholder-free word is called by its field; the same heading twice has two ids', () => {
  const { sections } = layout('# {{incident.title}}\n\n## 1. 🔥 Facts\n\n## Facts (again)\n');
  assert.deepEqual(
    sections.map(({ title, id }) => [title, id]),
    [
      ['Title', 'title'],
      ['1. 🔥 Facts', 'facts'],
      ['Facts (again)', 'facts-2'],
    ],
  );
});

test('fields that an entry states and its place does not show are named', () => {
  const body = '## H\n- **A**: {{actions.kind=A}}{{actions.text}}\n- {{actions.text}} by {{actions.owner}}\n';
  const item = layout(body).sections[0]?.items[0] as LayoutEntries;
  const entry = { kind: 'A', text: 'x', owner: 'Ada', ticket: 'T-1', line: 3 };
  assert.deepEqual(hiddenKeys(item, item.fixed?.[0], entry), ['owner', 'ticket']);
  assert.deepEqual(hiddenKeys(item, undefined, entry), ['kind', 'ticket']);
});

const many = (line: (index: number) => string): string =>
  Array.from({ length: 10_000 }, (_, at) => line(at)).join('\n');
const hostile: Record<string, string> = {
  'fixed items': many((at) => `- **L${at}:** {{factors.kind=k${at}}}{{factors.text}}`),
  'lists of one item': many((at) => `- {{factors.kind=k${at}}}{{factors.text}}`),
  fields: many((at) => `**F ${at}**: {{incident.id}}`),
  'equal headings': many(() => '## Same {{incident.id}}'),
  labels: many((at) => `**Label ${at}:**`),
  'nested items': many((at) => `${' '.repeat((at % 50) * 2)}- a ${at}`),
  'fixed rows': `| A | B |\n|-|-|\n${many((at) => `| r${at} {{factors.kind=k${at}}} | {{factors.text}} |`)}`,
  'a wide table': `|${' a |'.repeat(10_000)}\n|${'-|'.repeat(10_000)}\n|${' {{factors.text}} |'.repeat(5000)}`,
  choices: many((at) => `- [{{incident.type=t${at}}}] T ${at}`),
  'lines below an entry': `- {{steps.text}}\n${many((at) => `  - T${at}: {{steps.tool}}`)}`,
};

for (const [name, body] of Object.entries(hostile))
  test(`10,000 times ${name} are laid out at once`, () => {
    const template = compileTemplate(`---\nname: x\n---\n${body}`);
    const times = [1, 2, 3].map(() => {
      const started = performance.now();
      layoutOf(template);
      return performance.now() - started;
    });
    // Some 80 ms on an idle core; the machine of a test may have other work.
    assert.ok(Math.min(...times) < 500, times.map(Math.round).join(', '));
  });
