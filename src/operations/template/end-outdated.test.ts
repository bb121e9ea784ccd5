import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { test } from 'node:test';
import { readyIncident, reviewServer, signAs, smallTemplate } from '../../../test/server/review.ts';
import { compileTemplate } from '../../templates/index.ts';
import { systemActor } from '../access/actor.ts';
import { freshBytes } from '../fresh-bytes.ts';
import { endOutdatedApprovals } from './end-outdated.ts';

const server = await reviewServer();
const approver = await server.person('approver', 'Ann');
const editor = await server.person('editor', 'Ed');

async function approved(): Promise<string> {
  const incident = await readyIncident(editor);
  await editor.call('POST', `${incident}/submit`);
  await signAs(editor, incident, 'Author');
  await signAs(approver, incident, 'Approver');
  assert.equal((await approver.call('POST', `${incident}/approve`)).status, 200);
  return incident.split('/').at(-1) ?? '';
}
const listed = async () => {
  const { json } = await editor.call('GET', '/incidents?status=approved');
  return (json as unknown as { items: { id: string }[] }).items.map(({ id }) => id);
};
async function start(): Promise<void> {
  const { config, database, evidence, origin, now, templates } = server.around;
  const made = { newId: () => randomUUID(), random: freshBytes };
  const around = { config, database, evidence, origin, now: now(), templates: await templates() };
  await endOutdatedApprovals({ ...around, ...made, actor: systemActor });
}
const upgrades = () =>
  server.around.database.kysely
    .selectFrom('entry')
    .select('subject')
    .where('operation', '=', 'template.upgrade')
    .execute();

test('a start with a template file that changed ends the approvals given for the old one, in lists too', async () => {
  const before = await approved();
  await start();
  assert.deepEqual(await listed(), [before]);
  assert.deepEqual(await upgrades(), []);
  const template = compileTemplate(smallTemplate('title: Another'));
  server.around.templates = async () => [template];
  await start();
  assert.deepEqual(await listed(), []);
  const since = await approved();
  await start();
  assert.deepEqual(await listed(), [since]);
  assert.deepEqual(await upgrades(), [{ subject: 'template/small' }]);
  const { signoffs } = (await editor.call('GET', `/incidents/${before}`)).json as unknown as {
    signoffs: { voided?: { sentence: string } }[];
  };
  assert.match(signoffs[0]?.voided?.sentence ?? '', /^void: the template small changed at .* by Hindcast$/);
});
