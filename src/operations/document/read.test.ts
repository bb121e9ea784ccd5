import assert from 'node:assert/strict';
import { test } from 'node:test';
import { defaultConfig } from '../config.ts';
import { readDocument } from './read.ts';

const source = `# Queue stopped

Date: 2021-07-01

## Timeline

- 09:00 Impact started: jobs wait
- 09:10 Detected by the queue alert
- 10:00 Resolved
`;

test('a document without a template is read into events, figures and findings', () => {
  const { template, figures, record, findings } = readDocument(source);
  assert.equal(template.name, null);
  assert.equal(figures.timeToDetect?.seconds, 600);
  assert.equal(record.timeline?.length, 3);
  assert.ok(findings.some(({ code }) => code === 'zone.unstated'));
});

test("a team's zone stands in for the one a document does not state, and the record keeps what was said", () => {
  const config = { ...defaultConfig, zone: 'Europe/Paris' };
  const { findings, record } = readDocument(source, { config });
  assert.ok(!findings.some(({ code }) => code === 'zone.unstated'));
  assert.equal(record.timeline?.[0]?.zone, undefined);
});

test('what is no post-mortem at all gives an empty record, not an error', () => {
  for (const text of ['', '\0', '\uFEFF', '---\n', '| |\n|-|\n', '{"a": 1}'])
    assert.equal(readDocument(text).record.timeline?.length ?? 0, 0);
});
