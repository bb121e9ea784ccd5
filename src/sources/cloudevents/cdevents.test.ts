import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readEvidence } from '../index.ts';

const context = (what: string) => ({
  version: '0.4.1',
  id: 'a',
  source: '/s',
  type: `dev.cdevents.${what}.0.2.0`,
  timestamp: '2026-03-04T14:21:00Z',
});
const read = (value: object) => readEvidence({ name: 'a.json', text: JSON.stringify(value) });

test('an event of CDEvents is read without a CloudEvent around it, and is the same with one', () => {
  const data = { context: context('incident.detected'), subject: { id: 'i', content: { description: 'slow' } } };
  const [bare] = read(data).events;
  assert.deepEqual([bare?.text, bare?.milestone], ['Incident detected: slow', 'detected']);
  const { id, source, type, timestamp } = data.context;
  const [wrapped] = read({ specversion: '1.0', id, source, type, time: timestamp, data }).events;
  assert.deepEqual(bare, wrapped);
});

test('how a run ended and what a ticket is about stand in the text', () => {
  const run = { id: 'run1', content: { outcome: 'failure', errors: 'no space' } };
  assert.equal(
    read({ context: context('pipelinerun.finished'), subject: run }).events[0]?.text,
    'Pipelinerun finished: run1: failure, no space',
  );
  const ticket = { id: 't1', content: { summary: 'Checkout is slow' } };
  assert.equal(
    read({ context: context('ticket.created'), subject: ticket }).events[0]?.text,
    'Ticket created: Checkout is slow',
  );
});
