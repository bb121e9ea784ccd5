import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { english } from '../record/said.ts';
import { decide, type OpenIncident } from './decide.ts';
import { type Correlated, matches } from './fits.ts';
import { readRules } from './read-rules.ts';
import { defaultRules, type Rule } from './rules.ts';

const hourMs = 3_600_000;
const nowMs = Date.UTC(2026, 9, 14, 14);
const signal = (more: Partial<Correlated> = {}): Correlated => ({
  id: 's1',
  source: 'alertmanager',
  hook: 'Production',
  service: 'checkout',
  severity: 'critical',
  conditionKey: 'alertmanager:abc',
  conditionName: 'Alert HighErrorRate (checkout)',
  conditionState: 'open',
  text: 'Alert HighErrorRate (checkout) fired',
  epochMs: nowMs,
  ...more,
});
const incident = (more: Partial<OpenIncident> = {}): OpenIncident => ({
  id: 'i1',
  key: 'INC-1',
  services: ['Checkout', 'orders'],
  conditions: [],
  fromMs: nowMs,
  ...more,
});
const { rules } = defaultRules;
const told = (given: Correlated, incidents: OpenIncident[], own: readonly Rule[] = rules) => {
  const { act, rule, why, ...more } = decide(given, incidents, own);
  return [act, rule, english(why), ...Object.values(more)];
};

test('without rules of a team a signal joins the open incident of its alert or its service, and opens none', () => {
  assert.deepEqual(told(signal(), [incident()]), [
    'join',
    'The same service',
    'INC-1 is open for the same service, checkout.',
    'i1',
  ]);
  assert.equal(told(signal({ service: null }), [incident({ conditions: ['alertmanager:abc'] })])[1], 'The same alert');
  assert.deepEqual(told(signal(), []), ['leave', '', 'No rule found an incident for it.']);
  assert.equal(told(signal({ service: null, conditionKey: null }), [incident()])[0], 'leave');
});

test('of several incidents that fit, a person chooses', () => {
  const both = [incident(), incident({ id: 'i2', key: 'INC-2' })];
  assert.deepEqual(told(signal(), both).slice(0, 3), [
    'leave',
    'The same service',
    'Several open incidents fit, INC-1, INC-2: a person has to choose.',
  ]);
  assert.equal(told(signal(), [...both, incident({ id: 'i3', conditions: ['alertmanager:abc'] })]).at(-1), 'i3');
});

test('a reason does not name a restricted incident to those who may not know of it', () => {
  const hidden = incident({ id: 'i2', key: 'INC-2', isRestricted: true });
  assert.equal(told(signal(), [incident(), hidden])[2], 'Several open incidents fit, INC-1: a person has to choose.');
  const two = [hidden, { ...hidden, id: 'i3', key: 'INC-3' }];
  assert.equal(told(signal(), two)[2], 'Several open incidents fit: a person has to choose.');
});

test('the severity of a sender is looked up among those that a rule names, and nowhere else; a title ends with a whole character', () => {
  const rule = { name: 'All', when: {}, do: 'open', title: '{condition}', severity: {} } as Rule;
  assert.equal(told(signal({ severity: 'constructor' }), [], [rule]).at(-1), 'constructor');
  const title = told(signal({ conditionName: `${'x'.repeat(299)}🔥` }), [], [rule])[3] as string;
  assert.ok(title.isWellFormed());
});

test('a signal long before, long after, or after the end belongs to no incident', () => {
  const at = (hours: number) => signal({ epochMs: nowMs + hours * hourMs });
  for (const [hours, ended, act] of [
    [-1.9, undefined, 'join'],
    [-2.1, undefined, 'leave'],
    [24, undefined, 'join'],
    [24.1, undefined, 'leave'],
    [3.9, 3, 'join'],
    [4.1, 3, 'leave'],
  ] as const)
    assert.equal(
      told(at(hours), [incident(ended === undefined ? {} : { endMs: nowMs + ended * hourMs })])[0],
      act,
      `${hours} ${ended}`,
    );
});

