import assert from 'node:assert/strict';
import { test } from 'node:test';
import { SourceError } from '../source-error.ts';
import { alertmanager } from './index.ts';
import { read } from './read.ts';

test('alerts of the API are refused with what to give, and leave the file to a source that a team described', () => {
  const alert = {
    labels: { alertname: 'QueueIsLong' },
    startsAt: '2026-03-04T14:23:41Z',
    endsAt: '2026-03-04T14:28:41Z',
    fingerprint: 'f1',
    status: { state: 'active', silencedBy: [], inhibitedBy: [] },
  };
  const file = { name: 'alerts.json', text: JSON.stringify([alert]) };
  assert.equal(alertmanager.detect(file), 0.5);
  assert.throws(
    () => read(file),
    (error) =>
      error instanceof SourceError && error.code === 'alertmanager.no-webhook' && /webhook/.test(error.message),
  );
  assert.equal(alertmanager.detect({ ...file, text: JSON.stringify([{ ...alert, status: 'firing' }]) }), 0);
});
