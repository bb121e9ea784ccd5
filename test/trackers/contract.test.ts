import assert from 'node:assert/strict';
import { test } from 'node:test';
import { newHook, readAll } from '../server/hooks.ts';
import { noFaults } from './fakes/fake-server.ts';
import { fakeGithub } from './fakes/github.ts';
import { fakeGitlab } from './fakes/gitlab.ts';
import { fakeJira } from './fakes/jira.ts';
import { fakeLinear } from './fakes/linear.ts';
import { incidentWith, linksOf, setup, sure } from './setup.ts';

const { server: whole, admin, clock, rest, round } = await setup();
const { now } = clock;

const kinds = [
  { kind: 'github', fake: await fakeGithub({ now }), account: 'ann-gh', hasDue: false, ticket: 'acme/follow-up#1' },
  {
    kind: 'gitlab',
    fake: await fakeGitlab({ now }),
    account: 'ann-gl',
    hasDue: true,
    ticket: 'acme/platform/follow-up#1',
  },
  {
    kind: 'jira',
    fake: await fakeJira({ now }),
    account: '5b10a2844c20165700ede21g',
    hasDue: true,
    ticket: 'OPS-1',
    user: 'bot@acme.example',
  },
  { kind: 'linear', fake: await fakeLinear({ now }), account: 'ann@acme.example', hasDue: true, ticket: 'OPS-1' },
] as const;

for (const { kind, fake, account, hasDue, ticket, ...more } of kinds) {
  const { server, issues, token, project } = fake;
  const place = { kind, address: server.url, project, ...more };

  test(`${kind}: an action becomes an issue, and what either side changes stands on both`, async () => {
    const tried = await admin.call('POST', '/trackers/test', { ...place, token });
    assert.equal(tried.status, 200, tried.text);
    const made = await admin.call('POST', '/trackers', {
      name: kind,
      ...place,
      token,
      accounts: { 'Ann Example': account },
    });
    assert.equal(made.status, 201, made.text);
    assert.ok(!made.text.includes(token));
    const { id, ids } = await incidentWith(admin, [
      { id: 'AI-001', text: 'Add an index @here', owner: 'Ann Example', due: '2027-01-10', status: 'open' },
      { text: 'Write the runbook' },
    ]);
    const action = `/incidents/${id}/actions/${ids[0]}`;
    const sent = await admin.call('POST', `${action}/send-to-tracker`, { tracker: kind });
    assert.equal(sent.status, 200, sent.text);
    await rest();
    assert.equal(issues.all.length, 1);
    const issue = sure(issues.all[0]);
    assert.deepEqual([issue.title, issue.owner, issue.state], ['Add an index @here', account, 'open']);
    if (hasDue) assert.equal(issue.due, '2027-01-10');
    const inStep = sure((await linksOf(admin, id))[0]);
    assert.deepEqual([inStep.state, inStep.problem, inStep.conflicts], ['inStep', null, []]);
    const listed = async () =>
      (await admin.call('GET', `/actions?incident=INC-${inStep.incident.slice(4)}`)).json as unknown as {
        items: {
          id: string;
          version: number;
          state: string;
          owner: string;
          due: string;
          ticket: string;
          text: string;
        }[];
      };
    const ours = async () => sure((await listed()).items.find((each) => each.id === ids[0]));
    assert.equal((await ours()).ticket, ticket);

    issues.touch(1, { state: 'done', ...(hasDue ? { due: '2027-02-01' } : {}) });
    await rest();
    assert.equal((await ours()).state, 'done');
    if (hasDue) assert.equal((await ours()).due, '2027-02-01');

    const seen = (await ours()).version;
    const reworded = await admin.call('PATCH', action, {
      set: { text: 'Add two indexes', status: 'open', done: false },
      seen,
    });
    assert.equal(reworded.status, 200, reworded.text);
    await rest();
    assert.deepEqual([issue.title, issue.state], ['Add two indexes', 'open']);
    const asked = server.asked.length;
    await round();
    await round();
    assert.ok(
      server.asked.filter(({ method }) => method !== 'GET').length > 0 && server.asked.length - asked <= 2,
      'nothing goes round',
    );
    assert.deepEqual(server.violations, []);
  });

  test(`${kind}: what both sides changed is shown with both values, and a person decides`, async () => {
    const { id, ids } = await incidentWith(admin, [{ text: 'Both change this', status: 'open' }]);
    const action = `/incidents/${id}/actions/${ids[0]}`;
    await admin.call('POST', `${action}/send-to-tracker`, { tracker: kind });
    await rest();
    const number = issues.all.length;
    for (const [keep, expected] of [
      ['theirs', 'Said there'],
      ['ours', 'Said here'],
    ] as const) {
      issues.touch(number, { title: 'Said there' });
      const { json } = await admin.call('GET', `/actions?incident=${sure((await linksOf(admin, id))[0]).incident}`);
      const [{ version }] = (json as unknown as { items: [{ version: number }] }).items;
      const said = await admin.call('PATCH', action, { set: { text: 'Said here' }, seen: version });
      assert.equal(said.status, 200, said.text);
      await rest();
      const link = sure((await linksOf(admin, id))[0]);
      assert.equal(link.state, 'conflict');
      assert.deepEqual(link.conflicts, [{ field: 'title', ours: 'Said here', theirs: 'Said there' }]);
      const decided = await admin.call('POST', `/incidents/${id}/links/${link.id}/resolve`, {
        ...link.conflicts[0],
        keep,
      });
      assert.equal(decided.status, 200, decided.text);
      await rest();
      const after = sure((await linksOf(admin, id))[0]);
      assert.deepEqual(
        [after.state, after.action.text, sure(issues.all[number - 1]).title],
        ['inStep', expected, expected],
      );
      issues.touch(number, { title: 'Before' });
      await rest();
    }
  });

  test(`${kind}: an answer that is lost makes no second issue, and one that never came makes the issue`, async () => {
    const before = issues.all.length;
    const { id, ids } = await incidentWith(admin, [{ text: 'Cut' }, { text: 'Failed' }]);
    for (const [index, faults] of [{ cuts: 1 }, { fails: 1 }].entries()) {
      await admin.call('POST', `/incidents/${id}/actions/${ids[index]}/send-to-tracker`, { tracker: kind });
      server.faults = { ...noFaults, ...faults };
      await round();
      server.faults = noFaults;
      assert.equal((await linksOf(admin, id))[index]?.state === 'inStep', false);
    }
    await rest();
    assert.deepEqual(
      (await linksOf(admin, id)).map(({ state }) => state),
      ['inStep', 'inStep'],
    );
    assert.equal(issues.all.length - before, 2);
  });

  test(`${kind}: an issue that is there is linked by its key, and not twice`, async () => {
    const issue = issues.add({ title: 'Was there before', state: 'done' });
    const { id, ids } = await incidentWith(admin, [{ text: 'Is here', status: 'open' }, { text: 'Another' }]);
    const key = kind === 'jira' || kind === 'linear' ? `ops-${issue.number}` : `#${issue.number}`;
    const linked = await admin.call('POST', `/incidents/${id}/actions/${ids[0]}/link`, { tracker: kind, issue: key });
    assert.equal(linked.status, 200, linked.text);
    const twice = await admin.call('POST', `/incidents/${id}/actions/${ids[1]}/link`, { tracker: kind, issue: key });
    assert.deepEqual([twice.status, twice.json['code']], [409, 'link.taken']);
    const other = await admin.call('POST', `/incidents/${id}/actions/${ids[1]}/link`, { tracker: kind, issue: 'XX 9' });
    assert.equal(other.json['code'], 'link.issue');
    await rest();
    const link = sure((await linksOf(admin, id))[0]);
    assert.deepEqual([link.action.text, link.values?.title], ['Is here', 'Was there before']);
    assert.equal(link.state, 'inStep');
    assert.equal((await admin.call('POST', `/incidents/${id}/actions/${ids[0]}/unlink`, {})).status, 200);
    assert.deepEqual(await linksOf(admin, id), []);
  });

  test(`${kind}: limits and refusals leave it alone, and say so`, async () => {
    const { id, ids } = await incidentWith(admin, [{ text: 'Later' }]);
    await admin.call('POST', `/incidents/${id}/actions/${ids[0]}/send-to-tracker`, { tracker: kind });
    server.faults = { ...noFaults, limits: 1 };
    await round();
    const health = async () =>
      (
        (await admin.call('GET', '/trackers')).json as unknown as {
          items: { kind: string; health: { problem: string | null; restUntil: string | null } }[];
        }
      ).items.find((each) => each.kind === kind)?.health;
    assert.ok(Date.parse((await health())?.restUntil ?? '') > clock.ms + 15_000, JSON.stringify(await health()));
    const asked = server.asked.length;
    await round();
    assert.equal(server.asked.length, asked);
    server.faults = noFaults;
    await rest();
    assert.deepEqual([sure((await linksOf(admin, id))[0]).state, (await health())?.problem], ['inStep', null]);
    const refused = await admin.call('POST', '/trackers/test', { ...place, token: 'wrong' });
    assert.deepEqual([refused.status, refused.json['code']], [502, 'tracker.refused']);
    assert.deepEqual(server.violations, []);
  });
}

