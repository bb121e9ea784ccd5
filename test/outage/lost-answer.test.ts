import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, test } from 'node:test';
import { openDatabase } from '../../src/store/database.ts';
import { testDatabase } from '../server/database.ts';
import { testServer } from '../server/server.ts';
import { cuttingProxy, moments } from './lab/cutting-proxy.ts';
import { rounds } from './lab/full.ts';
import { report } from './lab/report.ts';

const { database: direct, where } = await testDatabase();
const proxy = await cuttingProxy(where);
after(() => proxy.close());
const database = openDatabase(proxy.where, 4);
after(() => database.close());
const { token } = await testServer({ database });
const editor = await token('editor');
const { json: incident } = await editor.call('POST', '/incidents', { title: 'Cut off' });

/** Each text of the timeline with how often it is there. */
async function texts(): Promise<Map<string, number>> {
  const { rows } = await direct.query<{ text: string; count: string }>({
    text: `select value->>'text' as text, count(*) as count from part where key = 'timeline' group by 1`,
    values: [],
  });
  return new Map(rows.map(({ text, count }) => [text, Number(count)]));
}

for (const keyed of [true, false]) {
  const who = keyed ? 'a client that sends a key' : 'a client that sends none';
  test(`of ${who}, each change is made once when the connection is cut around its commit`, async () => {
    const sent: string[] = [];
    const cutsBefore = proxy.cuts();
    for (let round = 0; round < rounds(60, 600); round += 1) {
      const text = randomUUID();
      proxy.cutNext(moments[round % moments.length] ?? 'answered', text);
      const key: Record<string, string> = keyed ? { 'idempotency-key': randomUUID() } : {};
      const entry = { at: '2026-01-01T10:00Z', precision: 'instant', text };
      const { status, json } = await editor.call('POST', `/incidents/${incident['id']}/timeline`, { entry }, key);
      assert.equal(status, 200, JSON.stringify(json));
      sent.push(text);
    }
    const found = await texts();
    const lost = sent.filter((text) => !found.has(text)).length;
    const doubled = sent.filter((text) => (found.get(text) ?? 0) > 1).length;
    report(`Answers lost (${who})`, { cut: proxy.cuts() - cutsBefore, acknowledged: sent.length, lost, doubled });
    assert.equal(proxy.cuts() - cutsBefore, sent.length);
    assert.deepEqual({ lost, doubled }, { lost: 0, doubled: 0 });
  });
}

test('a change on a version seen is no conflict with itself when its answer is lost', async () => {
  let seen = 0;
  for (let round = 0; round < rounds(30, 300); round += 1) {
    const text = randomUUID();
    proxy.cutNext(moments[round % moments.length] ?? 'answered', text);
    const input = { set: { text }, seen };
    const { status, json } = await editor.call('PATCH', `/incidents/${incident['id']}/record/summary`, input);
    assert.equal(status, 200, JSON.stringify(json));
    seen = json['version'] ?? 0;
  }
  const { rows } = await direct.query<{ count: string }>({
    text: `select count(*) as count from entry where operation = 'record.set'`,
    values: [],
  });
  assert.equal(Number(rows[0]?.count), rounds(30, 300));
});
