import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { type Answer, type Caller, testServer } from '../../../test/server/server.ts';

const server = await testServer();
const ann = await server.person('editor', 'Ann');
const ben = await server.token('editor');
const example = path.resolve(import.meta.dirname, '../../../examples/checkout-outage/postmortem.md');

type Given = { incident: string; before: string; seen: Record<string, unknown>; record: Record<string, unknown> };

const fields = ({ json }: Answer) => json as Record<string, unknown>;
const list = (value: unknown) => value as string[];

async function incidentIn(template: string): Promise<string> {
  const made = await ann.call('POST', '/incidents', { markdown: readFileSync(example, 'utf8'), template });
  assert.equal(made.status, 201, made.text);
  return `/incidents/${made.json['id']}`;
}

async function give(incident: string): Promise<Given> {
  const { versions, record: kept } = fields(await ann.call('GET', incident));
  const { text: before } = await ann.call('GET', `${incident}/document`);
  return { incident, before, seen: versions as Given['seen'], record: kept as Given['record'] };
}

const apply = (caller: Caller, { incident, before, seen }: Given, markdown: string) =>
  caller.call('POST', `${incident}/apply`, { before, seen, markdown });

const record = async (incident: string): Promise<Given['record']> =>
  (await ann.call('GET', incident)).json['record'] as never;

for (const { name } of await server.around.templates())
  test(`an unedited document applied in ${name} changes nothing`, async () => {
    const given = await give(await incidentIn(name));
    const answer = await apply(ann, given, given.before);
    assert.deepEqual(answer.json, { changed: [], added: [], removed: [] }, answer.text);
    assert.deepEqual(await record(given.incident), given.record);
  });

test('one changed sentence changes that field only', async () => {
  const given = await give(await incidentIn('enterprise'));
  const answer = await apply(
    ann,
    given,
    given.before.replace('Scaled out from 6 to 12 pods', 'Scaled out from 6 to 24 pods'),
  );
  assert.equal(answer.status, 200, answer.text);
  assert.equal(list(fields(answer)['changed']).length, 1);
  assert.match(String(answer.json['changed']), /^timeline\/.+\.text$/);
  const after = await record(given.incident);
  const expected = structuredClone(given.record) as { timeline: { text: string }[] };
  for (const event of expected.timeline) event.text = event.text.replace('6 to 12', '6 to 24');
  assert.deepEqual(after, expected);
});

test('a row added in the middle of the timeline stands there, with the date it inherits', async () => {
  const given = await give(await incidentIn('enterprise'));
  const row = given.before.split('\n').find((line) => line.includes('Scaled out from 6'));
  assert.ok(row !== undefined);
  const added = row.replace('14:24', '14:25').replace(/Scaled out[^|]*/, 'Rolled back by hand ');
  const answer = await apply(ann, given, given.before.replace(row, `${row}\n${added}`));
  assert.equal(list(fields(answer)['added']).length, 1, answer.text);
  assert.deepEqual(answer.json['changed'], []);
  const timeline = (await record(given.incident))['timeline'] as unknown as { text: string; at: string }[];
  const index = timeline.findIndex(({ text }) => text.startsWith('Rolled back by hand'));
  assert.match(timeline[index - 1]?.text ?? '', /^Scaled out/);
  assert.match(timeline[index]?.at ?? '', /^2026-10-14T14:25/);
});

test('a row taken out is taken out, and the others stay', async () => {
  const given = await give(await incidentIn('enterprise'));
  const lines = given.before.split('\n');
  const answer = await apply(ann, given, lines.filter((line) => !line.includes('Scaled out from 6')).join('\n'));
  assert.equal(list(fields(answer)['removed']).length, 1, answer.text);
  const before = given.record['timeline'] as { text: string }[];
  const after = (await record(given.incident))['timeline'] as unknown as { text: string }[];
  assert.deepEqual(
    after,
    before.filter(({ text }) => !text.startsWith('Scaled out from 6')),
  );
});

test('the same field set by somebody else is a conflict with both values, and nothing of the edit is applied', async () => {
  const given = await give(await incidentIn('enterprise'));
  const ids = (given.seen['timeline'] as { id: string; version: number }[]).map(({ id }) => id);
  const index = (given.record['timeline'] as { text: string }[]).findIndex(({ text }) => text.startsWith('Scaled out'));
  const place = `${given.incident}/timeline/${ids[index]}`;
  assert.equal((await ben.call('PATCH', place, { set: { text: 'Scaled out by Ben' }, seen: 1 })).status, 200);
  const markdown = given.before
    .replace('Scaled out from 6 to 12 pods', 'Scaled out from 6 to 24 pods')
    .replace('Deploy of checkout v2.41.0 begins', 'Deploy begins');
  const answer = await apply(ann, given, markdown);
  assert.equal(answer.status, 409, answer.text);
  const { conflicts } = fields(answer)['data'] as { conflicts: { yours: string; theirs: string }[] };
  assert.equal(conflicts.length, 1);
  assert.match(conflicts[0]?.yours ?? '', /6 to 24/);
  assert.equal(conflicts[0]?.theirs, 'Scaled out by Ben');
  assert.match(JSON.stringify(await record(given.incident)), /Deploy of checkout v2\.41\.0 begins/);
  const again = await apply(ann, { ...given, seen: (await give(given.incident)).seen }, markdown);
  assert.equal(again.status, 200, again.text);
  assert.match(JSON.stringify(await record(given.incident)), /6 to 24/);
});

test('what somebody else changed elsewhere meanwhile stays', async () => {
  const given = await give(await incidentIn('enterprise'));
  const seen = given.seen['incident'];
  assert.equal(
    (await ben.call('PATCH', `${given.incident}/record/incident`, { set: { severity: 'SEV4' }, seen })).status,
    200,
  );
  const answer = await apply(ann, given, given.before.replace('6 to 12 pods', '6 to 24 pods'));
  assert.equal(answer.status, 200, answer.text);
  const after = JSON.stringify(await record(given.incident));
  assert.match(after, /SEV4/);
  assert.match(after, /6 to 24/);
});
