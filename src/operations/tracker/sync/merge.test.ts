import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { IssueField, IssueValues } from '../../../outbound/trackers/index.ts';
import { decided, merge, type OurValues, type Pairs, type Translation } from './merge.ts';

const plain: Translation = {
  fields: ['title', 'state', 'due', 'owner'],
  toTheirs: (_, ours) => ours,
  toOurs: (_, theirs) => theirs,
};
const ours: OurValues = { title: 'Add an index', state: 'open', due: '2026-11-30', owner: null };
const theirs: IssueValues = { title: 'Add an index', state: 'open', due: '2026-11-30', owner: null };
const agreed: Pairs = {
  title: ['Add an index', 'Add an index'],
  state: ['open', 'open'],
  due: ['2026-11-30', '2026-11-30'],
  owner: [null, null],
};

test('what one side changed goes to the other', () => {
  const found = merge(agreed, { ...ours, due: '2026-12-01' }, { ...theirs, state: 'done' }, plain);
  assert.deepEqual([found.push, found.pull, found.conflicts], [{ due: '2026-12-01' }, { state: 'done' }, {}]);
});

test('what both changed to the same is agreed, and what both changed differently is a conflict with both values', () => {
  const found = merge(
    agreed,
    { ...ours, state: 'done', due: '2026-12-01' },
    { ...theirs, state: 'done', due: null },
    plain,
  );
  assert.deepEqual([found.push, found.pull, found.conflicts], [{}, {}, { due: ['2026-12-01', null] }]);
  assert.deepEqual(found.agreed.state, ['done', 'done']);
});

test('a conflict ends as a person decides', () => {
  for (const keep of ['ours', 'theirs'] as const) {
    const pair = decided(['2026-12-01', null], keep);
    const found = merge({ ...agreed, due: pair }, { ...ours, due: '2026-12-01' }, { ...theirs, due: null }, plain);
    assert.deepEqual(found.conflicts, {});
    assert.deepEqual([found.push, found.pull], keep === 'ours' ? [{ due: '2026-12-01' }, {}] : [{}, { due: null }]);
  }
});

test('what the other side cannot say stays here and is not asked for again', () => {
  const deaf: Translation = { ...plain, toTheirs: (field, value) => (field === 'owner' ? undefined : value) };
  const found = merge(agreed, { ...ours, owner: 'Ann' }, theirs, deaf);
  assert.deepEqual([found.push, found.pull, found.conflicts], [{}, {}, {}]);
  assert.deepEqual(found.agreed.owner, ['Ann', null]);
});

test('an issue that is linked keeps its title, gives and takes what only one side has, and asks about the rest', () => {
  const found = merge(
    {},
    { title: 'Ours', state: 'open', due: null, owner: 'Ann' },
    { title: 'Theirs', state: 'done', due: '2026-12-24', owner: null },
    plain,
  );
  assert.deepEqual([found.push, found.pull], [{ owner: 'Ann' }, { state: 'done', due: '2026-12-24' }]);
  assert.deepEqual(merge({}, { ...ours, state: 'done' }, theirs, plain).conflicts, { state: ['done', 'open'] });
});

test('whatever both sides do, they agree after what is pushed and pulled, or the conflict shows both values', () => {
  const value = fc.constantFrom('a', 'b', 'c', null);
  const side = fc.record({ title: value, state: value, due: value, owner: value });
  fc.assert(
    fc.property(side, side, side, (base, here, there) => {
      const pairs = Object.fromEntries(Object.entries(base).map(([field, one]) => [field, [one, one]])) as Pairs;
      const first = merge(pairs, here as OurValues, there as unknown as IssueValues, plain);
      const [us, them] = [
        { ...here, ...first.pull },
        { ...there, ...first.push },
      ];
      const second = merge(first.agreed, us as OurValues, them as unknown as IssueValues, plain);
      assert.deepEqual([second.push, second.pull], [{}, {}]);
      for (const field of plain.fields as IssueField[])
        if (us[field] !== them[field]) assert.deepEqual(second.conflicts[field], [us[field], them[field]]);
    }),
  );
});