test('the first rule that fits decides; one that finds no incident passes on', () => {
  const own = [
    { name: 'Noise', when: { severity: ['info', 'none'] }, do: 'ignore' },
    { name: 'Ours', when: {}, do: 'join', by: 'service', withinHours: 24 },
    {
      name: 'Pages',
      when: { severity: 'crit*', service: ['check*', 'pay*'] },
      do: 'open',
      template: 'enterprise',
      title: '{service}: {condition} {nothing}',
      severity: { critical: 'SEV1' },
    },
  ] as Rule[];
  assert.equal(told(signal({ severity: 'info' }), [incident()], own)[0], 'ignore');
  assert.equal(told(signal(), [incident()], own)[0], 'join');
  assert.deepEqual(told(signal(), [], own).slice(3), [
    'checkout: Alert HighErrorRate (checkout) {nothing}',
    'enterprise',
    'SEV1',
  ]);
  assert.equal(told(signal({ conditionState: 'closed' }), [], own)[0], 'leave');
  assert.equal(told(signal({ service: 'search' }), [], own)[0], 'leave');
});

test('a pattern is as a regular expression of the same meaning, and takes no longer for a hostile one', () => {
  const part = fc.stringMatching(/^[ab*.]{0,6}$/);
  fc.assert(
    fc.property(part, fc.stringMatching(/^[abAB.]{0,8}$/), (pattern, text) => {
      const source = pattern.replaceAll('.', '\\.').replaceAll(/\*+/g, '[^]*');
      assert.equal(matches(pattern, text), new RegExp(`^${source}$`, 'i').test(text), `${pattern} / ${text}`);
    }),
    { numRuns: 3000 },
  );
  const before = performance.now();
  matches('*a'.repeat(100), 'a'.repeat(100_000) + 'b');
  assert.ok(performance.now() - before < 1000);
});

test('what is decided of signals does not depend on their order', () => {
  const one = fc.record({
    service: fc.constantFrom(null, 'checkout', 'orders', 'search'),
    conditionKey: fc.constantFrom(null, 'a', 'b'),
    hours: fc.integer({ min: -4, max: 30 }),
  });
  const incidents = [
    incident({ services: ['checkout'] }),
    incident({ id: 'i2', key: 'INC-2', services: ['orders'], conditions: ['b'] }),
  ];
  fc.assert(
    fc.property(fc.array(one, { maxLength: 12 }), fc.infiniteStream(fc.nat()), (all, numbers) => {
      const signals = all.map(({ hours, ...more }, index) =>
        signal({ ...more, id: String(index), epochMs: nowMs + hours * hourMs }),
      );
      const decided = (list: Correlated[]) =>
        new Map(list.map((each) => [each.id, JSON.stringify(decide(each, incidents, rules))]));
      const first = decided(signals);
      const other = decided(signals.toSorted(() => (Number(numbers.next().value) % 3) - 1));
      for (const [id, decision] of first) assert.equal(other.get(id), decision);
    }),
  );
});

test('rules are read with their defaults; what is wrong is told with its line, all at once', () => {
  const read = readRules('# ours\nrules:\n  - name: Noise\n    when: {severity: info}\n    do: ignore\n');
  assert.deepEqual(read, { rules: { rules: [{ name: 'Noise', when: { severity: 'info' }, do: 'ignore' }] } });
  assert.deepEqual(readRules(''), { rules: { rules: [] } });
  const wrong = readRules(
    'rules:\n  - name: A\n    do: explode\n  - name: B\n    when:\n      servce: x\n    do: leave\n',
  );
  assert.deepEqual('problems' in wrong && wrong.problems.map(({ line }) => line), [3, 6]);
  const bomb = `a: &a [${'x,'.repeat(9)}x]\nb: &b [${'*a,'.repeat(9)}*a]\nrules: *b\n`;
  for (const text of [bomb, 'rules: [', 'x'.repeat(200_000), 'rules: 3', '- a', '"text"'])
    assert.ok('problems' in readRules(text), text.slice(0, 20));
});
