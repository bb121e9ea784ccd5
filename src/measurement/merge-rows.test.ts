import assert from 'node:assert/strict';
import { test } from 'node:test';
import { rowEdits } from './merge-rows.ts';
import type { Row } from './rows.ts';

const row = (status: string, detail: string): Row => ({
  key: 'invariants',
  match: { name: 'I-01' },
  detail,
  values: { status, notes: `Few requests fail. ${detail}.` },
});
const kept = (value: object) => [{ key: 'invariants', id: 'a', value: { name: 'I-01', ...value }, edited: true }];
const first = row('FAIL', 'First violated at 10:00');
const later = row('FAIL', 'First violated at 09:59');
const [added] = rowEdits([first], [], 'sha256:1');

test('what was measured is brought up to date within the notes, and what a person wrote around it stays', () => {
  assert.deepEqual(rowEdits([first], kept(added?.set ?? {}), 'sha256:1'), []);
  const notes = 'Few requests fail. First violated at 10:00. We saw it on the wall.';
  const [edit] = rowEdits([later], kept({ ...added?.set, notes }), 'sha256:2');
  assert.deepEqual(edit?.set, {
    notes: 'Few requests fail. First violated at 09:59. We saw it on the wall.',
    measured: 'FAIL: First violated at 09:59',
    evidence: 'sha256:2',
  });
});

test('a verdict that a person gave stays, with the measured one beside it', () => {
  const [edit] = rowEdits([first], kept({ status: 'PASS', notes: 'Looked fine.' }), 'sha256:1');
  assert.deepEqual(edit?.set, { measured: 'FAIL: First violated at 10:00', evidence: 'sha256:1' });
  const changed = { ...added?.set, status: 'PASS' };
  assert.deepEqual(rowEdits([first], kept(changed), 'sha256:1'), []);
});
