import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Finding } from '../record/finding.ts';
import { silenceFindings } from './silence.ts';

const finding = (code: string): Finding => ({ code, severity: 'note', message: '', cites: [], remedy: '' });
const findings = [finding('zone.unstated'), finding('contradiction.duration')];
const codes = (silenced: { findings: Finding[] }) => silenced.findings.map((one) => one.code);

test('a rule without a file silences its code everywhere', () => {
  const result = silenceFindings(findings, [{ code: 'zone.unstated', reason: 'we write UTC' }]);
  assert.deepEqual(codes(result), ['contradiction.duration']);
  assert.equal(result.silenced, 1);
});

test('a rule with a glob silences only in the files it matches', () => {
  const rules = [{ code: 'contradiction.duration', file: 'old/**', reason: 'known' }];
  assert.equal(silenceFindings(findings, rules, 'old/2019/a.md').silenced, 1);
  assert.equal(silenceFindings(findings, rules, 'new/a.md').silenced, 0);
  assert.equal(silenceFindings(findings, rules).silenced, 0);
});
