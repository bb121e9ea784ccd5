import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseMarkdown } from '../../markdown/blocks.ts';
import { compileTemplate, readWithTemplate } from '../index.ts';

const template = compileTemplate(
  '---\nname: t\n---\n\n# {{incident.title}}\n\n## Timeline\n\n- {{timeline.time}} - {{timeline.text}}\n',
);

const eventOf = (line: string) => {
  const { written, text } =
    readWithTemplate(parseMarkdown(`# A\n\n## Timeline\n\n${line}\n`), template).record.timeline?.[0] ?? {};
  return [written, text];
};

test('a time is parted from its text without the separator of the template', () => {
  for (const line of [
    '- 14:51 it broke',
    '- 14:51 - it broke',
    '- 14:51: it broke',
    '- 14:51 — it broke',
    '* 14:51 | it broke',
  ])
    assert.deepEqual(eventOf(line), ['14:51', 'it broke'], line);
  assert.deepEqual(eventOf('- 2026-01-05 14:51 UTC it broke'), ['2026-01-05 14:51 UTC', 'it broke']);
});

test('a time alone stays whole, with what qualifies it', () => {
  assert.deepEqual(eventOf('- 14:51'), ['14:51', undefined]);
  assert.deepEqual(eventOf('- about noon'), ['about noon', undefined]);
});
