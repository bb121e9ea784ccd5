import assert from 'node:assert/strict';
import { test } from 'node:test';
import { defaultPolicy, Policy } from '../record/policy.ts';
import { actionStage, actionStages, stageWord } from './action-stage.ts';

for (const [action, stage] of [
  [{}, 'proposed'],
  [{ status: 'Open' }, 'proposed'],
  [{ status: 'not started' }, 'proposed'],
  [{ done: false }, 'proposed'],
  [{ status: 'inProgress' }, 'committed'],
  [{ status: 'In progress' }, 'committed'],
  [{ status: '🟡' }, 'committed'],
  [{ status: 'blocked' }, 'committed'],
  [{ status: 'accepted' }, 'committed'],
  [{ status: 'open', done: true }, 'done'],
  [{ status: 'verified' }, 'verified'],
  [{ status: 'unverified' }, 'proposed'],
  [{ status: 'declined' }, 'declined'],
  [{ status: "won't do" }, 'declined'],
] as const)
  test(`${JSON.stringify(action)} is ${stage}`, () => assert.equal(actionStage(action, defaultPolicy), stage));

test('the word of each stage is read as that stage, whether a box beside it agrees or says nothing', () => {
  for (const stage of actionStages) {
    const done = stage === 'done' || stage === 'verified';
    assert.equal(actionStage({ status: stageWord(stage) }, defaultPolicy), stage);
    assert.equal(actionStage({ status: stageWord(stage), done }, defaultPolicy), stage);
  }
});

test('a template says in its own words what a stage is called', () => {
  const policy = Policy.parse({ statuses: { Zugesagt: 'committed', Abgelehnt: 'declined' } });
  assert.equal(actionStage({ status: 'Zugesagt' }, policy), 'committed');
  assert.equal(actionStage({ status: 'Abgelehnt' }, policy), 'declined');
});