test('a webhook has the tracker asked at once, however often and in whatever order it comes; it is not believed', async () => {
  const { server, issues, token } = await fakeGithub({ now });
  const hook = await newHook(admin, 'github');
  const place = { kind: 'github', address: server.url, project: 'acme/follow-up', token, hook: hook.id };
  const made = await admin.call('POST', '/trackers', { name: 'hooked', ...place });
  assert.equal(made.status, 201, made.text);
  const { id, ids } = await incidentWith(admin, [{ text: 'Told by a webhook' }]);
  await admin.call('POST', `/incidents/${id}/actions/${ids[0]}/send-to-tracker`, { tracker: 'hooked' });
  await round();
  clock.ms += 5000;
  await round();
  issues.touch(1, { title: 'Changed there' });
  const before = server.asked.length;
  await round();
  assert.equal(server.asked.length, before, 'it is not time yet');
  clock.ms += 1000;
  const body = JSON.stringify({ action: 'edited', issue: { number: 1, title: 'A lie', state: 'closed' } });
  for (const delivery of ['2', '1', '2']) {
    const headers = { 'content-type': 'application/json', 'x-github-event': 'issues', 'x-github-delivery': delivery };
    assert.equal((await whole.app.request(hook.path, { method: 'POST', headers, body })).status, 200);
  }
  await readAll(whole);
  await round();
  const link = sure((await linksOf(admin, id))[0]);
  assert.deepEqual([link.action.text, link.values?.state], ['Changed there', 'open']);
});
