import assert from 'node:assert/strict';
import { test } from 'node:test';
import { storedContext } from '../../src/http/stored-context.ts';
import { systemActor } from '../../src/operations/access/actor.ts';
import { loadTrackers } from '../../src/operations/tracker/load.ts';
import { loadOurs } from '../../src/operations/tracker/sync/ours.ts';
import { translationOf } from '../../src/operations/tracker/sync/translation.ts';
import { makeRandom } from '../random.ts';
import type { FakeIssue } from './fakes/fake-issues.ts';
import { type Faults, noFaults } from './fakes/fake-server.ts';
import { fakeGithub } from './fakes/github.ts';
import { fakeGitlab } from './fakes/gitlab.ts';
import { fakeJira } from './fakes/jira.ts';
import { fakeLinear } from './fakes/linear.ts';
import { incidentWith, setup, sure } from './setup.ts';

const incidents = 100;
const ofEach = 100;
/** How many actions are changed here, how many issues there, and on how many both sides are. */
const [here, there, both] = [500, 1000, 60];

const { server, admin, clock, round, rest } = await setup();
const { database } = server.around;
const dice = makeRandom(20261121);
const random = () => dice.below(1_000_000) / 1_000_000;
const now = () => clock.ms;
const fakes = {
  github: await fakeGithub({ now, random }),
  gitlab: await fakeGitlab({ now, random }),
  jira: await fakeJira({ now, random, lagMs: 5000 }),
  linear: await fakeLinear({ now, random }),
};
const kinds = Object.keys(fakes) as (keyof typeof fakes)[];
const faults: Faults = { fails: 0.03, cuts: 0.03, forgets: 0.02, limits: 0.0005, stale: 0.2 };
const setFaults = (given: Faults) => kinds.forEach((kind) => (fakes[kind].server.faults = given));

type Row = {
  id: string;
  trackerId: string;
  kind: (typeof kinds)[number];
  issueId: string;
  conflicts: object;
  incidentId: string;
  actionId: string;
};
const rows = async (): Promise<Row[]> =>
  (
    await database.query<Row>({
      text: `select l.id, l.tracker_id as "trackerId", t.kind, l.issue_id as "issueId", l.conflicts, l.incident_id as "incidentId",
        l.action_id as "actionId" from tracker_link l join tracker t on t.id = l.tracker_id where l.ended_at is null order by l.id`,
      values: [],
    })
  ).rows;

/** Links every action with one of the four trackers, as `action.send-to-tracker` does with one. */
async function sendAll(trackers: string[]): Promise<void> {
  await database.query({
    text: `insert into tracker_link (id, tracker_id, incident_id, action_id, due_at, created_at, created_by)
      select gen_random_uuid(), ($1::uuid[])[1 + (row_number() over (order by incident_id, id)) % $3], incident_id, id, $2::timestamptz, $2::timestamptz, 'system'
      from action_head where text like 'Mend %'`,
    values: [trackers, new Date(clock.ms).toISOString(), trackers.length],
  });
}

const issueOf = ({ kind, issueId, id }: Row): FakeIssue | undefined => {
  const { all, find } = fakes[kind].issues;
  if (kind === 'linear') return all.find(({ marker }) => marker === id);
  return find(kind === 'jira' ? Number(issueId) - 10_000 : Number(issueId));
};

async function changeHere(links: readonly Row[], index: number): Promise<void> {
  const { incidentId, actionId } = sure(links[index]);
  const path = `/incidents/${incidentId}/actions/${actionId}`;
  const { rows: found } = await database.query<{ version: number }>({
    text: 'select version from action_head where incident_id = $1 and id = $2',
    values: [incidentId, actionId],
  });
  const set = dice.pick([{ text: `Said here ${index}` }, { due: `2027-03-${10 + (index % 19)}` }, { status: 'done' }]);
  const { status, text } = await admin.call('PATCH', path, { set, seen: found[0]?.version });
  assert.equal(status, 200, text);
}

