import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Caller, testServer } from '../../../test/server/server.ts';
import { blind, type PublicNumbers, unblinded } from '../../../web/screens/meeting/blind.ts';
import { ballotText, pollQuestions } from './questions.ts';
import type { ShownPoll } from './show.ts';

const server = await testServer();
const { database } = server.around;
const ann = await server.person('editor', 'Ann');
const people = await Promise.all(['Ben', 'Cem', 'Dee', 'Eve'].map((name) => server.person('viewer', name)));
const [ben, cem, dee, eve] = people as [Caller, Caller, Caller, Caller];

async function opened(asked: Caller[]): Promise<string> {
  const { json } = await ann.call('POST', '/incidents', { title: 'Checkout fails' });
  const key = `INC-${(json as unknown as { number: number }).number}`;
  const answer = await ann.call('POST', `/incidents/${key}/poll`, { people: asked.map(({ personId }) => personId) });
  assert.equal(answer.status, 200, answer.text);
  return key;
}
const shown = async (key: string, by = ann) =>
  (await by.call('GET', `/incidents/${key}/poll`)).json as unknown as ShownPoll;
const close = (key: string) => ann.call('POST', `/incidents/${key}/poll/close`, {});

type Taken = { poll: string; random: string; signature: string };
let counted = 0;
async function taken(key: string, by: Caller): Promise<Taken> {
  const { poll } = await shown(key, by);
  const numbers = poll?.key as PublicNumbers;
  const random = (counted += 1).toString(16).padStart(64, '0');
  const text = ballotText(poll?.id ?? '', random);
  const { blinded, unblind } = await blind(text, numbers);
  const given = await by.call('POST', `/incidents/${key}/poll/ballot`, { blinded });
  assert.equal(given.status, 200, given.text);
  const again = await by.call('POST', `/incidents/${key}/poll/ballot`, { blinded });
  assert.deepEqual(again.json, given.json);
  const signature = await unblinded(text, numbers, { unblind, signature: String(given.json['signature']) });
  return { poll: poll?.id ?? '', random, signature: signature ?? '' };
}

/** As a browser sends it: without a session. */
async function answered({ poll, random, signature }: Taken, answer: 'yes' | 'no' | 'unsure') {
  const answers = Object.fromEntries(pollQuestions.map((question) => [question, answer]));
  const response = await server.app.request(`/polls/${poll}/answers`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ random, signature, answers }),
  });
  return ((await response.json()) as { code?: string }).code ?? response.status;
}

test('sums are shown once the checks are closed, and nothing before', async () => {
  const key = await opened(people);
  for (const [by, answer] of [
    [ben, 'yes'],
    [cem, 'no'],
    [dee, 'yes'],
  ] as const)
    assert.equal(await answered(await taken(key, by), answer), 200);
  const before = await shown(key);
  assert.deepEqual([before.poll?.sums, before.poll?.answered, before.poll?.enough], [null, null, true]);
  assert.equal((await close(key)).status, 200);
  const { poll } = await shown(key);
  assert.deepEqual([poll?.answered, poll?.asked], [3, 4]);
  assert.deepEqual(poll?.sums?.[0], { question: 'blameless', yes: 2, no: 1, unsure: 0 });
});

test('fewer than three answers are never shown, and fewer than three people never asked', async () => {
  const key = await opened([ben, cem, dee]);
  for (const by of [ben, cem]) await answered(await taken(key, by), 'no');
  await close(key);
  const { poll } = await shown(key);
  assert.deepEqual([poll?.sums, poll?.answered, poll?.enough], [null, null, false]);
  const { json } = await ann.call('POST', '/incidents', { title: 'Small' });
  const few = await ann.call('POST', `/incidents/${json['id']}/poll`, {
    people: [ben.personId, ben.personId, cem.personId],
  });
  assert.equal(few.json['code'], 'poll.too-few');
});

