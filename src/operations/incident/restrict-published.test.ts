import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readyIncident, reviewServer, signAs } from '../../../test/server/review.ts';

const server = await reviewServer();
const [admin, approver, editor] = [
  await server.person('admin'),
  await server.person('approver'),
  await server.person('editor'),
];
const pageStatus = async (slug: string) => (await server.app.request(`/public/${slug}`)).status;

/** Publishes a new incident as it is; its address and that of its page. */
async function published(prepare?: (incident: string) => Promise<unknown>) {
  const incident = await readyIncident(editor);
  await editor.call('POST', `${incident}/submit`);
  await signAs(editor, incident, 'Author');
  await signAs(admin, incident, 'Approver');
  await admin.call('POST', `${incident}/approve`);
  await prepare?.(incident);
  const { sha256, slug } = (await admin.call('POST', `${incident}/publication/preview`, {})).json as unknown as {
    sha256: string;
    slug: string;
  };
  assert.equal((await admin.call('POST', `${incident}/publication`, { sha256 })).status, 200);
  assert.equal(await pageStatus(slug), 200);
  return { incident, slug };
}
const restrict = (incident: string, members: string[] = []) =>
  admin.call('PUT', `${incident}/visibility`, { visibility: 'restricted', members });

test('to restrict a published incident takes its page away, and says so', async () => {
  const { incident, slug } = await published();
  assert.deepEqual((await restrict(incident)).json, {
    visibility: 'restricted',
    members: [],
    withdrawn: `http://localhost/public/${slug}`,
  });
  assert.equal(await pageStatus(slug), 410);
  assert.equal((await approver.call('GET', incident)).status, 404);
  assert.equal((await admin.call('GET', incident)).json['status'], 'approved');
  assert.equal(typeof (await admin.call('GET', `${incident}/publication`)).json['withdrawnAt'], 'string');
  assert.equal('withdrawn' in (await restrict(incident)).json, false);
});

test('a page that was published while its incident was restricted stays when other people are named', async () => {
  const { incident, slug } = await published((id) => restrict(id));
  assert.equal('withdrawn' in (await restrict(incident, [editor.personId])).json, false);
  assert.equal(await pageStatus(slug), 200);
});
