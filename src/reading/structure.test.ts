import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseMarkdown } from '../markdown/blocks.ts';
import { readGeneral } from './index.ts';

const read = (source: string) => readGeneral(parseMarkdown(source));

test('rows of cost become costs, the printed total a claim', () => {
  const { record, places } = read(
    '# Outage\n\n## Impact\n\nMany.\n\n| Cost | Amount |\n|---|---|\n| Refunds | $1,200 |\n| Overtime | $300 |\n| **Total** | **$1,600** |\n\nSome.\n',
  );
  assert.deepEqual(record.costs, [
    { category: 'Refunds', amount: '$1,200' },
    { category: 'Overtime', amount: '$300' },
  ]);
  const claim = record.claims?.findIndex(({ figure }) => figure === 'costTotal') ?? -1;
  assert.deepEqual(record.claims?.[claim], {
    figure: 'costTotal',
    value: 1600,
    unit: 'USD',
    text: '$1,600',
    origin: 'table',
    line: 11,
  });
  assert.equal(places.get(`claims[${claim}]`)?.[0]?.line, 11);
  assert.equal(places.get('costs[1]')?.[0]?.line, 10);
  assert.equal(record.impact?.business?.revenueLoss, undefined);
  assert.equal(record.impact?.text, 'Many.\n\nSome.');
});

test('tables of metrics, systems, service levels and roles fill their lists', () => {
  const { record } = read(`# Outage

## Impact

| Metric | Before | During | After |
|---|---|---|---|
| Error rate | 0.1 % | 41 % | 0.1 % |

| System | Impact | Downtime |
|---|---|---|
| checkout | severe | 47 min |

| Indicator | Target | Actual |
|---|---|---|
| Availability | 99.9 % | 99.2 % |

## People

| Role | Name |
|---|---|
| Incident Commander | Ann |
`);
  assert.deepEqual(record.metrics, [{ name: 'Error rate', before: '0.1 %', during: '41 %', after: '0.1 %' }]);
  assert.deepEqual(record.systems, [{ name: 'checkout', impactLevel: 'severe', downtime: '47 min' }]);
  assert.deepEqual(record.serviceLevels, [{ indicator: 'Availability', target: '99.9 %', value: '99.2 %' }]);
  assert.deepEqual(record.roles, [{ role: 'Incident Commander', name: 'Ann' }]);
});

test('a table with a column that no list has is kept as it stands', () => {
  const table = '| System | Impact | Colour |\n|---|---|---|\n| a | low | red |';
  const { record } = read(`# Outage\n\n## Notes\n\n${table}\n`);
  assert.equal(record.systems, undefined);
  assert.equal(record.custom?.at(-1)?.text, table);
});

test('a header whose labels are all held is no custom section; other lines of it stay', () => {
  const head = '# Post-mortem: shop down\n\n- **Incident:** INC-7\n- **SLA breach:** No\n- **Severity:** SEV1\n';
  const whole = read(`${head}\n## Cause\n\nA bug.\n`);
  assert.equal(whole.record.incident?.title, 'shop down');
  assert.equal(whole.record.impact?.business?.slaBreach, 'No');
  assert.equal(whole.places.get('impact.business.slaBreach')?.[0]?.line, 4);
  assert.equal(whole.record.custom, undefined);
  const partly = read(`${head}- **Weather:** rain\n\n## Cause\n\nA bug.\n`);
  assert.equal(partly.record.custom?.[0]?.text, '- **Weather:** rain');
});

test('an availability objective becomes the target of a service level', () => {
  const { record } = read('# Outage\n\n## Impact\n\n- Availability objective: 99.9 % over 30 days\n- Many failed\n');
  assert.deepEqual(record.serviceLevels, [{ indicator: 'Availability', target: '99.9 % over 30 days' }]);
});

test('actions and their cells have places', () => {
  const { record, places } = read(
    '# Outage\n\n## Actions\n\n| Action | Owner | Due |\n|---|---|---|\n| Alert | Ann | 2021-05-10 |\n\n- Runbook (owner: Bo)\n',
  );
  assert.equal(record.actions?.length, 2);
  assert.equal(places.get('actions[0].due')?.[0]?.line, 7);
  assert.equal(places.get('actions[1]')?.[0]?.line, 9);
});

test('whys and people are read as such', () => {
  const { record } = read(
    '# Outage\n\n## Five whys\n\n1. Why did it fail? The disk was full.\n2. Nobody looked.\n\n## Attendees\n\n- Incident commander: Ann\n- Bo Lee (SRE)\n- Cy\n',
  );
  assert.deepEqual(record.whys, [
    { question: 'Why did it fail?', answer: 'The disk was full.' },
    { answer: 'Nobody looked.' },
  ]);
  assert.deepEqual(record.roles, [{ role: 'Incident Commander', name: 'Ann' }]);
  assert.deepEqual(record.attendees, [{ name: 'Bo Lee', role: 'SRE' }, { name: 'Cy' }]);
});

test('what lies beyond reach is kept as custom text, and read fast', () => {
  const source = `# Outage\n\n## Timeline\n\n${'- 12:00 UTC word\n'.repeat(30_000)}\n## Cause\n\nA bug.\n`;
  const { record } = read(source);
  assert.ok((record.timeline?.length ?? 0) < 20_000);
  const kept = record.custom?.map(({ text }) => text).join('\n') ?? '';
  assert.equal((record.timeline?.length ?? 0) + kept.split('12:00').length - 1, 30_000);
  assert.ok(kept.includes('A bug.'));
});
