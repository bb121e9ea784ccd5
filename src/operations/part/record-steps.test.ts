import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testServer } from '../../../test/server/server.ts';

const server = await testServer();
const agent = await server.token('editor');
const viewer = await server.token('viewer');

type Shown = { record: { steps?: { text: string }[] }; figures: Record<string, { value?: number }> };

async function newIncident(): Promise<string> {
  const created = await agent.call('POST', '/incidents', { title: 'Checkout down', template: 'agent-ops' });
  return `/incidents/${created.json['id']}`;
}
const textsOf = async (incident: string): Promise<string[]> => {
  const { record } = (await agent.call('GET', incident)).json as unknown as Shown;
  return (record.steps ?? []).map(({ text }) => text);
};
const step = (key: string, second: number) => ({
  key,
  step: {
    text: key,
    tool: 'scale (MCP, ops 1.2)',
    by: 'agent desk 3.1',
    at: { at: `2026-10-14T15:00:0${second}.000Z`, precision: 'instant', zone: 'UTC' },
  },
});

test('steps that are sent again, in whatever batches and at once, are there once', async () => {
  const incident = await newIncident();
  const record = (...keys: string[]) =>
    agent.call('POST', `${incident}/steps/record`, { steps: keys.map((key, index) => step(key, index)) });
  assert.deepEqual((await record('a', 'b')).json, { added: 2, known: 0 });
  assert.deepEqual((await record('a', 'b', 'c')).json, { added: 1, known: 2 });
  const answers = await Promise.all(Array.from({ length: 5 }, () => record('c', 'd', 'd', 'e')));
  assert.deepEqual(new Set(answers.map(({ status }) => status)), new Set([200]));
  assert.equal(
    answers.reduce((sum, { json }) => sum + Number(json['added']), 0),
    2,
  );
  assert.deepEqual((await textsOf(incident)).toSorted(), ['a', 'b', 'c', 'd', 'e']);
});

test('steps stand in the order of their times, those that came late too', async () => {
  const incident = await newIncident();
  await agent.call('POST', `${incident}/steps/record`, { steps: [step('second', 2), step('fourth', 4)] });
  await agent.call('POST', `${incident}/steps/record`, { steps: [step('first', 1), step('third', 3)] });
  assert.deepEqual(await textsOf(incident), ['first', 'second', 'third', 'fourth']);
});

test('steps of one millisecond stand in the order of their keys, in whatever batches they come', async () => {
  const incident = await newIncident();
  const record = (...keys: string[]) =>
    agent.call('POST', `${incident}/steps/record`, { steps: keys.map((key) => step(key, 1)) });
  await record('s-3', 's-4');
  await record('s-1', 's-2');
  assert.deepEqual(await textsOf(incident), ['s-1', 's-2', 's-3', 's-4']);
});

test('a step that somebody removed stays removed when the same request comes again', async () => {
  const incident = await newIncident();
  const request = { steps: [step('wrong', 1)] };
  const key = { 'idempotency-key': 'session-1-1' };
  await agent.call('POST', `${incident}/steps/record`, request, key);
  assert.equal((await agent.call('DELETE', `${incident}/steps/rec-wrong?seen=1`)).status, 200);
  const again = await agent.call('POST', `${incident}/steps/record`, request, key);
  assert.deepEqual(again.json, { added: 1, known: 0 });
  assert.deepEqual(await textsOf(incident), []);
});

test('figures and the document say what was automated, and the ledger who recorded it', async () => {
  const incident = await newIncident();
  const asked = step('asked', 2);
  const override = 'a person confirmed: Really?';
  const steps = [step('plain', 1), { key: 'asked', step: { ...asked.step, override } }];
  await agent.call('POST', `${incident}/steps/record`, { steps });
  const { figures } = (await agent.call('GET', incident)).json as unknown as Shown;
  const names = ['automatedSteps', 'automationShare', 'aiSuggestions', 'humanOverrides'];
  assert.deepEqual(
    names.map((name) => figures[name]?.value),
    [2, 100, 2, 1],
  );
  const document = await agent.call('GET', `${incident}/document?format=md`);
  assert.match(document.text, /\*\*Automated Steps\*\*: `2`[\s\S]*\*\*AI Suggestions Used\*\*: `2`/);
  assert.match(document.text, /\*\*Human Override Required\*\*: `Yes - in 1 step`/);
  const { rows } = await server.around.database.query<{ actor: string }>({
    text: `select actor from entry where operation = 'steps.record' and incident_id = $1`,
    values: [incident.split('/').at(-1)],
  });
  assert.match(rows[0]?.actor ?? '', /^token:/);
});

test('who may not edit records nothing, and a key that is no name is refused', async () => {
  const incident = await newIncident();
  const refused = await viewer.call('POST', `${incident}/steps/record`, { steps: [step('a', 1)] });
  assert.equal(refused.status, 403);
  const odd = await agent.call('POST', `${incident}/steps/record`, { steps: [step('a/b', 1)] });
  assert.equal(odd.status, 400);
  assert.deepEqual(await textsOf(incident), []);
});