function changeThere(link: Row, index: number): void {
  const issue = sure(issueOf(link));
  const due = link.kind === 'github' ? {} : { due: `2027-04-${10 + (index % 19)}` };
  const change = dice.pick([
    { title: `Said there ${index}` },
    { state: 'done' as const },
    { ...due, title: `Moved ${index}` },
  ]);
  fakes[link.kind].issues.touch(issue.number, change);
}

test(`${incidents * ofEach} actions and their issues are in step after outages, lost answers, limits, stale lists and two processes at once`, async () => {
  const trackers: string[] = [];
  for (const kind of kinds) {
    const { server: fake, project, token } = fakes[kind];
    const user = kind === 'jira' ? { user: 'bot@acme.example' } : {};
    const made = await admin.call('POST', '/trackers', {
      name: kind,
      kind,
      address: fake.url,
      project,
      token,
      ...user,
    });
    trackers.push(String(made.json['id']));
  }
  for (let index = 0; index < incidents; index += 1)
    await incidentWith(
      admin,
      Array.from({ length: ofEach }, (_, each) => ({
        text: `Mend ${index}.${each}`,
        due: '2027-01-10',
        status: 'open',
      })),
    );
  await sendAll(trackers);

  setFaults(faults);
  await Promise.all([round(), round()]);
  clock.ms += 130_000;
  kinds.forEach((kind, index) => (fakes[kind].server.isDown = index % 2 === 0));
  for (let index = 0; index < 3; index += 1, clock.ms += 130_000) await round();
  kinds.forEach((kind) => (fakes[kind].server.isDown = false));
  assert.ok((await rest(130_000, 200)) < 200, 'it does not come to rest');
  const links = await rows();
  assert.equal(links.length, incidents * ofEach);
  for (const kind of kinds) {
    const own = links.filter((link) => link.kind === kind);
    const { all } = fakes[kind].issues;
    assert.equal(all.length, own.length, `${kind}: an issue was made twice, or not at all`);
    assert.equal(new Set(all.map(({ marker }) => marker)).size, own.length);
  }

  const changed = links.toSorted(() => random() - 0.5);
  for (let index = 0; index < here; index += 1) await changeHere(changed, index);
  // The first of them are changed there, too.
  for (let index = here - both; index < here - both + there; index += 1) changeThere(sure(changed[index]), index);
  kinds.forEach((kind, index) => (fakes[kind].server.isDown = index % 2 === 1));
  await Promise.all([round(), round()]);
  clock.ms += 130_000;
  kinds.forEach((kind) => (fakes[kind].server.isDown = false));
  assert.ok((await rest(130_000, 60)) < 60, 'it does not come to rest');
  setFaults(noFaults);
  await rest(400_000, 20);

  const context = await storedContext(server.around, systemActor, server.around.now());
  const kept = await loadTrackers(context);
  const after = await rows();
  const ours = await loadOurs(
    context,
    after.map(({ id }) => id),
  );
  const apart = after.filter((link) => {
    const { fields, toTheirs } = translationOf(sure(kept.find(({ id }) => id === link.trackerId)));
    const values = sure(ours.get(link.id)).values;
    const issue = sure(issueOf(link));
    return fields.some((field) => toTheirs(field, values[field]) !== issue[field] && !(field in link.conflicts));
  });
  assert.deepEqual(apart, [], `${apart.length} are apart, and nobody is told`);
  const undecided = after.filter(({ conflicts }) => Object.keys(conflicts).length > 0);
  const touchedByBoth = new Set(changed.slice(here - both, here).map(({ id }) => id));
  assert.ok(
    undecided.length > 0 && undecided.every(({ id }) => touchedByBoth.has(id)),
    `${undecided.length} conflicts`,
  );
  for (const kind of kinds) {
    assert.equal(fakes[kind].issues.all.length, after.filter((link) => link.kind === kind).length);
    assert.deepEqual(fakes[kind].server.violations, []);
  }
});
