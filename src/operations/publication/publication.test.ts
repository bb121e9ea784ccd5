import assert from 'node:assert/strict';
import { test } from 'node:test';
import { reviewServer, signAs } from '../../../test/server/review.ts';

const server = await reviewServer();
const approver = await server.person('approver', 'Ann Lee');
const editor = await server.person('editor', 'Ed Falk');
const viewer = await server.person('viewer', 'Vera');

type Found = { id: string; kind: string; text: string; place: string };
type Preview = { sha256: string; slug: string; markdown: string; html: string; removed: Found[]; suspects: Found[] };

/** An approved incident full of things that are not for the public; its address. */
async function approved(more: Record<string, string> = {}): Promise<string> {
  const record = {
    incident: { title: 'Checkout down' },
    summary: {
      text: 'Ed Falk restarted db-prod-03 (10.0.12.7), see https://grafana.example.com/d/1. Jane Miller watched.',
    },
    timeline: [{ at: '2026-01-01T10:00Z', precision: 'instant', text: 'Ed paged ann@example.com' }],
  };
  const created = await editor.call('POST', '/incidents', { record, template: 'small', ...more });
  const incident = `/incidents/${created.json['id']}`;
  await editor.call('POST', `${incident}/submit`);
  await signAs(editor, incident, 'Author');
  await signAs(approver, incident, 'Approver');
  assert.equal((await approver.call('POST', `${incident}/approve`)).status, 200);
  return incident;
}

const preview = async (incident: string, wishes: object = {}) =>
  (await approver.call('POST', `${incident}/publication/preview`, wishes)).json as unknown as Preview;
/** What is sent to publish what was seen, all that is suspected accepted. */
const agreed = ({ sha256, suspects }: Preview) => ({ sha256, accepted: suspects.map(({ id }) => id) });
const open = async (slug: string, headers: Record<string, string> = {}) => {
  const response = await server.app.request(`/public/${slug}`, { headers });
  return { status: response.status, headers: response.headers, text: await response.text() };
};
const secrets = /Ed\b|Falk|Ann|db-prod|10\.0\.12|grafana|@example/;

test('what was previewed is published, byte for byte, and nothing is public before', async () => {
  const incident = await approved();
  const seen = await preview(incident);
  assert.equal((await open(seen.slug)).status, 404);
  const done = await approver.call('POST', `${incident}/publication`, agreed(seen));
  assert.equal(done.json['url'], `http://localhost/public/${seen.slug}`);
  const page = await open(seen.slug);
  assert.deepEqual([page.status, page.text], [200, seen.html]);
  assert.match(seen.slug, /^inc-\d+-checkout-down$/);
  assert.equal((await viewer.call('GET', incident)).json['status'], 'published');
  assert.equal((await open(seen.slug, { 'if-none-match': page.headers.get('etag') ?? '' })).status, 304);
});

test('a public page holds no name, host, address or link, has no script and loads nothing', async () => {
  const incident = await approved();
  const seen = await preview(incident);
  await approver.call('POST', `${incident}/publication`, agreed(seen));
  const { text, headers } = await open(seen.slug);
  assert.ok(text.includes('a team member restarted (host removed) ((address removed)), see (link removed).'));
  assert.equal(secrets.exec(text.slice(text.indexOf('<body>')))?.[0], undefined);
  assert.equal(/<script|\son\w+=|https?:\/\/(?!www\.w3\.org)/.exec(text)?.[0], undefined);
  assert.match(headers.get('content-security-policy') ?? '', /script-src 'none'.*frame-ancestors 'none'/);
  assert.equal(headers.get('set-cookie'), null);
});

test('the leak report says what was taken out and what is still to be looked at', async () => {
  const { removed, suspects } = await preview(await approved());
  const kinds = new Set(removed.map(({ kind }) => kind));
  for (const kind of ['name', 'host name', 'IP address', 'link', 'e-mail address']) assert.ok(kinds.has(kind), kind);
  assert.deepEqual(
    suspects.map(({ kind, text, place }) => [kind, text, place]),
    [['may be a name', 'Jane Miller', 'summary.text']],
  );
});

test('nothing is published while a suspicion is not decided, and what is taken out is not on the page', async () => {
  const incident = await approved();
  const seen = await preview(incident);
  const [jane] = seen.suspects;
  const publish = (body: object) => approver.call('POST', `${incident}/publication`, body);
  const early = await publish({ sha256: seen.sha256 });
  assert.deepEqual([early.status, early.json['code']], [409, 'publication.undecided']);
  assert.match(seen.html, /Jane Miller/);
  const wishes = { redacted: [jane?.id] };
  const again = await preview(incident, wishes);
  assert.doesNotMatch(again.html, /Jane|Miller/);
  assert.match(again.html, /somebody watched/);
  assert.equal((await publish({ sha256: seen.sha256, ...wishes })).json['code'], 'publication.changed');
  assert.equal((await publish({ sha256: again.sha256, ...wishes })).status, 200);
  assert.equal((await open(again.slug)).text, again.html);
});

