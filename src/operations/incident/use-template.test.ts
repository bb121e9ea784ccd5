import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readyIncident, reviewServer, signAs } from '../../../test/server/review.ts';

const server = await reviewServer();
const owner = await server.person('owner', 'Olga');
const ed = await server.person('editor', 'Ed');
const boss = await server.person('approver', 'Ben');
const viewer = await server.person('viewer', 'Vera');

const source = '---\nname: plain\n---\n# {{incident.title}}\n\n## Cause\n\n{{rootCause.whatHappened}}\n';
const added = await owner.call('POST', '/templates', { source });
assert.equal(added.status, 200, added.text);

type Shown = {
  record: object;
  template: string;
  status: string;
  sha256: string;
  signoffs: { valid: boolean; voided?: { sentence: string } }[];
};
const shown = async (incident: string) => (await ed.call('GET', incident)).json as unknown as Shown;
const use = (incident: string, template: string, by = ed) => by.call('PUT', `${incident}/template`, { template });
const markdown = async (incident: string) => (await ed.call('GET', `${incident}/document?format=md`)).text;

test('an incident takes another template: the record stays, and values without a place follow below', async () => {
  const incident = await readyIncident(ed);
  const { record } = await shown(incident);
  assert.match(await markdown(incident), /## Summary\n\nOrders failed/);
  const answer = await use(incident, 'plain');
  assert.deepEqual([answer.status, answer.json], [200, { template: 'plain', before: 'small' }]);
  const after = await shown(incident);
  assert.deepEqual([after.template, after.record], ['plain', record]);
  assert.match(await markdown(incident), /## Cause[^]*## Also recorded[^]*Orders failed for an hour\./);
  const { items } = (await ed.call('GET', '/incidents?template=plain')).json as unknown as { items: { id: string }[] };
  assert.ok(items.some(({ id }) => incident.endsWith(id)));
});

test('another template voids what was signed and ends an approval, saying by whom; back in the first, signatures hold', async () => {
  const incident = await readyIncident(ed);
  await ed.call('POST', `${incident}/submit`);
  await signAs(ed, incident, 'Author');
  await signAs(boss, incident, 'Approver');
  assert.equal((await boss.call('POST', `${incident}/approve`)).status, 200);
  await use(incident, 'plain');
  const after = await shown(incident);
  assert.equal(after.status, 'inReview');
  assert.match(after.signoffs[0]?.voided?.sentence ?? '', /^voided by the change of template at .*Z by Ed$/);
  await use(incident, 'small');
  assert.ok((await shown(incident)).signoffs.every(({ valid }) => valid));
});

test('the template it has already changes nothing', async () => {
  const incident = await readyIncident(ed);
  const { sha256 } = await shown(incident);
  const { rows: before } = await server.around.database.query({ text: 'select count(*) from entry', values: [] });
  assert.equal((await use(incident, 'small')).status, 200);
  assert.equal((await shown(incident)).sha256, sha256);
  assert.deepEqual(
    (await server.around.database.query({ text: 'select count(*) from entry', values: [] })).rows,
    before,
  );
});

test('a template there is not, an archived one, a viewer and an archived incident are refused', async () => {
  const incident = await readyIncident(ed);
  const codeOf = async (template: string, by = ed) => (await use(incident, template, by)).json['code'];
  assert.equal(await codeOf('none'), 'template.unknown');
  await owner.call('POST', '/templates', { source: source.replace('plain', 'gone') });
  await owner.call('POST', '/templates/gone/archive', { seen: 1 });
  assert.equal(await codeOf('gone'), 'template.archived');
  assert.equal(await codeOf('plain', viewer), 'access.denied');
  await boss.call('POST', `${incident}/archive`);
  assert.equal(await codeOf('plain'), 'access.denied');
  assert.equal((await shown(incident)).template, 'small');
});
