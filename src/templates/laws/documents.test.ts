import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { parseMarkdown } from '../../markdown/blocks.ts';
import { builtinTemplates, compileTemplate, patchDocument, readWithTemplate, writeWithTemplate } from '../index.ts';
import { filledRecord } from './filled-record.ts';
import { pathTable } from './path-table.ts';

const guide = readFileSync(new URL('../../../docs/templates.md', import.meta.url), 'utf8');

test('the guide lists the paths there are', () => {
  assert.ok(guide.endsWith(pathTable()), 'run node scripts/write-template-paths.ts');
});

test("the guide's example compiles, and reads what it writes", () => {
  const example = /```markdown\n([^]*?)```/.exec(guide)?.[1] ?? '';
  const template = compileTemplate(example);
  const record = filledRecord(template);
  const read = readWithTemplate(parseMarkdown(writeWithTemplate(record, template)), template).record;
  assert.equal(read.incident?.severity, 'high');
  assert.equal(read.actions?.length, record.actions?.length);
});

const forms: { [name: string]: (text: string) => string } = {
  plain: (text) => text,
  'with Windows line ends': (text) => text.replace(/\n/g, '\r\n'),
  'with a BOM': (text) => `\uFEFF${text}`,
  'with old Mac line ends': (text) => text.replace(/\n/g, '\r'),
};

for (const template of builtinTemplates())
  for (const [name, form] of Object.entries(forms))
    test(`${template.name}, ${name}: every place points at its value, and the same value again changes no byte`, () => {
      const source = form(writeWithTemplate(filledRecord(template), template));
      const { record, places } = readWithTemplate(parseMarkdown(source), template);
      let seen = 0;
      for (const [path, list] of places) {
        const value = valueAt(record, path);
        if (typeof value !== 'string' || path === 'incident.severity' || path.endsWith('.status')) continue;
        for (const { from, to } of list) assert.equal(source.slice(from, to).trim(), value, path);
        seen++;
        if (seen % 7 === 0 && !path.startsWith('claims'))
          assert.equal(patchDocument(source, template, path, value), source);
      }
      assert.ok(seen > 30, String(seen));
    });

function valueAt(record: object, path: string): unknown {
  let at: unknown = record;
  for (const key of path.split(/[.[\]]+/).filter((part) => part !== ''))
    at = (at as { [key: string]: unknown } | undefined)?.[key];
  return at;
}
