import assert from 'node:assert/strict';
import { test } from 'node:test';
import { read } from './read.ts';

const alertOf = (alert: object) =>
  read({
    name: 'g.json',
    text: JSON.stringify({
      version: '1',
      orgId: 1,
      groupKey: '{}',
      alerts: [
        {
          status: 'firing',
          labels: { alertname: 'Queue is long', service: 'orders' },
          startsAt: '2026-03-04T14:23:41Z',
          fingerprint: 'f1',
          values: { A: 7 },
          ...alert,
        },
      ],
    }),
  }).events.map(({ text, notes }) => [text, notes]);
const ended = (reason: string) =>
  alertOf({ status: 'resolved', endsAt: '2026-03-04T14:40:00Z', annotations: { grafana_state_reason: reason } });

test('an alert that ended without its condition clearing is not told as resolved', () => {
  const told = ['MissingSeries', 'Updated', 'Paused', 'RuleDeleted', 'NoData', ''].map(
    (reason) => ended(reason)[1]?.[0],
  );
  assert.deepEqual(told, [
    'Alert Queue is long (orders) ended, as its series is gone',
    'Alert Queue is long (orders) ended, as its rule was changed',
    'Alert Queue is long (orders) ended, as its rule was paused',
    'Alert Queue is long (orders) ended, as its rule was deleted',
    'Alert Queue is long (orders) resolved',
    'Alert Queue is long (orders) resolved',
  ]);
});

test('why it fires when its condition alone does not say, and the error of a rule, stand in the notes', () => {
  assert.deepEqual(alertOf({ annotations: { grafana_state_reason: 'NoData' } }), [
    ['Alert Queue is long (orders) fired', 'Values: A = 7\n\nReason: NoData'],
  ]);
  const failed = {
    labels: { alertname: 'DatasourceError', rulename: 'Queue is long' },
    annotations: { Error: 'timeout' },
  };
  assert.deepEqual(alertOf({ ...failed, values: null }), [
    ['Alert DatasourceError (Queue is long) fired', 'Error: timeout'],
  ]);
});

test('the values of a resolved alert are those of its end', () => {
  const both = alertOf({ status: 'resolved', endsAt: '2026-03-04T14:40:00Z', values: { A: 1 } });
  assert.deepEqual(both, [
    ['Alert Queue is long (orders) fired', undefined],
    ['Alert Queue is long (orders) resolved', 'Values: A = 1'],
  ]);
});
