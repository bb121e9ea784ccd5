import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readVerifier, verifyText } from '../../ledger/note/keys.ts';
import { systemActor } from '../access/actor.ts';
import { may } from '../access/permissions.ts';
import { readyIncident, reviewServer, signAs, smallTemplate } from '../../../test/server/review.ts';

const server = await reviewServer();
const approver = await server.person('approver', 'Ann');
const editor = await server.person('editor', 'Ed');

type Signoffs = {
  sha256: string;
  open: string[];
  items: { role: string; valid: boolean; voided?: { field: string; sentence: string } }[];
};
const signoffsOf = async (incident: string) =>
  (await editor.call('GET', `${incident}/signoffs`)).json as unknown as Signoffs;

async function inReview(): Promise<string> {
  const incident = await readyIncident(editor);
  await editor.call('POST', `${incident}/submit`);
  return incident;
}

test('roles sign in the order of the template, one person one role, each once', async () => {
  const incident = await inReview();
  assert.equal((await signAs(approver, incident, 'Approver')).json['code'], 'signoff.order');
  assert.equal((await signAs(editor, incident, 'Poet')).json['code'], 'signoff.role');
  assert.equal((await signAs(editor, incident, 'Author')).status, 200);
  assert.equal((await signAs(approver, incident, 'Author')).json['code'], 'signoff.given');
  assert.equal((await signAs(editor, incident, 'Approver')).json['code'], 'signoff.same-person');
  assert.deepEqual((await signoffsOf(incident)).open, ['Approver']);
  assert.equal((await signAs(approver, incident, 'Approver')).status, 200);
  assert.deepEqual((await signoffsOf(incident)).open, []);
});

test('of two who sign the same role at once one signature is made', async () => {
  const incident = await inReview();
  const ready = [editor, approver].map(async (by) => {
    const answer = await by.call('POST', `${incident}/signoffs/prepare`, { role: 'Author' });
    return () => by.call('POST', `${incident}/signoffs`, { statement: answer.json['statement'] });
  });
  const signs = await Promise.all(ready);
  const answers = await Promise.all(signs.map((sign) => sign()));
  assert.deepEqual(answers.map(({ status }) => status).toSorted(), [200, 409]);
  assert.equal((await signoffsOf(incident)).items.length, 1);
});

test('a template may let one person sign several roles', async () => {
  const lenient = await reviewServer(smallTemplate('signoffBySamePerson: true'));
  const one = await lenient.person('owner');
  const incident = await readyIncident(one);
  await one.call('POST', `${incident}/submit`);
  for (const role of ['Author', 'Approver']) assert.equal((await signAs(one, incident, role)).status, 200);
  assert.equal((await one.call('POST', `${incident}/approve`)).json['status'], 'approved');
});

test('tokens, viewers and people outside never sign, whatever scopes they have', async () => {
  const incident = await inReview();
  for (const who of [
    await server.token('admin'),
    await server.token('editor', ['signoff.sign']),
    await server.person('viewer'),
  ]) {
    const answers = [
      await who.call('POST', `${incident}/signoffs/prepare`, { role: 'Author' }),
      await who.call('POST', `${incident}/signoffs`, { statement: '{}' }),
    ];
    for (const { status, json } of answers) assert.ok([403, 404].includes(status), JSON.stringify(json));
  }
  assert.deepEqual((await signoffsOf(incident)).items, []);
});

test('the system signs nothing', () => {
  assert.equal(may(systemActor, 'signoff.sign', { status: 'inReview', visibility: 'internal' }), false);
});

test('signing is for the review alone', async () => {
  const incident = await readyIncident(editor);
  assert.equal((await signAs(editor, incident, 'Author')).json['code'], 'signoff.not-in-review');
});

