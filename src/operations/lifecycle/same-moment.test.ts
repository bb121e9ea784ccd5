import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { readyIncident, reviewServer, signAs } from '../../../test/server/review.ts';

const server = await reviewServer();
const { database } = server.around;
const approver = await server.person('approver', 'Ann');
const editor = await server.person('editor', 'Ed');
/** Stands for somebody else, whose statements end when the test wants it. */
const other = await database.connect();
after(() => other.end());

const idOf = (incident: string) => incident.split('/').at(-1) ?? '';
type Head = { status: string; sha256: string };
const versionsOf = async (incident: string) =>
  ((await editor.call('GET', `${incident}/versions`)).json as unknown as { items: Head[] }).items;
const contentHash = async (incident: string) => (await editor.call('GET', `${incident}/gate`)).json['sha256'];

/** Runs `call` until it waits for a table, then `meanwhile`, then lets it go on. */
async function interrupted<Answer>(table: string, call: () => Promise<Answer>, meanwhile: string, id: string) {
  await other.query(`begin; lock table ${table} in access exclusive mode`);
  const answer = call();
  const waits = `select 1 from pg_locks where relation = '${table}'::regclass and not granted`;
  for (let tries = 0; (await other.query(waits)).rows.length === 0; tries += 1) {
    assert.ok(tries < 200, `nobody waits for ${table}`);
    await sleep(10);
  }
  await other.query(meanwhile, [id]);
  await other.query('commit');
  return answer;
}

const archiving = `update incident set status = 'archived', version = version + 1 where id = $1`;

test('an edit that was decided before an archiving and would be saved after it is refused', async () => {
  for (const [method, path, body] of [
    ['PATCH', '/record/summary', { set: { text: 'Worse.' }, seen: 1 }],
    ['DELETE', '/timeline/ENTRY?seen=2', undefined],
    ['POST', '/timeline', { entry: { text: 'one more' } }],
    ['POST', '/timeline/batch', { entries: [{ text: 'one more' }, { text: 'and one' }] }],
  ] as const) {
    const incident = await readyIncident(editor);
    const { id: entry } = (await editor.call('POST', `${incident}/timeline`, { entry: { text: 'first' } })).json;
    await editor.call('PATCH', `${incident}/timeline/${entry}`, { set: { text: 'First' }, seen: 1 });
    const { json: before } = await editor.call('GET', incident);
    const by = `/incidents/INC-${(before as unknown as { number: number }).number}`;
    const edit = () => editor.call(method, by + path.replace('ENTRY', String(entry)), body);
    const answer = await interrupted('kept_part', edit, archiving, idOf(incident));
    assert.notEqual(answer.status, 200, `${method} ${path}: ${answer.text}`);
    const { json: shown } = await editor.call('GET', incident);
    assert.deepEqual(shown['record'], before['record'], `${method} ${path}`);
  }
});

test('an edit that is saved between the look at an incident and its approval stands in the way of it', async () => {
  const incident = await readyIncident(editor);
  await editor.call('POST', `${incident}/submit`);
  await signAs(editor, incident, 'Author');
  await signAs(approver, incident, 'Approver');
  const edit = `update kept_part set value = '{"text": "changed"}', version = version + 1 where incident_id = $1 and key = 'summary'`;
  const approve = () => approver.call('POST', `${incident}/approve`);
  const answer = await interrupted('incident_version', approve, edit, idOf(incident));
  assert.equal(answer.json['code'], 'lifecycle.blocked');
  const row = await database.kysely
    .selectFrom('incident')
    .select('status')
    .where('id', '=', idOf(incident))
    .executeTakeFirst();
  assert.equal(row?.status, 'inReview');
});

test('what was archived is the version that says so, with an edit whose statement ran in that very moment', async () => {
  const incident = await readyIncident(editor);
  await other.query('begin');
  await other.query(
    `insert into kept_part (incident_id, key, id, value) values ($1, 'timeline', 'late', '{"text": "late"}')`,
    [idOf(incident)],
  );
  const archived = approver.call('POST', `${incident}/archive`);
  for (let tries = 0; (await versionsOf(incident)).length === 0; tries += 1) {
    assert.ok(tries < 200, 'it is not archived');
    await sleep(10);
  }
  await other.query('commit');
  const { json } = await archived;
  const versions = await versionsOf(incident);
  assert.deepEqual(
    versions.map(({ status }) => status),
    ['archived', 'archived'],
  );
  assert.equal(versions[0]?.sha256, await contentHash(incident));
  assert.deepEqual([json['version'], json['sha256']], [2, versions[0]?.sha256]);
});

test('an incident that many write to all the time is archived all the same, and all that was saved is in it', async () => {
  const incident = await readyIncident(editor);
  let open = true;
  const saved: string[] = [];
  const writers = Array.from({ length: 6 }, async () => {
    while (open) {
      const { status, json } = await editor.call('POST', `${incident}/timeline`, { entry: { text: 'again' } });
      if (status === 200) saved.push(json['id'] ?? '');
      else open = false;
    }
  });
  await sleep(50);
  const archived = await approver.call('POST', `${incident}/archive`);
  open = false;
  await Promise.all(writers);
  assert.equal(archived.status, 200, archived.text);
  const { json } = await editor.call('GET', incident);
  const [version] = await versionsOf(incident);
  assert.deepEqual([version?.sha256, archived.json['sha256']], [json['sha256'], json['sha256']]);
  const kept = (json['versions'] as unknown as { timeline: { id: string }[] }).timeline.map(({ id }) => id);
  assert.deepEqual(kept.toSorted(), saved.toSorted());
});