test('a ballot counts once, one person has one, and nobody else has any', async () => {
  const key = await opened([ben, cem, dee]);
  const ballot = await taken(key, ben);
  assert.equal(await answered(ballot, 'yes'), 200);
  assert.equal(await answered(ballot, 'no'), 'poll.ballot');
  assert.equal(await answered({ ...ballot, random: 'f'.repeat(64) }, 'no'), 'poll.ballot');
  const other = await blind('another', (await shown(key)).poll?.key as PublicNumbers);
  const second = await ben.call('POST', `/incidents/${key}/poll/ballot`, { blinded: other.blinded });
  assert.equal(second.json['code'], 'poll.given');
  const stranger = await eve.call('POST', `/incidents/${key}/poll/ballot`, { blinded: other.blinded });
  assert.equal(stranger.json['code'], 'poll.not-asked');
  const late = await taken(key, cem);
  await close(key);
  assert.equal(await answered(late, 'yes'), 'poll.closed');
  assert.equal((await close(key)).json['code'], 'poll.closed');
});

test('a ballot of one poll does not count in another', async () => {
  const [one, other] = [await opened([ben, cem, dee]), await opened([ben, cem, dee])];
  const ballot = await taken(one, ben);
  const poll = (await shown(other)).poll?.id ?? '';
  assert.equal(await answered({ ...ballot, poll }, 'yes'), 'poll.ballot');
});

test('ten answers at once with one ballot are one', async () => {
  const key = await opened([ben, cem, dee]);
  const ballots = await Promise.all([ben, cem, dee].map((by) => taken(key, by)));
  const all = await Promise.all(ballots.flatMap((ballot) => Array.from({ length: 10 }, () => answered(ballot, 'yes'))));
  assert.equal(all.filter((code) => code === 200).length, 3);
  await close(key);
  assert.equal((await shown(key)).poll?.answered, 3);
});

test('what is kept names nobody beside an answer, before and after the end', async () => {
  const key = await opened([ben, cem, dee]);
  const ballot = await taken(key, ben);
  await answered(ballot, 'no');
  const rows = async (table: string) =>
    (
      await database.query<{ row: string }>({ text: `select to_jsonb(t)::text as row from ${table} t`, values: [] })
    ).rows.map(({ row }) => row);
  // Neither the ballot nor anything that was signed for it stands anywhere in the tables that know people.
  for (const row of [...(await rows('poll_seat')), ...(await rows('entry')), ...(await rows('notice'))])
    for (const secret of [ballot.random, ballot.signature]) assert.ok(!row.includes(secret), row);
  for (const row of [...(await rows('poll_spent')), ...(await rows('poll_sum'))])
    assert.ok(!row.includes(ben.personId), row);
  const { rows: entries } = await database.query<{ operation: string }>({
    text: `select operation from entry where operation like 'poll.%' and incident_id = (select id from incident where number = $1) order by id`,
    values: [key.slice(4)],
  });
  assert.deepEqual(
    entries.map(({ operation }) => operation),
    ['poll.open'],
  );
  await close(key);
  const { rows: left } = await database.query<{ given: boolean; blinded: string | null; key: string | null }>({
    text: `select s.given, s.blinded, p.private_key as key from poll_seat s join poll p on p.id = s.poll_id where p.id = $1`,
    values: [ballot.poll],
  });
  for (const seat of left) assert.deepEqual(seat, { given: false, blinded: null, key: null });
});

test('what is no ballot is refused as such', async () => {
  const post = async (path: string, body: string) => {
    const response = await server.app.request(path, {
      method: 'POST',
      body,
      headers: { 'content-type': 'application/json' },
    });
    return ((await response.json()) as { code?: string }).code;
  };
  assert.equal(await post('/polls/x/answers', '{}'), 'poll.none');
  assert.equal(await post('/polls/00000000-0000-4000-8000-000000000000/answers', 'no'), 'poll.ballot');
  assert.equal(await post('/polls/00000000-0000-4000-8000-000000000000/answers', 'x'.repeat(20_000)), 'body.too-large');
});
