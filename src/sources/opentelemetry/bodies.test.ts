import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readEvidence } from '../index.ts';

const attribute = (key: string, stringValue: string) => ({ key, value: { stringValue } });
const read = (record: object, attributes: object[] = []) =>
  readEvidence({
    name: 'a.json',
    text: JSON.stringify({ resourceLogs: [{ resource: { attributes }, scopeLogs: [{ logRecords: [record] }] }] }),
  }).events[0] ?? assert.fail('no event');
const at = '1772634017071000000';

test('of a structured body the words are the text, and all of it stands in the notes', () => {
  const values = [attribute('msg', 'boom'), attribute('shop', 'one')];
  const { text, notes } = read({ timeUnixNano: at, severityNumber: 17, body: { kvlistValue: { values } } });
  assert.deepEqual([text, notes], ['ERROR: boom', 'Body: {"msg":"boom","shop":"one"}']);
});

test('a body that is a bare text is read', () => {
  assert.equal(read({ timeUnixNano: at, severityNumber: 17, body: 'boom' }).text, 'ERROR: boom');
});

test('a count too small for nanoseconds is of a coarser unit', () => {
  for (const timeUnixNano of [1772634017071, '1772634017071000', at])
    assert.equal(read({ timeUnixNano, body: 'x' }).epochMs, 1772634017071);
});

test('where it broke stands in the notes, what software sent it does not', () => {
  const { notes } = read({ timeUnixNano: at, body: 'x' }, [
    attribute('k8s.pod.name', 'checkout-1'),
    attribute('deployment.environment.name', 'prod'),
    attribute('telemetry.sdk.name', 'opentelemetry'),
  ]);
  assert.equal(notes, 'k8s.pod.name: checkout-1\ndeployment.environment.name: prod');
});
