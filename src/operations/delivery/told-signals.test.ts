import assert from 'node:assert/strict';
import { test } from 'node:test';
import { noFacts } from '../../sources/facts.ts';
import type { SourceReading } from '../../sources/index.ts';
import { toldSignals } from './told-signals.ts';

const sha256 = 'a'.repeat(64);
const reading = (over: Partial<SourceReading>): SourceReading => ({
  source: 'test',
  file: 'body',
  events: [],
  conditions: [],
  facts: noFacts(),
  ignored: [],
  masked: 0,
  ...over,
});
const event = (key: string, evidence: string, more: object = {}) => ({
  key,
  epochMs: 1000,
  text: key,
  evidence,
  ...more,
});

test('a signal is of the service that is said of it or above it, never of that of its neighbour', () => {
  const told = toldSignals(
    reading({
      events: [
        event('one', 'body#/alerts/0/endsAt'),
        event('two', 'body#/alerts/1'),
        event('three', 'body#/alerts/10'),
        event('line', 'body#2/alerts/0'),
      ],
      facts: {
        ...noFacts(),
        services: [
          { value: 'checkout', evidence: 'body#/alerts/0/labels/service' },
          { value: 'whole', evidence: 'body#/commonLabels/service' },
          { value: 'ten', evidence: 'body#/alerts/10/labels' },
        ],
      },
    }),
    null,
    sha256,
  );
  assert.deepEqual(
    told.map(({ key, service, pointer }) => [key, service, pointer]),
    [
      ['one', 'checkout', '/alerts/0/endsAt'],
      ['two', 'whole', '/alerts/1'],
      ['three', 'ten', '/alerts/10'],
      ['line', null, '2/alerts/0'],
    ],
  );
});

test('the service of a hook is that of all its signals', () => {
  const services = [{ value: 'checkout', evidence: 'body#/service' }];
  const told = toldSignals(
    reading({ events: [event('one', 'body#')], facts: { ...noFacts(), services } }),
    'own',
    sha256,
  );
  assert.equal(told[0]?.service, 'own');
});

test('what opens and what closes a condition know it, by its words or by their keys', () => {
  const told = toldSignals(
    reading({
      events: [
        event('test:fired:x', 'body#'),
        event('test:resolved:x', 'body#'),
        event('named', 'body#'),
        event('other', 'body#'),
      ],
      conditions: [
        { key: 'test:x', name: 'X', state: 'closed', closedBy: 'test:resolved:x' },
        { key: 'y', name: 'Y', state: 'open', openedBy: 'named' },
      ],
    }),
    null,
    sha256,
  );
  assert.deepEqual(
    told.map(({ condition_key: key, condition_state: state }) => [key, state]),
    [
      ['test:x', 'open'],
      ['test:x', 'closed'],
      ['y', 'open'],
      [null, null],
    ],
  );
});

test('of one key told twice that which counted more ranks higher, and what no database keeps is left out', () => {
  const told = toldSignals(
    reading({
      events: [
        event('k\0ey', 'body#/1', { count: 9, text: 'often \ud800' }),
        event('k\0ey', 'body#/2', { count: 10, text: 'more often \0' }),
        event('never', 'body#/3', { epochMs: Number.NaN }),
      ],
    }),
    null,
    sha256,
  );
  assert.deepEqual(
    told.map(({ key, text, pointer }) => [key, text, pointer]),
    [['key', 'more often ', '/2']],
  );
});
