import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseMarkdown } from '../../markdown/blocks.ts';
import { sections } from '../../markdown/sections.ts';
import { keepCompilable } from './compilable.ts';
import type { LearnState } from './state.ts';

const form = '# Post-mortem\n\n## Summary\n\n[what]\n\n## Timeline\n\n[when]\n';
const edit = (hint: string, text: string) => ({ from: form.indexOf(hint), to: form.indexOf(hint) + hint.length, text });

function learned(...edits: LearnState['edits']): LearnState {
  const { view } = parseMarkdown(form);
  const proposals = [5, 9].map((line) => ({
    line,
    text: '',
    path: 'summary.text',
    kind: 'prose' as const,
    confidence: 1,
    reason: '',
  }));
  return { text: form, view, edits, proposals, bound: new Set(), hasLengths: false, hasResolved: false };
}

const build = (state: LearnState) => () => {
  const body = state.edits
    .toSorted((a, b) => b.from - a.from)
    .reduce((text, { from, to, text: place }) => text.slice(0, from) + place + text.slice(to), form);
  return `---\nname: x\ntitle: x\nsentence: x\n---\n${body}`;
};

test('only the section that cannot be compiled loses its bindings, and its places say so', () => {
  const state = learned(edit('[what]', '{{summary.text}}'), edit('[when]', '{{no.such.path}}'));
  const template = keepCompilable(state, sections(parseMarkdown(form)), form, build(state));
  assert.match(template, /\{\{summary\.text\}\}/);
  assert.ok(!template.includes('no.such.path'));
  assert.deepEqual(
    state.proposals.map(({ path }) => path),
    ['summary.text', null],
  );
});

test('when no single section is to blame, the form is left as it is', () => {
  const state = learned(edit('[what]', '{{no.such}}'), edit('[when]', '{{no.such}}'));
  assert.ok(!keepCompilable(state, sections(parseMarkdown(form)), form, build(state)).includes('{{'));
});
