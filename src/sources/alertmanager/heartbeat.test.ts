import assert from 'node:assert/strict';
import { test } from 'node:test';
import { read } from './read.ts';

const readAlerts = (...alerts: object[]) =>
  read({ name: 'am.json', text: JSON.stringify({ version: '4', groupKey: '{}', alerts }) });
const alert = (alertname: string, status: string) => ({
  status,
  labels: { alertname, severity: 'none' },
  startsAt: '2026-01-01T00:00:00Z',
  endsAt: status === 'resolved' ? '2026-03-04T14:00:00Z' : '0001-01-01T00:00:00Z',
  fingerprint: alertname,
});

test('an alert that fires by design is no detection, opens nothing and is named', () => {
  const names = ['Watchdog', 'DeadMansSwitch', 'dead-mans-snitch', 'InfoInhibitor'];
  const { events, conditions, facts, ignored } = readAlerts(...names.map((name) => alert(name, 'firing')));
  assert.deepEqual([events, conditions, facts.severities, facts.titles], [[], [], [], []]);
  assert.deepEqual(
    ignored.map(({ what }) => what),
    names.map((name) => `Alert ${name}`),
  );
});

test('that it stopped is told, still without a detection; an alert with such a word in its name is a plain one', () => {
  const { events } = readAlerts(alert('Watchdog', 'resolved'), alert('WatchdogProcessDown', 'firing'));
  assert.deepEqual(
    events.map(({ text, milestone }) => [text, milestone]),
    [
      ['Alert Watchdog fired', undefined],
      ['Alert Watchdog resolved', undefined],
      ['Alert WatchdogProcessDown fired', 'detected'],
    ],
  );
});
