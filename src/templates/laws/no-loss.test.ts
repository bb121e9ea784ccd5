import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseMarkdown } from '../../markdown/blocks.ts';
import { builtinTemplates, readWithTemplate, writeWithTemplate } from '../index.ts';
import { comparable } from './comparable.ts';
import { filledRecord } from './filled-record.ts';

const templates = builtinTemplates();

/** Blocks and sections that no template knows, in the middle and at the end of a document. */
const strange = `
## Weather in the Data Centre

It rained.

| Rack | Drops |
|------|-------|
| a1 | 12 |

### Umbrellas

- one
- two
  - with a hole

\`\`\`sh
# not a heading
echo rain
\`\`\`

> quoted wisdom

Last words.
`;

for (const from of templates)
  for (const to of templates)
    test(`what ${from.name} reads is all in what ${to.name} writes`, () => {
      const source = writeWithTemplate(filledRecord(from), from);
      const at = source.indexOf('\n## ', source.length >> 1);
      const document = `${source.slice(0, at)}\n${strange}${source.slice(at)}\n<!-- a note -->\n\nA stray paragraph.\n`;
      const { record } = readWithTemplate(parseMarkdown(document), from);
      const written = writeWithTemplate(record, to);
      const again = readWithTemplate(parseMarkdown(written), to).record;
      assert.deepEqual(comparable(again), comparable(record));
      for (const words of [
        'It rained.',
        '| a1 | 12 |',
        'with a hole',
        'echo rain',
        'quoted wisdom',
        'Last words.',
        'A stray paragraph.',
        'a note',
      ])
        assert.ok(written.includes(words), words);
    });

test('a column and a row that a template does not know are kept as a section of their own', () => {
  const invariants = templates.find(({ name }) => name === 'invariants');
  assert.ok(invariants);
  const source =
    '# Incident Postmortem: X\n\n## Timeline (UTC)\n\n| Time | Event | Mood |\n|---|---|---|\n| 10:00 | broke | sad |\n';
  const { record } = readWithTemplate(parseMarkdown(source), invariants);
  assert.equal(record.timeline?.[0]?.text, 'broke');
  assert.match(record.custom?.[0]?.text ?? '', /Mood[^]*10:00[^]*sad/);
});

test('a second, different value of one field is kept beside the first', () => {
  const enterprise = templates.find(({ name }) => name === 'enterprise');
  assert.ok(enterprise);
  const source =
    '# Post-Mortem: X\n\n## Executive Summary\n\nText.\n\n**Impact Snapshot:**\n\n- Severity: HIGH\n\n## Incident Details\n\n### Severity Classification\n\n**Final Severity**: LOW\n';
  const { record, places } = readWithTemplate(parseMarkdown(source), enterprise);
  assert.equal(record.incident?.severity, 'high');
  assert.equal(places.get('incident.severity')?.length, 2);
  assert.equal(record.custom?.[0]?.text, 'LOW');
});
