import assert from 'node:assert/strict';
import { test } from 'node:test';
import { jobContext } from '../../../test/follow/job-context.ts';
import { somebody } from '../../../test/follow/world.ts';
import { indexing } from '../../../test/server/indexing.ts';
import { testServer } from '../../../test/server/server.ts';
import { tick } from './tick.ts';

let now = '2028-01-01T21:00:00.000Z';
const server = await testServer({ now: () => now });
const { database } = server.around;
const numbered = indexing(database);
const ann = await somebody(server.around, 'owner', 'Ann Lead');

/** Ticks at a moment, and gives what was told of clocks by then that was not told before. */
let told = 0;
async function tickAt(at: string): Promise<string[]> {
  now = at;
  await numbered();
  await tick(jobContext(server.around));
  const rows = await database.kysely
    .selectFrom('notice')
    .selectAll()
    .where('person_id', 'is not', null)
    .where('kind', '=', 'clock.running-out')
    .orderBy('number')
    .execute();
  const fresh = rows.slice(told);
  told = rows.length;
  return fresh.map(({ payload }) => {
    const { clock, left } = (payload as { values: { clock: string; left: string } }).values;
    return `${clock}, ${left}`;
  });
}

const authority = 'GDPR: Supervisory authority (Art. 55)';

test('the lead is told as a clock runs out, by night too, each once; another beginning is told anew, and nothing once it is settled', async () => {
  const detected = { at: '2028-01-01T20:00', precision: 'instant', zone: 'UTC', milestone: 'detected', text: 'Alert.' };
  const record = {
    timeline: [detected],
    obligations: [{ regime: 'GDPR', required: 'YES' }],
    roles: [{ role: 'Incident Commander', name: 'Ann Lead' }],
  };
  const { key } = await ann.does<{ key: string }>('incident.create', { template: 'enterprise', record });
  const about = { incident: key, clock: 'gdpr-33' };
  assert.deepEqual(await tickAt('2028-01-02T12:00:00.000Z'), []);
  assert.deepEqual(await tickAt('2028-01-03T08:00:00.000Z'), [`${authority}, 36 h left`]);
  assert.deepEqual(await tickAt('2028-01-03T08:00:01.000Z'), []);
  // Forensics found only later that data was copied: 72 hours from there.
  now = '2028-01-03T10:00:00.000Z';
  await ann.does('clock.begin', { ...about, at: '2028-01-02T20:00:00Z', reason: 'Forensics.', seen: 0 });
  assert.deepEqual(await tickAt('2028-01-04T02:00:00.000Z'), []);
  assert.deepEqual(await tickAt('2028-01-04T08:00:00.000Z'), [`${authority}, 36 h left`]);
  assert.deepEqual(await tickAt('2028-01-05T02:00:00.000Z'), [`${authority}, 18 h left`]);
  now = '2028-01-05T19:00:00.000Z';
  await ann.does('clock.settle', { ...about, at: '2028-01-05T18:00:00Z', proof: 'Case 4711', seen: 1 });
  assert.deepEqual(await tickAt('2028-01-09T20:00:00.000Z'), []);
});