test('a statement is signed once, by whom it was made for, for its incident, over unchanged content', async () => {
  const [incident, other] = [await inReview(), await inReview()];
  const prepared = await editor.call('POST', `${incident}/signoffs/prepare`, { role: 'Author' });
  const statement = String(prepared.json['statement']);
  const sign = (by: typeof editor, at: string, text: string) => by.call('POST', `${at}/signoffs`, { statement: text });
  const forged = statement.replace('"Author"', '"Approver"');
  for (const [by, at, text] of [
    [approver, incident, statement],
    [editor, other, statement],
    [editor, incident, forged],
    [editor, incident, '{}'],
  ] as const)
    assert.equal((await sign(by, at, text)).json['code'], 'signoff.stale');
  await editor.call('PATCH', `${incident}/record/summary`, { set: { text: 'Changed meanwhile.' }, seen: 1 });
  assert.equal((await sign(editor, incident, statement)).json['code'], 'signoff.stale');
  await editor.call('PATCH', `${incident}/record/summary`, { set: { text: 'Orders failed for an hour.' }, seen: 2 });
  const answers = await Promise.all([1, 2, 3].map(() => sign(editor, incident, statement)));
  assert.deepEqual(answers.map(({ status }) => status).toSorted(), [200, 409, 409]);
  assert.equal((await signoffsOf(incident)).items.length, 1);
});

test('an old statement cannot be signed', async () => {
  const late = await reviewServer();
  const ed = await late.person('editor', 'Ed');
  const incident = await readyIncident(ed);
  await ed.call('POST', `${incident}/submit`);
  const prepared = await ed.call('POST', `${incident}/signoffs/prepare`, { role: 'Author' });
  late.around.now = () => new Date(Date.now() + 11 * 60_000).toISOString();
  const refused = await ed.call('POST', `${incident}/signoffs`, { statement: prepared.json['statement'] });
  assert.equal(refused.json['code'], 'signoff.stale');
});

test('an edit voids a signature and says which, when and by whom; undone, it holds again', async () => {
  const incident = await inReview();
  await signAs(editor, incident, 'Author');
  await approver.call('POST', `${incident}/timeline`, { entry: { text: 'found it' } });
  await approver.call('PATCH', `${incident}/record/summary`, { set: { text: 'Worse.' }, seen: 1 });
  const [voided] = (await signoffsOf(incident)).items;
  assert.equal(voided?.valid, false);
  assert.match(voided?.voided?.sentence ?? '', /^voided by the change of timeline\/[\w-]+ at \d{4}-.*Z by Ann$/);
  const shown = (await editor.call('GET', incident)).json as unknown as {
    signoffs: { valid: boolean }[];
    versions: { timeline: { id: string; version: number }[] };
  };
  assert.equal(shown.signoffs[0]?.valid, false);
  const [entry] = shown.versions.timeline;
  await approver.call('DELETE', `${incident}/timeline/${entry?.id}?seen=${entry?.version}`);
  const after = (await signoffsOf(incident)).items[0];
  assert.match(after?.voided?.sentence ?? '', /^voided by the change of summary\.text at .* by Ann$/);
  assert.equal((await signAs(editor, incident, 'Author')).status, 200);
  await approver.call('PATCH', `${incident}/record/summary`, { set: { text: 'Orders failed for an hour.' }, seen: 2 });
  assert.deepEqual(
    (await signoffsOf(incident)).items.map(({ valid }) => valid),
    [true, false],
  );
});

test('the signature of the server holds over the statement, which says how the person had signed in', async () => {
  const incident = await inReview();
  await signAs(editor, incident, 'Author');
  const row = await server.around.database.kysely
    .selectFrom('signoff')
    .selectAll()
    .where('incident_id', '=', incident.split('/').at(-1) ?? '')
    .executeTakeFirstOrThrow();
  const statement = JSON.parse(row.statement) as Record<string, unknown>;
  assert.deepEqual(
    [statement['method'], statement['signedInBy'], statement['role']],
    ['server', 'email-link', 'Author'],
  );
  assert.equal(statement['sha256'], (await signoffsOf(incident)).sha256);
  const { publicKey } = row.assertion as { publicKey: string };
  assert.ok(verifyText(row.statement, row.signature, readVerifier(publicKey)));
});
