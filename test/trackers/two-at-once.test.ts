import assert from 'node:assert/strict';
import { test } from 'node:test';
import { storedContext } from '../../src/http/stored-context.ts';
import { systemActor } from '../../src/operations/access/actor.ts';
import { loadTrackers } from '../../src/operations/tracker/load.ts';
import { claimLinks, keepOutcomes, type Link, type Outcome, stateOf } from '../../src/operations/tracker/sync/links.ts';
import type { LinkShown } from '../../src/operations/link/load.ts';
import { fakeGithub } from './fakes/github.ts';
import { incidentWith, linksOf, setup, sure } from './setup.ts';

const { server, admin, clock, rest, round } = await setup();
const fake = await fakeGithub({ now: clock.now });
const contextNow = () => storedContext(server.around, systemActor, server.around.now());

const made = await admin.call('POST', '/trackers', {
  name: 'github',
  kind: 'github',
  address: fake.server.url,
  project: fake.project,
  token: fake.token,
});
assert.equal(made.status, 201, made.text);

/** An action that is in step with its issue, and has something new to say of which another process has just taken hold. */
async function heldElsewhere(): Promise<{
  link: Link;
  /** The path of the action. */
  action: string;
  /** What the action says, and how its link is shown. */
  text: () => Promise<string>;
  shown: () => Promise<LinkShown>;
  keep: (outcome: Partial<Outcome>) => Promise<void>;
}> {
  const { id: incident, key, ids } = await incidentWith(admin, [{ text: 'Add an index', status: 'open' }]);
  const action = `/incidents/${incident}/actions/${ids[0]}`;
  const sent = await admin.call('POST', `${action}/send-to-tracker`, { tracker: 'github' });
  assert.equal(sent.status, 200, sent.text);
  await rest();
  const context = await contextNow();
  const due = 'update tracker_link set due_at = $1::timestamptz where incident_id = $2::uuid';
  await context.database.query({ text: due, values: [context.now, incident] });
  const tracker = sure((await loadTrackers(context)).find(({ kind }) => kind === 'github'));
  const link = sure((await claimLinks(context, tracker.id, 1))[0]);
  return {
    link,
    action,
    text: async () => {
      const { items } = (await admin.call('GET', `/actions?incident=${key}`)).json as unknown as {
        items: { text: string }[];
      };
      return sure(items[0]).text;
    },
    shown: async () => sure((await linksOf(admin, incident))[0]),
    keep: (outcome) => keepOutcomes(context, [{ ...stateOf(link), dueAt: null, ...outcome }]),
  };
}

/** Somebody changes the issue, and another process hears of it. */
async function saidThere(link: Link): Promise<void> {
  clock.ms += 61_000;
  fake.issues.touch(Number(link.issueId), { title: 'Said there' });
  await round();
}

// Regression: what one process heard while another compared the link as it was before was never looked at.
test('what a list says of a link that another process works on is not lost', async () => {
  const { link, text, shown, keep } = await heldElsewhere();
  await saidThere(link);
  assert.equal((await shown()).state, 'waiting');
  await keep({ agreed: link.agreed, conflicts: {} });
  await rest();
  assert.equal(await text(), 'Said there');
  assert.equal((await shown()).state, 'inStep');
});

// Regression: what had been told was forgotten with it, and the next change there was a conflict that nobody had made.
test('what one process told, and what a list said later, are no conflict', async () => {
  const { link, action, text, shown, keep } = await heldElsewhere();
  const said = await admin.call('PATCH', action, { set: { text: 'Said here' }, seen: 1 });
  assert.equal(said.status, 200, said.text);
  await saidThere(link);
  const [theirs, title] = [sure(link.theirs ?? undefined), 'Said here'];
  const told = { ...theirs, values: { ...theirs.values, title } };
  await keep({ agreed: { ...link.agreed, title: [title, title] }, theirs: told, theirsMs: link.theirsMs + 1 });
  await rest();
  assert.equal(await text(), 'Said there');
  assert.deepEqual((await shown()).conflicts, []);
});

// Regression: such a link waited for ever, since nobody asks for issues that are known.
test('a lost answer is no doubt about an issue that a list has told of meanwhile', async () => {
  const { shown, keep } = await heldElsewhere();
  await keep({ doubtAt: new Date(clock.ms).toISOString() });
  await rest();
  assert.equal((await shown()).state, 'inStep');
});
