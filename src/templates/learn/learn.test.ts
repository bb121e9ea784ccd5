import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseMarkdown } from '../../markdown/blocks.ts';
import { compileTemplate } from '../compile/compile.ts';
import { readWithTemplate } from '../read/read.ts';
import { writeWithTemplate } from '../write/write.ts';
import { inventedForms } from './forms.fixture.ts';
import { learnTemplate } from './learn.ts';

const learn = (source: string) => learnTemplate(parseMarkdown(source), { name: 'learned' });

for (const { name, source, expected } of inventedForms) {
  test(`the form "${name}" is bound as its reader would bind it`, () => {
    const { proposals } = learn(source);
    for (const [text, path] of expected) {
      const found = proposals.filter((proposal) => proposal.text.includes(text)).map((proposal) => proposal.path);
      assert.ok(found.includes(path), `${text}: wanted ${path}, got ${found.join(', ')}`);
    }
  });

  test(`the form "${name}" compiles, and reads as no values`, () => {
    const { template, form } = learn(source);
    const { record } = readWithTemplate(parseMarkdown(form), compileTemplate(template, form));
    assert.deepEqual(record, {});
  });

  test(`a record written with the learned template of "${name}" reads back`, () => {
    const { template, form } = learn(source);
    const compiled = compileTemplate(template, form);
    const record = {
      incident: { title: 'Search is down', severity: 'high', date: '2025-12-19' },
      summary: { text: 'Search was down.' },
      actions: [{ text: 'Add an alert', owner: 'Ada', due: '2026-01-05' }],
      lessons: [{ text: 'Restarts are slow' }],
    };
    const written = writeWithTemplate(record, compiled);
    const read = readWithTemplate(parseMarkdown(written), compiled).record;
    if (compiled.paths.has('incident.title')) assert.equal(read.incident?.title, 'Search is down', written);
    if (compiled.paths.has('summary.text')) assert.equal(read.summary?.text, 'Search was down.', written);
    if (compiled.paths.has('actions.owner') && !template.includes('actions.priority='))
      assert.equal(read.actions?.[0]?.owner, 'Ada', written);
  });
}

test('braces of a form are text, never a placeholder of the template', () => {
  const source =
    '# Postmortem\n\nRun `{{incident.id}}` first, then {{ anything }} of {{{three}}}.\n\n## Summary\n\n[text]\n\n## Impact\n\n[text]\n\n## Timeline\n\n- HH:MM event\n';
  const { template, form } = learn(source);
  assert.ok(!compileTemplate(template, form).paths.has('incident.id'));
});

test('a page about the process gives no template, and says why', () => {
  const prose = 'We hold reviews so that we learn from them, and everybody may attend them. '.repeat(12);
  const { template, proposals, reason } = learn(
    `# Reviews\n\n${prose}\n\n## Impact\n\n${prose}\n\n## Timeline\n\n${prose}\n`,
  );
  assert.equal(template, '');
  assert.deepEqual(proposals, []);
  assert.match(reason, /text about the process|names a part of/);
});

test('hostile forms are learned or refused, and never hang', () => {
  const monsters = [
    '',
    '\u0000\u0000# [x]\n\n## Summary\u0000\n',
    '# T\n\n## Summary\n\n' + '['.repeat(50_000),
    '# T\n\n## Summary\n\n' + '{{'.repeat(50_000),
    '# T\n\n## Timeline\n\n' + '- HH:MM [x]\n'.repeat(5000),
    '## Impact\n\n|' + ' a |'.repeat(3000) + '\n|' + '---|'.repeat(3000) + '\n|' + ' |'.repeat(3000) + '\n',
    '# __proto__\n\n## Action items\n\n### constructor\n\n- [ ] [x]\n\n## Timeline\n\n## Impact\n',
    '# A\r\n\r\n## Summary\r\n\r\n[x]\r\n\r\n## Impact\r\n\r\n[y]\r\n',
    '# T\n\n' + '**a'.repeat(30_000) + ':\n\n## Timeline\n\n## Impact\n\n## Summary\n',
    `# ${'post mortem '.repeat(33)}x\n\n## Summary\n\n## Impact\n\n## Timeline\n`,
    `# ${'incident postmortem '.repeat(20)}x\n\n## Summary\n\n## Impact\n\n## Timeline\n`,
    `# T\n\n## Summary\n\n${'a/b '.repeat(500_000)}\n\n## Impact\n\n## Timeline\n`,
  ];
  for (const source of monsters) {
    const start = performance.now();
    const { template, form } = learn(source);
    if (template !== '') compileTemplate(template, form);
    assert.ok(performance.now() - start < 3000, `${source.slice(0, 40)} took too long`);
  }
});
