import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { poster, type Poster } from '../../bench/poster.ts';
import { storm } from '../../bench/storm-bodies.ts';
import { passableFolder, type Started, startServer } from '../server/start-server.ts';
import { connectEmbedded, postmasterOf } from './lab/embedded.ts';
import { report } from './lab/report.ts';
import { makeWriters } from './lab/writers.ts';

const senders = 50;
const patienceMs = 60_000;

/** Waits until `done` says so. */
async function until(done: () => boolean | Promise<boolean>, what: string): Promise<void> {
  for (const end = performance.now() + patienceMs; !(await done()); await sleep(20))
    if (performance.now() > end) assert.fail(`not within a minute: ${what}`);
}

test('of a storm from fifty senders everything is kept and told once, though Postgres and then the server are killed in the middle', async (context) => {
  const folder = passableFolder(context);
  let server: Started = await startServer(context, folder);
  const client = await connectEmbedded(folder);
  const [writer] = await makeWriters(client, 1, () => server.url);
  await client.query(`update token set role = 'admin'`);
  await client.end();
  const made = await fetch(`${server.url}/api/v1/hooks`, {
    method: 'POST',
    headers: { authorization: `Bearer ${writer?.token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ name: 'Storm', source: 'alertmanager' }),
  });
  const { address } = (await made.json()) as { address: string };
  const to = new URL(address).pathname;

  const all = storm(5000, senders);
  const tally = { acknowledged: 0, again: 0 };
  /** Sends a body until it is taken, as every sender does that is told to come again. */
  const deliver = async (open: Poster | undefined, body: string): Promise<Poster> => {
    for (let post = open; ; post = undefined)
      try {
        post ??= await poster(server.url + to);
        const status = await post.send(body);
        if (status === 200) return post;
        assert.equal(status, 503);
        post.end();
        throw new Error('to come again');
      } catch (error) {
        if (error instanceof assert.AssertionError) throw error;
        tally.again += 1;
        await sleep(50);
      }
  };
  const sending = Promise.all(
    Array.from({ length: senders }, async (_, sender) => {
      let post: Poster | undefined;
      for (const body of all.bodies(sender)) {
        post = await deliver(post, body);
        tally.acknowledged += 1;
      }
      post?.end();
    }),
  );
  await until(() => tally.acknowledged > 1500, 'a third is delivered');
  process.kill((await postmasterOf(folder)) ?? 0, 'SIGKILL');
  await until(() => tally.acknowledged > 3000, 'two thirds are delivered');
  await server.stop('SIGKILL');
  server = await startServer(context, folder);
  await sending;

  const count = async () => {
    const reading = await connectEmbedded(folder);
    const { rows } = await reading.query<Record<'kept' | 'waiting' | 'signals' | 'tellings', number>>(
      `select (select count(*)::int from delivery) as kept, (select count(*)::int from delivery_waiting) as waiting,
        (select count(*)::int from signal) as signals, (select sum(count)::int from signal) as tellings`,
    );
    await reading.end();
    return rows[0];
  };
  await until(async () => (await count())?.waiting === 0, 'all is read');
  report('A storm', { acknowledged: tally.acknowledged, 'sent again': tally.again, ...(await count()) });
  const { kept, signals, tellings } = all;
  assert.deepEqual(await count(), { kept, waiting: 0, signals, tellings });
});
