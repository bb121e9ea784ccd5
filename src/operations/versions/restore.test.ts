import assert from 'node:assert/strict';
import { after as afterAll, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import pino from 'pino';
import { startSequencer } from '../../store/ledger/sequencer.ts';
import { readyIncident, reviewServer, signAs } from '../../../test/server/review.ts';
import type { RestorePreview } from './preview.ts';
import type { Restored } from './restore.ts';

const server = await reviewServer();
const { database } = server.around;
const sequencer = startSequencer(database, { everyMs: 5, log: pino({ level: 'silent' }) });
afterAll(() => sequencer.stop());
const ed = await server.person('editor', 'Ed');
const boss = await server.person('approver', 'Ben');
const viewer = await server.person('viewer', 'Vera');
const owner = await server.person('owner', 'Olga');

type Shown = {
  sha256: string;
  status: string;
  template: string;
  record: Record<string, unknown> & { timeline?: { text: string }[] };
  versions: Record<string, number | { id: string; version: number }[]>;
};
const shown = async (incident: string) => (await ed.call('GET', incident)).json as unknown as Shown;
const texts = async (incident: string) => ((await shown(incident)).record.timeline ?? []).map(({ text }) => text);
const restore = (incident: string, number: number, body = {}, by = ed) =>
  by.call('POST', `${incident}/versions/${number}/restore`, body);
const preview = async (incident: string, number: number, query = '') =>
  (await viewer.call('GET', `${incident}/versions/${number}/restore${query}`)).json as unknown as RestorePreview;

/** An incident with a version 1 whose record holds more than its template writes, and three events that came together. */
async function kept(): Promise<{ incident: string; ids: string[]; sha256: string }> {
  const incident = await readyIncident(ed);
  await ed.call('PATCH', `${incident}/record/incident`, { set: { severity: 'S2', type: 'outage' }, seen: 1 });
  await ed.call('POST', `${incident}/whys`, { entry: { question: 'Why?', answer: 'A lock.' } });
  const entries = [{ text: 'pager', milestone: 'detected', source: 'pagerduty' }, { text: 'fixed' }, { text: 'calm' }];
  const { ids } = (await ed.call('POST', `${incident}/timeline/batch`, { entries })).json as unknown as {
    ids: string[];
  };
  const { sha256 } = (await ed.call('POST', `${incident}/submit`)).json as unknown as { sha256: string };
  return { incident, ids, sha256 };
}

async function changeMuch(incident: string, ids: string[]): Promise<void> {
  const { versions } = await shown(incident);
  const set = { text: 'Two hours.', what: 'Orders' };
  await ed.call('PATCH', `${incident}/record/summary`, { set, seen: versions['summary'] });
  await ed.call('PATCH', `${incident}/record/incident`, { set: { type: null }, seen: versions['incident'] });
  await ed.call('PATCH', `${incident}/timeline/${ids[0]}`, { set: { text: 'rang', milestone: null }, seen: 1 });
  await ed.call('DELETE', `${incident}/timeline/${ids[1]}?seen=1`);
  await ed.call('POST', `${incident}/timeline`, { entry: { text: 'later' } });
  const [why] = versions['whys'] as { id: string; version: number }[];
  await ed.call('DELETE', `${incident}/whys/${why?.id}?seen=${why?.version}`);
  await ed.call('POST', `${incident}/actions`, { entry: { text: 'add a test' } });
}

test('a version is restored to the byte: fields its template does not write, ids and the order of entries', async () => {
  const { incident, ids, sha256 } = await kept();
  const before = await shown(incident);
  await changeMuch(incident, ids);
  assert.deepEqual(await texts(incident), ['rang', 'calm', 'later']);
  const answer = await restore(incident, 1);
  assert.equal(answer.status, 200, answer.text);
  const restored = answer.json as unknown as Restored;
  assert.equal(restored.sha256, sha256);
  assert.deepEqual(restored.left, []);
  assert.deepEqual(restored.removed.length, 2);
  const after = await shown(incident);
  assert.equal(after.sha256, sha256);
  assert.deepEqual(after.record, before.record);
  assert.deepEqual(await texts(incident), ['pager', 'fixed', 'calm']);
});

test('it is one entry of the ledger, from which the history tells each field', async () => {
  const { incident, ids } = await kept();
  await changeMuch(incident, ids);
  const id = incident.split('/').at(-1) ?? '';
  const count = async () => {
    const text = 'select operation from entry where incident_id = $1 order by id';
    return (await database.query<{ operation: string }>({ text, values: [id] })).rows;
  };
  const before = (await count()).length;
  await restore(incident, 1);
  const entries = await count();
  assert.deepEqual(
    entries.slice(before).map(({ operation }) => operation),
    ['version.restore'],
  );
  const text = 'select 1 from entry where seq is null limit 1';
  while ((await database.query({ text, values: [] })).count > 0) await sleep(5);
  const { items } = (await viewer.call('GET', `${incident}/history?limit=1`)).json as unknown as {
    items: { changes: { path: string; old?: unknown; new: unknown }[] }[];
  };
  const changes = items[0]?.changes ?? [];
  const told = (path: string) => changes.find((change) => change.path === path);
  assert.deepEqual(told('summary.text'), {
    path: 'summary.text',
    old: 'Two hours.',
    new: 'Orders failed for an hour.',
  });
  assert.deepEqual(told('summary.what'), { path: 'summary.what', old: 'Orders', new: null });
  assert.deepEqual(told(`timeline/${ids[1]}`), {
    path: `timeline/${ids[1]}`,
    old: null,
    new: { precision: 'unknown', text: 'fixed' },
  });
});

test('a preview says what would change and changes nothing; what came after it is not overwritten unseen', async () => {
  const { incident, ids } = await kept();
  await changeMuch(incident, ids);
  const seen = await preview(incident, 1);
  assert.match(seen.text, /^summary\.text: "Two hours\." → "Orders failed for an hour\."$/m);
  assert.match(seen.text, /^-Two hours\.\n\+Orders failed for an hour\.$/m);
  assert.equal(seen.sha256, (await shown(incident)).sha256);
  await ed.call('POST', `${incident}/timeline`, { entry: { text: 'meanwhile' } });
  const refused = await restore(incident, 1, { seen: seen.sha256 });
  assert.equal(refused.json['code'], 'version.content-changed');
  assert.equal(refused.status, 409);
  const { sha256 } = await preview(incident, 1);
  assert.equal((await restore(incident, 1, { seen: sha256 })).status, 200);
  assert.equal((await preview(incident, 1)).text, 'Nothing would change.\n');
});

test('what was there before becomes a version, so that restoring is undone the same way', async () => {
  const { incident, ids } = await kept();
  await changeMuch(incident, ids);
  const before = await shown(incident);
  assert.equal(((await restore(incident, 1)).json as unknown as Restored).kept, 2);
  const answer = (await restore(incident, 2)).json as unknown as Restored;
  assert.equal(answer.kept, 1);
  const after = await shown(incident);
  assert.deepEqual([after.sha256, after.record], [before.sha256, before.record]);
  const { items } = (await viewer.call('GET', `${incident}/versions`)).json as unknown as {
    items: { status: string }[];
  };
  assert.deepEqual(
    items.map(({ status }) => status),
    ['inReview', 'inReview'],
  );
});

test('restoring what is there already changes nothing and leaves no entry', async () => {
  const { incident, sha256 } = await kept();
  const text = 'select count(*)::int as count from entry';
  const { rows: before } = await database.query<{ count: number }>({ text, values: [] });
  const answer = (await restore(incident, 1)).json as unknown as Restored;
  assert.deepEqual([answer.changed, answer.added, answer.removed, answer.sha256], [[], [], [], sha256]);
  assert.deepEqual((await database.query({ text, values: [] })).rows, before);
});

test('only one part, one field or one entry comes back when that is asked for', async () => {
  const { incident, ids } = await kept();
  await changeMuch(incident, ids);
  await restore(incident, 1, { path: 'summary.text' });
  assert.deepEqual((await shown(incident)).record['summary'], { text: 'Orders failed for an hour.', what: 'Orders' });
  await restore(incident, 1, { path: `timeline/${ids[1]}` });
  assert.deepEqual(await texts(incident), ['rang', 'fixed', 'calm', 'later']);
  await restore(incident, 1, { path: `timeline/${ids[0]}.text` });
  assert.deepEqual((await shown(incident)).record.timeline?.[0], {
    precision: 'unknown',
    text: 'pager',
    source: 'pagerduty',
  });
  await restore(incident, 1, { path: 'timeline' });
  assert.deepEqual(await texts(incident), ['pager', 'fixed', 'calm']);
  await restore(incident, 1, { path: 'actions' });
  assert.equal((await shown(incident)).record['actions'], undefined);
  const code = async (path: string) => (await restore(incident, 1, { path })).json['code'];
  assert.deepEqual(
    [await code('nothing'), await code('summary.nothing'), await code('timeline.text'), await code('summary/x')],
    Array(4).fill('record.unknown-field'),
  );
  assert.equal(await code('timeline/nobody'), 'record.entry-not-found');
});

test('an approval ends with it; back at the content that was signed, the signatures hold again', async () => {
  const { incident, ids, sha256 } = await kept();
  await signAs(ed, incident, 'Author');
  await signAs(boss, incident, 'Approver');
  assert.equal((await boss.call('POST', `${incident}/approve`)).status, 200);
  assert.equal((await shown(incident)).sha256, sha256);
  await changeMuch(incident, ids);
  assert.equal((await shown(incident)).status, 'inReview');
  assert.equal((await ed.call('POST', `${incident}/submit`)).status, 409);
  await restore(incident, 1);
  const valid = (
    (await viewer.call('GET', `${incident}/signoffs`)).json['items'] as unknown as { valid: boolean }[]
  ).map((one) => one.valid);
  assert.deepEqual(valid, [true, true]);
  assert.equal((await boss.call('POST', `${incident}/approve`)).status, 200);
  const events = (await shown(incident)).record.timeline;
  assert.equal(events?.length, 3);
  await restore(incident, 1, { path: 'timeline' });
  assert.equal((await shown(incident)).status, 'approved');
});

test('an older version of an approved incident takes the approval away in the same statement', async () => {
  const { incident, ids } = await kept();
  await changeMuch(incident, ids);
  await signAs(ed, incident, 'Author');
  await signAs(boss, incident, 'Approver');
  assert.equal((await boss.call('POST', `${incident}/approve`)).status, 200);
  await restore(incident, 1);
  const id = incident.split('/').at(-1) ?? '';
  const { rows } = await database.query({ text: 'select status from incident where id = $1', values: [id] });
  assert.deepEqual(rows, [{ status: 'inReview' }]);
});

test('an archived incident is not restored, nor is one by a viewer', async () => {
  const { incident, ids } = await kept();
  await changeMuch(incident, ids);
  assert.equal((await restore(incident, 1, {}, viewer)).json['code'], 'access.denied');
  await boss.call('POST', `${incident}/archive`);
  assert.equal((await restore(incident, 1)).json['code'], 'access.denied');
  assert.deepEqual(await texts(incident), ['rang', 'calm', 'later']);
});

test('evidence stays as it is, and what of it differs is named', async () => {
  const { incident, sha256 } = await kept();
  const added = await ed.call('POST', `${incident}/evidence?name=pager.json`, '{}');
  assert.equal(added.status, 200, added.text);
  await ed.call('PATCH', `${incident}/record/summary`, { set: { text: 'Other.' }, seen: 1 });
  const answer = (await restore(incident, 1)).json as unknown as Restored;
  assert.deepEqual(answer.left, [
    {
      code: 'evidence.attached',
      name: 'pager.json',
      sentence: 'pager.json was attached since and stays attached.',
    },
  ]);
  assert.notEqual(answer.sha256, sha256);
  assert.deepEqual((await shown(incident)).record['summary'], { text: 'Orders failed for an hour.' });
});

test('the template of the version comes back with it', async () => {
  const { incident, sha256 } = await kept();
  const source = '---\nname: plain\n---\n# {{incident.title}}\n\n## Summary\n\n{{summary.text}}\n';
  await owner.call('POST', '/templates', { source });
  assert.equal((await ed.call('PUT', `${incident}/template`, { template: 'plain' })).status, 200);
  await ed.call('PATCH', `${incident}/record/summary`, { set: { text: 'Other.' }, seen: 1 });
  assert.equal(((await restore(incident, 1, { path: 'summary' })).json as unknown as Restored).template, 'plain');
  const answer = (await restore(incident, 1)).json as unknown as Restored;
  assert.deepEqual([answer.template, answer.sha256], ['small', sha256]);
  assert.equal((await shown(incident)).template, 'small');
});
