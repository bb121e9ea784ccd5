import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Call } from './call.ts';
import { endWaiting, followCalls, nothingKnown } from './follow-calls.ts';

function following() {
  const [done, known]: [Call[], ReturnType<typeof nothingKnown>] = [[], nothingKnown()];
  const calls = followCalls((call) => done.push(call), known);
  return { done, known, ...calls };
}
const call = (id: unknown, params: object = {}) => ({
  id,
  method: 'tools/call',
  params: { name: 'scale', arguments: { replicas: 6 }, ...params },
});
const ok = { content: [{ type: 'text', text: 'scaled' }] };

test('a call is one step with its duration, the agent and the server that named themselves, and the title of the tool', () => {
  const { done, fromClient, fromServer } = following();
  fromClient({ id: 0, method: 'initialize', params: { clientInfo: { name: 'desk', version: '3' } } }, 0);
  fromServer({ id: 0, result: { serverInfo: { name: 'ops', version: '1.2' } } }, 1);
  fromClient({ id: 1, method: 'tools/list' }, 2);
  fromServer({ id: 1, result: { tools: [{ name: 'scale', title: 'Scale a deployment' }] } }, 3);
  fromClient(call(2), 10);
  fromServer({ method: 'notifications/progress', params: { progressToken: 2, progress: 1 } }, 20);
  fromServer({ id: 2, result: ok }, 850);
  assert.deepEqual(done, [
    {
      name: 'scale',
      title: 'Scale a deployment',
      arguments: { replicas: 6 },
      startedAtMs: 10,
      durationMs: 840,
      outcome: 'ok',
      result: ok,
      decisions: [],
      agent: { name: 'desk', version: '3' },
      server: { name: 'ops', version: '1.2' },
    },
  ]);
});

test('errors of the tool and of the protocol, cancelled calls and calls without an answer are told apart', () => {
  const { done, fromClient, fromServer, end } = following();
  for (const id of [1, 2, 3, 4]) fromClient(call(id), id);
  fromServer({ id: 1, result: { ...ok, isError: true } }, 5);
  fromServer({ id: 2, error: { code: -32602, message: 'no such tool' } }, 6);
  fromClient({ method: 'notifications/cancelled', params: { requestId: 3, reason: 'too slow' } }, 7);
  fromServer({ id: 3, result: ok }, 8);
  end(9, 'no answer', 'the tool ended');
  assert.deepEqual(
    done.map(({ outcome, reason }) => [outcome, reason]),
    [
      ['tool error', undefined],
      ['protocol error', undefined],
      ['cancelled', 'too slow'],
      ['no answer', 'the tool ended'],
    ],
  );
});

test('an id is another with another JSON type, and one that is used again ends the call before', () => {
  const { done, fromClient, fromServer } = following();
  fromClient(call(1, { name: 'number' }), 0);
  fromClient(call('1', { name: 'text' }), 1);
  fromServer({ id: '1', result: ok }, 2);
  fromClient(call(1, { name: 'again' }), 3);
  fromServer({ id: 1, result: ok }, 4);
  const told = done.map(({ name, outcome }) => `${name}: ${outcome}`);
  assert.deepEqual(told, ['text: ok', 'number: no answer', 'again: ok']);
});

test('in the protocol of 2025 a question of the server is a decision of the call under way', () => {
  const { done, fromClient, fromServer } = following();
  fromClient(call(1), 0);
  fromServer({ id: 1, method: 'elicitation/create', params: { message: 'Really?' } }, 1);
  fromServer({ id: 2, method: 'sampling/createMessage', params: {} }, 1);
  fromClient({ id: 2, result: { content: {} } }, 2);
  fromClient({ id: 1, result: { action: 'decline' } }, 3);
  fromServer({ id: 1, result: ok }, 4);
  assert.equal(done.length, 1);
  assert.deepEqual(done[0]?.decisions, [{ asked: 'Really?', answer: 'decline' }]);
});

test('in the protocol of 2026 a call that is retried with input is one step, over however many rounds', () => {
  const { done, fromClient, fromServer } = following();
  const question = (message: string) => ({ sure: { method: 'elicitation/create', params: { message } } });
  const round = (state: string, message: string) => ({
    resultType: 'input_required',
    requestState: state,
    inputRequests: question(message),
  });
  const input = (requestState: string, action: string) => ({ requestState, inputResponses: { sure: { action } } });
  fromClient(call(1), 0);
  fromServer({ id: 1, result: round('s1', 'Really?') }, 1);
  fromClient(call(2, input('s1', 'accept')), 500);
  fromServer({ id: 2, result: round('s2', 'All six?') }, 501);
  fromClient(call(3, input('s2', 'decline')), 900);
  fromServer({ id: 3, result: { ...ok, resultType: 'complete' } }, 1000);
  assert.equal(done.length, 1);
  assert.equal(done[0]?.durationMs, 1000);
  assert.deepEqual(done[0]?.decisions, [
    { asked: 'Really?', answer: 'accept' },
    { asked: 'All six?', answer: 'decline' },
  ]);
});

test('input that is never given is told at the end', () => {
  const { done, known, fromClient, fromServer, end } = following();
  fromClient(call(1), 0);
  fromServer({ id: 1, result: { resultType: 'input_required', requestState: 's' } }, 1);
  end(2, 'no answer', 'the tool ended');
  assert.equal(done.length, 0);
  endWaiting(known, (call) => done.push(call), 3);
  assert.deepEqual(
    done.map(({ outcome }) => outcome),
    ['no answer'],
  );
});

test('a call as a task of 2025 ends with the result of its task', () => {
  const { done, fromClient, fromServer } = following();
  fromClient(call(1, { task: { ttl: 60_000 } }), 0);
  fromServer({ id: 1, result: { task: { taskId: 't', status: 'working' } } }, 1);
  fromClient({ id: 2, method: 'tasks/result', params: { taskId: 't' } }, 2);
  fromServer({ id: 2, result: ok }, 300);
  assert.deepEqual(
    done.map(({ outcome, durationMs }) => [outcome, durationMs]),
    [['ok', 300]],
  );
});

test('nothing that is sent can disturb the following', () => {
  const { done, fromClient, fromServer, end } = following();
  const odd = [{}, { id: null }, { id: {} }, { method: 5 }, { id: 1, method: 'tools/call' }, { id: 1, result: null }];
  for (const message of [...odd, { id: 2, method: 'tools/call', params: [] }, { id: 3, method: '__proto__' }]) {
    fromClient(message, 0);
    fromServer(message, 0);
  }
  end(1, 'no answer', 'the tool ended');
  assert.ok(done.every(({ name }) => name === ''));
});
