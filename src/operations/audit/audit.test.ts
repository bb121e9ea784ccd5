import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { after, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import pino from 'pino';
import { testServer } from '../../../test/server/server.ts';
import { startSequencer } from '../../store/ledger/sequencer.ts';

const server = await testServer();
const { database } = server.around;
const sequencer = startSequencer(database, { everyMs: 5, log: pino({ level: 'silent' }) });
after(() => sequencer.stop());
const ann = await server.person('admin', 'Ann');

async function settled(): Promise<void> {
  const text = 'select 1 from entry where seq is null limit 1';
  while ((await database.query({ text, values: [] })).count > 0) await sleep(5);
}
const moment = (at: string, more: object = {}) => ({ at, precision: 'instant', text: 'orders fail', ...more });
async function incident(startAt?: string): Promise<string> {
  const timeline = startAt === undefined ? [] : [moment(startAt, { milestone: 'impactStarted' })];
  const made = await ann.call('POST', '/incidents', {
    record: { incident: { title: 'Down' }, timeline },
    template: 'invariants',
  });
  assert.equal(made.status, 201, made.text);
  await settled();
  return String(made.json['id']);
}
async function filled(id: string): Promise<Record<string, string>> {
  await settled();
  const answer = await ann.call('POST', `/incidents/${id}/audit`, {});
  assert.equal(answer.status, 200, answer.text);
  return answer.json;
}
async function attach(id: string, name: string, content: string): Promise<string> {
  const response = await server.app.request(`/api/v1/incidents/${id}/evidence?name=${name}`, {
    method: 'POST',
    headers: { ...ann.credentials, 'content-type': 'application/octet-stream' },
    body: content,
  });
  const json = (await response.json()) as { id: string; sha256: string };
  assert.ok(response.ok, JSON.stringify(json));
  return json.sha256;
}
function chain(lines: number): string {
  let previous = '0'.repeat(64);
  return Array.from({ length: lines }, (_, index) => {
    const body = { time: `2026-01-01T10:0${index}:00Z`, event: `order ${index}`, prev_hash: previous };
    previous = createHash('sha256').update(JSON.stringify(body)).digest('hex');
    return `${JSON.stringify({ ...body, hash: previous })}\n`;
  }).join('');
}

test('the audit section is filled from the ledger, and stands in the document', async () => {
  await incident();
  const anchored = await ann.call('POST', '/ledger/anchors', {});
  assert.equal(anchored.status, 200, anchored.text);
  const id = await incident(new Date(Date.now() + 60_000).toISOString());
  const entries = [moment('2026-01-01T10:00Z'), moment('2026-01-01T10:01Z')];
  await ann.call('POST', `/incidents/${id}/timeline/batch`, { entries });
  await ann.call('POST', `/incidents/${id}/timeline`, { entry: entries[0] });
  await attach(id, 'orders.jsonl', chain(5));
  const { chainIntact, eventsCaptured, evidenceStored, anchor } = await filled(id);
  assert.match(
    String(chainIntact),
    /^Yes \(\d+ entries of the ledger hindcast\/[0-9a-f]{12} verified; orders\.jsonl: 5 entries intact\)$/,
  );
  assert.equal(eventsCaptured, 'Yes (4 timeline events, each with its entry in the ledger)');
  assert.equal(evidenceStored, 'Yes (1 original, each named by its SHA-256)');
  assert.match(String(anchor), /^\d{4}-.*Z: checkpoint of \d+ entr(?:y|ies) \(evidence [0-9a-f]{12}\)$/);
  const document = await ann.call('GET', `/incidents/${id}/document`);
  assert.match(document.text, /\*\*Audit chain intact during incident:\*\* Yes \(/);
  assert.match(document.text, /\*\*Anchor verification:\*\* \d{4}-/);
});

test('what is wrong is said: a broken log, an event put in past the ledger, an original that is gone', async () => {
  const id = await incident('2026-01-01T10:00Z');
  const lines = chain(5).split('\n');
  await attach(id, 'orders.jsonl', [lines[0], lines[2], lines[3], ''].join('\n'));
  const gone = await attach(id, 'picture', 'x');
  await server.around.evidence.remove(gone);
  await database.query({
    text: `insert into kept_part (incident_id, key, id, value) values ($1, 'timeline', 'smuggled', '{"text":"x"}')`,
    values: [id],
  });
  const { chainIntact, eventsCaptured, evidenceStored, anchor } = await filled(id);
  assert.match(String(chainIntact), /^No \(.*orders\.jsonl: line 2, it does not follow the entry before it/);
  assert.equal(eventsCaptured, 'No (2 timeline events, and 1 by the ledger)');
  assert.equal(evidenceStored, 'No (1 of 2 originals are there)');
  assert.equal(anchor, 'None before the incident began (2026-01-01T10:00Z)');
});

test('what is not known is not called good', async () => {
  const { evidenceStored, anchor } = await filled(await incident());
  assert.equal(evidenceStored, 'No (no evidence is attached)');
  assert.equal(anchor, 'Unknown (when the incident began is not known)');
});

test('the chain of one attached log is verified by itself', async () => {
  const id = await incident();
  const sha256 = await attach(id, 'audit.log', chain(40));
  const { json } = await ann.call('GET', `/incidents/${id}/evidence/${sha256}/chain`);
  assert.deepEqual([json['state'], json['entries'], json['first']], ['intact', 40, '2026-01-01T10:00:00Z']);
  const other = await attach(id, 'notes.txt', 'just\nwords\n');
  assert.equal((await ann.call('GET', `/incidents/${id}/evidence/${other}/chain`)).json['state'], 'unrecognised');
});

test('an editor is told the last verdict on the ledger and of when it is; an admin has it made anew', async () => {
  const id = await incident();
  const ed = await server.person('editor', 'Ed');
  const fill = async (by: typeof ed) =>
    String((await by.call('POST', `/incidents/${id}/audit`, {})).json['chainIntact']);
  const entriesOf = (line: string) => Number(/^Yes \((\d+) entries/.exec(line)?.[1]);
  const anew = entriesOf(await fill(ann));
  await settled();
  const kept = await fill(ed);
  assert.equal(entriesOf(kept), anew);
  assert.match(kept, /verified at \d{4}-\d\d-\d\dT\d\d:\d\dZ/);
  await settled();
  assert.ok(entriesOf(await fill(ann)) > anew);
});
