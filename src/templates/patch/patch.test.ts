import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseMarkdown } from '../../markdown/blocks.ts';
import { builtinTemplates, patchDocument, PatchError, readWithTemplate, type Template } from '../index.ts';

const named = (name: string): Template =>
  builtinTemplates().find((template) => template.name === name) ?? assert.fail(name);
const invariants = named('invariants');
const enterprise = named('enterprise');
const trading = named('trading-desk');

const document = `# Incident Postmortem: INC-7

**Date:** 2026-01-05
**Severity:** S2

## Timeline (UTC)

| Time | Event | Mood |
|------|:------|------|
| 2026-01-05 10:00 | it broke | sad |
| 10:20 | it was seen |
| 11:00 | it was mended | glad |

## Response

### Immediate Actions

1. Turned it off
2. Turned it on

## Lessons Learned

1. Look twice
`;

test('one value changes, and no other byte', () => {
  const patched = patchDocument(document, invariants, 'incident.severity', 'critical');
  assert.equal(patched, document.replace('S2', 'S1'));
});

test('Windows line ends, a BOM and a missing newline at the end stay', () => {
  const source = `\uFEFF${document.replace(/\n/g, '\r\n').trimEnd()}`;
  const patched = patchDocument(source, invariants, 'timeline[1].text', 'it was noticed');
  assert.equal(patched, source.replace('it was seen', 'it was noticed'));
  const added = patchDocument(source, invariants, 'lessons[-]', { text: 'Look again' });
  assert.equal(added, `${source}\r\n2. Look again\r\n`);
});

test('a pipe in a cell and a newline in a line are escaped', () => {
  const patched = patchDocument(document, invariants, 'timeline[0].text', 'a | b\nc');
  assert.ok(patched.includes('| a \\| b<br>c | sad |'));
});

test('an event goes where its time is, dated as its neighbours are, in the columns of the document', () => {
  const patched = patchDocument(document, invariants, 'timeline[-]', {
    time: '2026-01-05 10:30',
    text: 'called for help',
  });
  assert.ok(patched.includes('it was seen |\n| 10:30 | called for help | |\n| 11:00'), patched);
  const later = patchDocument(document, invariants, 'timeline[-]', { time: '2026-01-06 00:30', text: 'all well' });
  assert.ok(later.includes('glad |\n| 2026-01-06 00:30 | all well | |\n'), later);
});

test('an event gets the zone its neighbours state', () => {
  const source = document.replace('10:20 |', '10:20 CET |').replace('11:00 |', '11:00 CET |');
  const patched = patchDocument(source, invariants, 'timeline[-]', { time: '2026-01-05 10:30', text: 'called' });
  assert.ok(patched.includes('it was seen |\n| 10:30 CET | called | |\n| 11:00'), patched);
});

