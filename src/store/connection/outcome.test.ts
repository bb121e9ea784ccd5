import assert from 'node:assert/strict';
import { test } from 'node:test';
import pg from 'pg';
import { StoreError } from '../store-error.ts';
import { isLost, outcomeOf } from './outcome.ts';

const databaseError = (code: string) => Object.assign(new pg.DatabaseError('no', 2, 'error'), { code });
const socketError = Object.assign(new Error('read ECONNRESET'), { code: 'ECONNRESET', syscall: 'read' });
const ended = new Error('Connection terminated unexpectedly');

const cases: [string, unknown, string, boolean][] = [
  ['the server is starting', databaseError('57P03'), 'undone', true],
  ['the server became a standby', databaseError('25006'), 'undone', true],
  ['two writers waited for each other', databaseError('40P01'), 'undone', false],
  ['there are too many connections', databaseError('53300'), 'undone', false],
  ['the server was shut down', databaseError('57P01'), 'unknown', true],
  ['the connection was reset', socketError, 'unknown', true],
  ['the connection ended', ended, 'unknown', true],
  ['no answer came in time', new Error('Query read timeout'), 'unknown', true],
  ['no standby confirmed it', new StoreError('store.not-durable', ''), 'unknown', true],
  ['the row is there already', databaseError('23505'), 'final', false],
  ['the disk is full', databaseError('53100'), 'final', false],
  ['a value cannot be sent', new TypeError('Converting circular structure to JSON'), 'final', false],
];

for (const [what, error, outcome, lost] of cases)
  test(`when ${what}, the outcome is ${outcome}, and the server is ${lost ? 'doubted' : 'kept'}`, () => {
    assert.equal(outcomeOf(error, true), outcome);
    assert.equal(isLost(error), lost);
  });

test('what was not sent was not done', () => {
  for (const error of [socketError, ended, databaseError('57P01')]) assert.equal(outcomeOf(error, false), 'undone');
});
