import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { test } from 'node:test';
import { indexing } from '../../../test/server/indexing.ts';
import { testServer } from '../../../test/server/server.ts';

const server = await testServer();
const { database } = server.around;
const settled = indexing(database);
const ann = await server.person('editor', 'Ann');

test('a timeline of millions of events holds up nobody while it is indexed (bench: 39 s)', async () => {
  const { json } = await ann.call('POST', '/incidents', { title: 'A storm' });
  const entries = Array.from({ length: 100 }, (_, index) => ({ text: `checkout-${index}: error ratio above 5 %` }));
  await ann.call('POST', `/incidents/${json['id']}/timeline/batch`, { entries });
  // The same again, some 20,000 times: two million events.
  await database.query({
    text: `insert into kept_part (incident_id, key, id, position, value, count)
      select incident_id, key, $1 || number, position + number, value, count from kept_part, generate_series(1, 20000) as number
      where key = 'timeline' and incident_id = $2`,
    values: [randomUUID(), json['id']],
  });
  const delay = monitorEventLoopDelay({ resolution: 10 });
  delay.enable();
  await settled();
  delay.disable();
  const { rows } = await database.query({
    text: `select 1 from search_document where texts[3] like '%checkout-99%'`,
    values: [],
  });
  assert.equal(rows.length, 1);
  assert.ok(delay.max / 1e6 < 500, `held up for ${Math.round(delay.max / 1e6)} ms`);
});

/** Watches how long the longest turn of the event loop takes, in time of its own processor: other programs do not count. */
function longestTurn(): () => number {
  let longest = 0;
  let ended = false;
  const spent = () =>
    Object.values(process.threadCpuUsage()).reduce((sum, microseconds) => sum + microseconds, 0) / 1000;
  const turn = (before: number) => {
    const now = spent();
    longest = Math.max(longest, now - before);
    if (!ended) setImmediate(turn, now);
  };
  turn(spent());
  return () => {
    ended = true;
    return longest;
  };
}

test('many long incidents at once, as after an import, hold up nobody for long (bench: 13 patches a second meanwhile)', async () => {
  const entries = Array.from({ length: 3000 }, (_, index) => ({
    text: `host-${index}: error ratio above 5 % for a while`,
  }));
  const long = await ann.call('POST', '/incidents', {
    record: { incident: { title: 'A long one' }, timeline: entries },
  });
  const made = Array.from({ length: 100 }, () => ann.call('POST', '/incidents', { title: 'Brought' }));
  const ids = (await Promise.all(made)).map(({ json }) => json['id']);
  await database.query({
    text: `insert into kept_part (incident_id, key, id, position, value, count)
      select made, key, part.id, position, value, count from kept_part as part, unnest($2::uuid[]) as made
      where incident_id = $1 and key = 'timeline'`,
    values: [long.json['id'], ids],
  });
  const longestMs = longestTurn();
  await settled();
  const heldUpMs = longestMs();
  assert.ok(heldUpMs < 150, `held up for ${Math.round(heldUpMs)} ms`);
  const text = `select 1 from search_document where title = 'Brought' and texts[3] like '%host-2999%'`;
  assert.equal((await database.query({ text, values: [] })).rows.length, 100);
});

test('a name that is cut within a character, and the year nothing, keep no other incident from being found', async () => {
  const record = { incident: { title: 'Odd', date: '0000-01-01', services: `${'x'.repeat(99)}😀` } };
  const odd = await ann.call('POST', '/incidents', { record });
  assert.equal(odd.status, 201, odd.text);
  const { json } = await ann.call('POST', '/incidents', { title: 'Behind it' });
  await settled();
  const text = 'select title from search_document where incident_id = any($1) order by title';
  const { rows } = await database.query<{ title: string }>({ text, values: [[odd.json['id'], json['id']]] });
  assert.deepEqual(rows, [{ title: 'Behind it' }, { title: 'Odd' }]);
});