test('where the last row is removed, the row of the blank form comes back, but no example data', () => {
  const added = patchDocument(invariants.blank ?? '', invariants, 'timeline[-]', { time: '10:00', text: 'it broke' });
  const removed = patchDocument(added, invariants, 'timeline[0]', undefined);
  assert.ok(!removed.includes('it broke'));
  assert.match(removed, /\| Time \| Event \|\n\|[-|: ]+\|\n\| \[?(?:HH:MM|YYYY).*\n/);
  assert.deepEqual(readWithTemplate(parseMarkdown(removed), invariants).record, {});
  const system = patchDocument(enterprise.blank ?? '', enterprise, 'systems[-]', { name: 'Shop' });
  const none = patchDocument(system, enterprise, 'systems[0]', undefined);
  assert.match(none, /\| Recovery Time \|\n\|[-|]+\|\n\n/);
});

test('between dated rows an event goes by its time', () => {
  const source = document.replace('| 10:20', '| 2026-01-05 10:20').replace('| 11:00', '| 2026-01-05 11:00');
  const patched = patchDocument(source, invariants, 'timeline[-]', { time: '2026-01-05 10:30', text: 'called' });
  assert.ok(patched.includes('it was seen |\n| 2026-01-05 10:30 | called | |\n| 2026-01-05 11:00'), patched);
});

test('removing the event that carries the date gives the date to the one below', () => {
  const source = document
    .replace(' | Mood |', ' |')
    .replace(':------|------|', ':------|')
    .replace(' | sad |', ' |')
    .replace(' | glad |', ' |');
  const patched = patchDocument(source, invariants, 'timeline[0]', undefined);
  assert.ok(patched.includes('|:------|\n') || patched.includes('| 2026-01-05 10:20 | it was seen |'), patched);
  assert.ok(patched.includes('| 2026-01-05 10:20 | it was seen |'));
  assert.ok(!patched.includes('it broke'));
});

test('a removed list item takes its number with it', () => {
  const patched = patchDocument(document, invariants, 'steps[0]', undefined);
  assert.ok(patched.includes('### Immediate Actions\n\n1. Turned it on\n\n'));
});

test('a further list item gets the next number', () => {
  const patched = patchDocument(document, invariants, 'steps[-]', { text: 'Waited' });
  assert.ok(patched.includes('2. Turned it on\n3. Waited\n\n## Lessons'));
});

test('the first row replaces the example rows of the blank form', () => {
  const patched = patchDocument(enterprise.blank ?? '', enterprise, 'systems[-]', { name: 'Shop', downtime: '3 min' });
  assert.ok(
    patched.includes('|----------------|--------------|----------|---------------|\n| Shop | | 3 min | |\n\n---'),
  );
  assert.ok(!patched.includes('Example Service'));
});

test('a hint of the blank form is replaced by the value', () => {
  const patched = patchDocument(trading.blank ?? '', trading, 'summary.text', 'All orders failed.\n\nFor an hour.');
  assert.ok(
    patched.includes('## Executive Summary\n\nAll orders failed.\n\nFor an hour.\n\n## Impact'),
    patched.slice(0, 900),
  );
  const dated = patchDocument(trading.blank ?? '', trading, 'incident.date', '2026-01-05');
  assert.equal(dated, (trading.blank ?? '').replace('**Date:** [YYYY-MM-DD]', '**Date:** 2026-01-05'));
});

test('a label without a value gets it', () => {
  const patched = patchDocument(document.replace(' S2', ''), invariants, 'incident.severity', 'high');
  assert.equal(patched, document);
});

test('a missing line is added where the template has it, and a missing section after its neighbour', () => {
  const withAuthor = patchDocument(document, invariants, 'document.authors', 'Ada');
  assert.ok(withAuthor.includes('**Severity:** S2\n**Author:** Ada\n'), withAuthor.slice(0, 200));
  const withCause = patchDocument(document, invariants, 'rootCause.whatHappened', 'The disk was full.');
  assert.ok(
    /glad \|\n\n## Root Cause Analysis\n\n### What Happened\n\nThe disk was full\.\n\n## Response/.test(withCause),
    withCause,
  );
});

test('one value in two places is changed in both', () => {
  const source =
    '# Post-Mortem: X\n\n## Executive Summary\n\n**Impact Snapshot:**\n\n- Severity: HIGH\n\n## Incident Details\n\n### Severity Classification\n\n**Final Severity**: HIGH\n';
  const patched = patchDocument(source, enterprise, 'incident.severity', 'low');
  assert.equal(patched, source.replaceAll('HIGH', 'LOW'));
});

test('a claim is set by its figure', () => {
  const patched = patchDocument(enterprise.blank ?? '', enterprise, 'claims.costTotal', '$40');
  const { record } = readWithTemplate(parseMarkdown(patched), enterprise);
  assert.deepEqual(
    record.claims?.map(({ figure, text }) => [figure, text]),
    [['costTotal', '$40']],
  );
});

test('an entry without what chooses its table is refused with the words that choose it', () => {
  const refusal = (template: Template, path: string, value: { [key: string]: unknown } | string): string => {
    try {
      patchDocument(template.blank ?? '', template, path, value);
    } catch (error) {
      if (error instanceof PatchError) return `${error.reason} ${error.remedy}`;
    }
    return 'not refused';
  };
  const text = 'Add an alert';
  assert.equal(
    refusal(invariants, 'actions[-]', { text }),
    'the template chooses the table or list by `horizon`. ' +
      'Add `"horizon": "Immediate"` or `"horizon": "Short-term"` or `"horizon": "Long-term"`.',
  );
  assert.match(refusal(invariants, 'actions[-]', { text, horizon: 'soon' }), /none for `"horizon": "soon"`.*Immediate/);
  assert.match(refusal(enterprise, 'actions[-]', { text }), /`priority` and `horizon`.*"critical".*"Long-term"/);
  assert.match(refusal(enterprise, 'prevention[-]', { text, area: 'process' }), /Add `"state": "impl[^]*"planned"`\.$/);
  assert.match(refusal(enterprise, 'costs[-]', {}), /category, amount, notes/);
  assert.match(refusal(enterprise, 'actions[-]', { txt: text }), /no field `txt`.*text, kind, owner/);
  assert.match(refusal(enterprise, 'costs[-]', { amount: 5 }), /`amount` is no text: 5/);
  assert.match(refusal(enterprise, 'actions[-]', text), /actions\[-\]=\{/);
});

test('an entry that is there is not taken for a new one', () => {
  assert.throws(() => patchDocument(document, invariants, 'steps[0]', { text: 'Slept' }), /field by field/);
});

test('what cannot be changed alone is refused with a reason, and nothing is changed', () => {
  const refusals: [string, unknown][] = [
    ['incident.nothing', 'x'],
    ['actions[9].text', 'x'],
    ['timeline[7]', undefined],
    ['__proto__', 'x'],
    ['timeline[-]', {}],
    ['summary.text', '# A title in prose'],
  ];
  for (const [path, value] of refusals)
    assert.throws(
      () => patchDocument(document, invariants, path, value as string),
      (error) => error instanceof PatchError && error.reason.length > 10,
      path,
    );
});
