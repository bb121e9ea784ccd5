import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseMarkdown } from '../../markdown/blocks.ts';
import { compileTemplate, readWithTemplate, TemplateError, writeWithTemplate } from '../index.ts';

const head = '---\nname: mine\n---\n';

function errorOf(source: string): TemplateError {
  try {
    compileTemplate(source);
  } catch (error) {
    assert.ok(error instanceof TemplateError, String(error));
    return error;
  }
  throw new Error('compiled without an error');
}

const faults: [name: string, source: string, line: number, what: RegExp][] = [
  ['an unknown path', `${head}# T\n\n**Id:** {{incident.idd}}\n`, 6, /no field `incident\.idd`/],
  ['a path of a group', `${head}{{impact.customers}}\n`, 4, /no field/],
  ['a pipe inside', `${head}**Id:** {{incident.id | upper}}\n`, 4, /pipe/],
  ['a newline inside', `${head}**Id:** {{incident\n.id}}\n`, 4, /not closed on its line/],
  ['an empty placeholder', `${head}**Id:** {{ }}\n`, 4, /empty/],
  ['two values side by side', `${head}**Id:** {{incident.id}} {{incident.title}}\n`, 4, /side by side/],
  [
    'two collections in a row',
    `${head}| A | B |\n|---|---|\n| {{actions.text}} | {{timeline.text}} |\n`,
    6,
    /binds both/,
  ],
  [
    'a scalar in a repeating row',
    `${head}| A | B |\n|---|---|\n| {{actions.text}} | {{incident.id}} |\n`,
    6,
    /binds both/,
  ],
  [
    'a claim in a repeating row',
    `${head}| A | B |\n|---|---|\n| {{actions.text}} | {{claims.duration}} |\n`,
    6,
    /cannot hold a claim/,
  ],
  ['an example row in a table', `${head}| A |\n|---|\n| {{actions.text}} |\n| fix it |\n`, 7, /no placeholder/],
  ['a constant of a scalar', `${head}{{incident.type=security}}\n`, 4, /no field of a collection/],
  ['no front matter', '# T\n', 1, /no front matter/],
  ['no name', '---\ntitle: x\n---\n# T\n', 2, /no name/],
  ['broken YAML', '---\nname: [x\n---\n# T\n', 3, /no YAML/],
  ['an unknown key', '---\nname: x\nseverity: {}\n---\n# T\n', 3, /unknown key `severity`/],
  ['a wrong policy', '---\nname: x\nfigures: {timeToDetect: detected}\n---\n# T\n', 3, /figures\.timeToDetect/],
  ['a nested line of another collection', `${head}1. {{actions.text}}\n   - {{whys.answer}}\n`, 5, /below an entry/],
];
for (const [name, source, line, what] of faults)
  test(`names the line of ${name} and says what to do`, () => {
    const error = errorOf(source);
    assert.equal(error.line, line);
    assert.match(error.what, what);
    assert.ok(error.remedy.length > 10);
  });

test('suggests the nearest path', () => {
  assert.match(errorOf(`${head}{{actions.owners}}\n`).remedy, /actions\.owner/);
});

const read = (template: string, source: string) =>
  readWithTemplate(parseMarkdown(source), compileTemplate(template)).record;

test('a document is never scanned for placeholders, and values are not expanded again', () => {
  const template = `${head}# T\n\n**Id:** {{incident.id}}\n\n**Title:** {{incident.title}}\n`;
  const record = read(template, '# T\n\n**Id:** {{ incident.title }}\n\n**Title:** {{x}}\n');
  assert.deepEqual(record.incident, { id: '{{ incident.title }}', title: '{{x}}' });
  assert.match(writeWithTemplate(record, compileTemplate(template)), /\*\*Id:\*\* \{\{ incident\.title \}\}/);
});

test('text behind the last placeholder may be missing', () => {
  const template = `${head}# T\n\n- **Time to Detect:** {{claims.timeToDetect}} from onset\n`;
  for (const tail of [' from onset', '', ' FROM ONSET'])
    assert.equal(read(template, `# T\n\n- **Time to Detect:** 5 min${tail}\n`).claims?.[0]?.text, '5 min');
});

test('a fixed row is found by its cell, never becomes an entry, and may stand in moved columns', () => {
  const template = `${head}# T\n\n| Category | Amount |\n|---|---|\n| {{costs.category}} | {{costs.amount}} |\n| **Total Cost** | {{claims.costTotal}} |\n`;
  const record = read(
    template,
    '# T\n\n| Amount | Category |\n|---|---|\n| $3 | **Total cost** |\n| $1 | Paper |\n| $2 | Ink |\n',
  );
  assert.deepEqual(record.costs, [
    { category: 'Paper', amount: '$1' },
    { category: 'Ink', amount: '$2' },
  ]);
  assert.equal(record.claims?.[0]?.value, 3);
});

test('counters in labels match any number and count when written', () => {
  const template = `${head}# T\n\n1. **Step 1**: {{steps.text}}\n`;
  const record = read(template, '# T\n\n1. **Step 7**: a\n2. **Step 9**: b\n');
  assert.deepEqual(record.steps, [{ text: 'a' }, { text: 'b' }]);
  assert.match(writeWithTemplate(record, compileTemplate(template)), /1\. \*\*Step 1\*\*: a\n2\. \*\*Step 2\*\*: b/);
});

test('a label that ends empty owns the code block below it', () => {
  const template = `${head}# T\n\n**Cause**: {{rootCause.primary}}\n`;
  assert.equal(read(template, '# T\n\n**Cause**:\n\n```\ndisk full\n```\n').rootCause?.primary, 'disk full');
});

test('an entry that fits no slice goes to the catch-all slice, and keeps its own word', () => {
  const template = `${head}# T\n\n## A\n\n- {{actions.horizon=Now,*}}{{actions.text}}\n\n## B\n\n- {{actions.horizon=Later}}{{actions.text}}\n`;
  const compiled = compileTemplate(template);
  const actions = [{ text: 'x', horizon: 'Later' }, { text: 'y', horizon: 'Quarter' }, { text: 'z' }];
  const text = writeWithTemplate({ actions }, compiled);
  assert.match(text, /## A\n\n- y\n- z\n\n## B\n\n- x/);
  const again = readWithTemplate(parseMarkdown(text), compiled).record.actions ?? [];
  assert.deepEqual(
    again.toSorted((a, b) => ((a.text ?? '') < (b.text ?? '') ? -1 : 1)),
    [{ horizon: 'Later', text: 'x' }, { horizon: 'Quarter', text: 'y' }, { text: 'z' }],
  );
});

test('writing fills the place of a claim with a known figure that nobody stated, and no unknown one', () => {
  const compiled = compileTemplate(
    `${head}# T\n\n**Duration:** {{claims.duration}}\n**Detect:** {{claims.timeToDetect}}\n`,
  );
  const figure = { unit: 'seconds', formula: '', cites: [] };
  const figures = {
    duration: { ...figure, status: 'known' as const, seconds: 5820 },
    timeToDetect: { ...figure, status: 'unknown' as const },
  };
  const text = writeWithTemplate({}, compiled, { figures });
  assert.match(text, /\*\*Duration:\*\* 1h 37m\n\*\*Detect:\*\*\n/);
  assert.match(
    writeWithTemplate({ claims: [{ figure: 'duration', text: '2 h' }] }, compiled, { figures }),
    /\*\*Duration:\*\* 2 h/,
  );
});