test('words that owners never want to be public are taken out of every public version', async () => {
  const owner = await server.person('owner', 'Olga Own');
  const incident = await approved();
  const change = (value: string[] | null, seen: number) =>
    owner.call('PATCH', '/settings/publishing.never', { value, seen });
  assert.equal((await change(['Checkout'], 0)).status, 200);
  const { html, removed } = await preview(incident);
  assert.doesNotMatch(html, /Checkout/i);
  assert.ok(removed.some(({ text }) => text === 'Checkout'));
  assert.equal((await change(null, 1)).status, 200);
});

test('nobody publishes what they have not seen', async () => {
  const incident = await approved();
  const seen = await preview(incident);
  const publish = (body: object) => approver.call('POST', `${incident}/publication`, body);
  assert.equal((await publish({ sha256: 'f'.repeat(64) })).json['code'], 'publication.changed');
  assert.equal(
    (await publish({ sha256: seen.sha256, costs: true, publicHosts: ['grafana.example.com'] })).json['code'],
    'publication.changed',
  );
  assert.equal((await publish({ sha256: seen.sha256, slug: 'another' })).json['code'], 'publication.changed');
  assert.equal((await publish({})).json['code'], 'input.invalid');
  for (const who of [editor, viewer, await server.token('admin')])
    assert.equal((await who.call('POST', `${incident}/publication`, agreed(seen))).status, 403);
  await editor.call('PATCH', `${incident}/record/summary`, { set: { text: 'Another.' }, seen: 1 });
  assert.equal((await publish({ sha256: seen.sha256 })).json['code'], 'lifecycle.elsewhere');
  assert.equal((await open(seen.slug)).status, 404);
});

test('an address belongs to one incident, also when two take it at once', async () => {
  const [one, two] = [await approved(), await approved()];
  const seen = await Promise.all([one, two].map((incident) => preview(incident, { slug: 'the-same' })));
  const answers = await Promise.all(
    [one, two].map((incident, index) =>
      approver.call('POST', `${incident}/publication`, { slug: 'the-same', ...agreed(seen[index] as Preview) }),
    ),
  );
  assert.deepEqual(answers.map(({ status }) => status).toSorted(), [200, 409]);
  assert.equal(answers.find(({ status }) => status === 409)?.json['code'], 'publication.slug');
});

test('a withdrawn page is gone, the incident is approved again, and can be published anew', async () => {
  const incident = await approved();
  const seen = await preview(incident);
  await approver.call('POST', `${incident}/publication`, agreed(seen));
  assert.equal((await editor.call('POST', `${incident}/publication/withdraw`, { reason: 'x' })).status, 403);
  assert.equal((await approver.call('POST', `${incident}/publication/withdraw`, {})).json['code'], 'input.invalid');
  assert.equal(
    (await approver.call('POST', `${incident}/publication/withdraw`, { reason: 'a name was left' })).status,
    200,
  );
  const gone = await open(seen.slug);
  assert.equal(gone.status, 410);
  assert.doesNotMatch(gone.text, /Checkout|restarted/);
  assert.equal((await viewer.call('GET', incident)).json['status'], 'approved');
  assert.equal(
    (await approver.call('POST', `${incident}/publication/withdraw`, { reason: 'again' })).json['code'],
    'publication.none',
  );
  const again = await preview(incident);
  assert.equal((await approver.call('POST', `${incident}/publication`, agreed(again))).status, 200);
  assert.equal((await open(again.slug)).status, 200);
});

test('an edit after publishing leaves the page as it was and says so; the incident goes through review again', async () => {
  const incident = await approved();
  const seen = await preview(incident);
  await approver.call('POST', `${incident}/publication`, agreed(seen));
  assert.equal((await viewer.call('GET', `${incident}/publication`)).json['outdated'], false);
  await editor.call('PATCH', `${incident}/record/summary`, { set: { text: 'It was the cache.' }, seen: 1 });
  assert.equal((await viewer.call('GET', `${incident}/publication`)).json['outdated'], true);
  assert.equal((await open(seen.slug)).text, seen.html);
  assert.equal((await editor.call('POST', `${incident}/submit`)).json['status'], 'inReview');
  assert.equal((await open(seen.slug)).status, 200);
  assert.equal(
    (await approver.call('POST', `${incident}/publication`, agreed(seen))).json['code'],
    'lifecycle.elsewhere',
  );
});

test('publishing a restricted incident shows the world its redacted version, and nobody else the incident', async () => {
  const owner = await server.person('owner');
  const incident = await approved();
  const id = incident.split('/').at(-1) ?? '';
  await server.around.database.kysely
    .updateTable('incident')
    .set({ visibility: 'restricted' })
    .where('id', '=', id)
    .execute();
  const seen = (await owner.call('POST', `${incident}/publication/preview`, {})).json as unknown as Preview;
  assert.equal((await owner.call('POST', `${incident}/publication`, agreed(seen))).status, 200);
  assert.equal((await open(seen.slug)).status, 200);
  assert.equal((await viewer.call('GET', incident)).status, 404);
  assert.equal((await viewer.call('POST', `${incident}/publication/preview`, {})).status, 404);
});

test('addresses of another form are not looked for', async () => {
  for (const slug of ['..%2f..', 'A', 'x'.repeat(200), "'--", '%00', 'nothing-here'])
    assert.equal((await open(slug)).status, 404, slug);
});
