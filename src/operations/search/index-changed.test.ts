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
