import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { after, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { makeRandom } from '../../../test/random.ts';
import { testDatabase } from '../../../test/server/database.ts';
import { testServer } from '../../../test/server/server.ts';
import { messageName } from '../../operations/notice/compose.ts';
import { enqueueAlone, type NewNotice } from '../../operations/notice/enqueue.ts';
import { randomUUID } from 'node:crypto';
import { type Behaviour, openReceivers } from './receivers.fixture.ts';

/** Each is told one person and two channels; 3400 of them are more than ten thousand notices. */
const occasions = Number(process.env['OCCASIONS'] ?? 800);
const { database, where } = await testDatabase();
const { person } = await testServer({ database });
const owner = await person('owner');
const random = makeRandom(20_261_122);

let calm = false;
function behave(): Behaviour {
  const chance = calm ? 100 : random.below(100);
  return chance < 4 ? 'cut' : chance < 12 ? 'later' : chance < 15 ? 'away' : 'take';
}
const receivers = await openReceivers(behave);
after(() => receivers.close());

const beganMs = Date.now();
const processes = new Set<ChildProcess>();
after(() => processes.forEach((child) => child.kill('SIGKILL')));
function begin(): ChildProcess {
  const told = JSON.stringify({ where, smtp: receivers.smtp, beganMs, speed: 300 });
  const file = path.join(import.meta.dirname, 'notifying-process.fixture.ts');
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', file, told], { stdio: 'inherit' });
  processes.add(child);
  return child;
}
async function kill(child: ChildProcess): Promise<void> {
  processes.delete(child);
  child.kill('SIGKILL');
  await once(child, 'exit');
}
const states = async (): Promise<Record<string, number>> => {
  const { rows } = await database.query<{ way: string; count: string }>({
    text: `select state as way, count(*) from outgoing group by state union all select 'new', count(*) from notice where state = 'new'`,
    values: [],
  });
  return Object.fromEntries(rows.map(({ way, count }) => [way, Number(count)]));
};
const open = ({ new: fresh = 0, waiting = 0, sending = 0 }: Record<string, number>) => fresh + waiting + sending;

async function until(what: string, done: () => Promise<boolean>): Promise<void> {
  const late = Date.now() + 240_000;
  while (!(await done())) {
    if (Date.now() > late) throw new Error(`not within four minutes: ${what}: ${JSON.stringify(await states())}`);
    await sleep(100);
  }
}

test('thousands of notices through cut connections, refusals and killed processes: each arrives once, or is shown', async (run) => {
  const reach = (by: string) => ({ by, url: `${receivers.web}/${by}` });
  for (const by of ['webhook', 'signed'])
    assert.equal((await owner.call('POST', '/channels', { name: by, reach: reach(by) })).status, 201);
  const people = await Promise.all(Array.from({ length: 20 }, () => person('editor')));
  const context = { now: new Date(beganMs).toISOString(), newId: () => randomUUID() };
  const notices = Array.from({ length: occasions }, (_, index): NewNotice => {
    const values = {
      action: randomUUID(),
      label: `OCCASION-${index}`,
      text: 'x',
      owner: 'Ana',
      due: '2026-11-20',
      days: 2,
    };
    const to = people[index % people.length]?.personId ?? '';
    return { key: `occasion:${index}`, kind: 'action.overdue', values, people: [to] };
  });
  await enqueueAlone(database, context, notices);

  const [first, second] = [begin(), begin()];
  await until('some', async () => ((await states())['sent'] ?? 0) > occasions * 0.3);
  await kill(first);
  const third = begin();
  await until('half', async () => ((await states())['sent'] ?? 0) > occasions * 1.5);
  await Promise.all([kill(second), kill(third)]);
  begin();
  begin();
  await until('nearly all', async () => open(await states()) < occasions * 0.15);
  calm = true;
  await until('all', async () => open(await states()) === 0);

  const { rows } = await database.query<{ id: string; way: string; state: string; label: string }>({
    text: `select o.id, o.way, o.state, n.payload->'values'->>'label' as label from outgoing o join notice n on n.id = o.notice_id`,
    values: [],
  });
  assert.equal(rows.length, occasions * 3);
  const wrong = rows.filter(({ id, way, state, label }) => {
    if (way === 'webhook') return state !== 'sent' || !receivers.posts.has(`msg_${id}`);
    const arrived =
      (way === 'email' ? receivers.mails.get(messageName(id)) : receivers.posts.get(`slack:${label}`)) ?? 0;
    return state === 'sent' ? arrived !== 1 : state !== 'uncertain' || arrived > 1;
  });
  assert.deepEqual(wrong, []);
  const uncertain = rows.filter(({ state }) => state === 'uncertain').length;
  assert.ok(uncertain > occasions * 0.01 && uncertain < occasions, String(uncertain));
  run.diagnostic(
    `${rows.length} in ${((Date.now() - beganMs) / 1000).toFixed(0)} s, ${uncertain} of them shown as uncertain`,
  );
});
