import assert from 'node:assert/strict';
import { test } from 'node:test';
import { read } from './read.ts';

const said = (value: unknown) =>
  read({ name: 'og.json', text: JSON.stringify(value) }).events.map(({ text, notes }) => [text, notes]);
const alert = {
  alertId: 'a1',
  tinyId: '7',
  message: 'Queue is long',
  createdAt: 1772634221000,
  updatedAt: 1772634300000,
};
const about = {
  description: 'More than 10,000 orders wait.',
  details: { dashboard: 'https://example.com/d/1', region: 'eu', empty: '', more: { deep: 1 } },
  tags: ['shop', '', 5, 'prod'],
};
const notes = 'More than 10,000 orders wait.\n\ndashboard: https://example.com/d/1\nregion: eu\n\nTags: shop, prod';

test('a new alert brings its description, its details and its tags, by webhook and by the REST API', () => {
  const [[, byWebhook] = []] = said({ action: 'Create', alert: { ...alert, ...about } });
  const [[, byApi] = []] = said({
    data: { id: 'a1', tinyId: '7', message: 'Queue is long', createdAt: '2026-03-04T14:23:41Z', ...about },
  });
  assert.deepEqual([byWebhook, byApi], [notes, notes]);
});

test('they are not said again with each action; without any there are no notes', () => {
  assert.deepEqual(said({ action: 'Acknowledge', alert: { ...alert, ...about } }), [
    ['Opsgenie alert #7 acknowledged', undefined],
  ]);
  assert.deepEqual(said({ action: 'Create', alert: { ...alert, details: null, tags: 'shop', description: ' ' } }), [
    ['Opsgenie alert #7 created: Queue is long', undefined],
  ]);
});

test('a changed message and a changed description are told as they are now', () => {
  assert.deepEqual(said({ action: 'UpdateMessage', alert: { ...alert, message: 'Queue is full' } }), [
    ['Opsgenie alert #7: message changed: Queue is full', undefined],
  ]);
  assert.deepEqual(said({ action: 'UpdateDescription', alert: { ...alert, ...about } }), [
    ['Opsgenie alert #7: description changed', 'More than 10,000 orders wait.'],
  ]);
});
