import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testServer } from '../../../test/server/server.ts';
import type { ShownMeeting } from './show.ts';

const server = await testServer();
const { database } = server.around;
const ann = await server.person('editor', 'Ann');
const ben = await server.person('viewer', 'Ben');
const cem = await server.person('editor', 'Cem');

const newIncident = async (record: object = {}) => {
  const { json } = await ann.call('POST', '/incidents', {
    record: { incident: { title: 'Checkout fails' }, ...record },
  });
  return `INC-${(json as unknown as { number: number }).number}`;
};
const shown = async (key: string) =>
  (await ann.call('GET', `/incidents/${key}/meeting`)).json as unknown as ShownMeeting;
const plan = (key: string, more: object = {}) =>
  ann.call('PUT', `/incidents/${key}/meeting`, {
    startsAt: '2027-01-14T15:00:00+01:00',
    minutes: 45,
    place: 'Room 4',
    people: [ben.personId, cem.personId],
    guests: [{ name: 'Dee of Acme', email: 'dee@acme.example' }],
    seen: 0,
    ...more,
  });
type Told = {
  key: string;
  person: string | null;
  payload: { calendar: { method: string; text: string }; values: { what: string } };
};
const told = async (key: string): Promise<Told[]> =>
  (
    await database.query<Told>({
      text: `select key, person_id as person, payload from notice where kind = 'meeting.invited'
        and incident_id = (select id from incident where number = $1) order by number`,
      values: [key.slice(4)],
    })
  ).rows;

test('the agenda is made from the document: what disagrees, what nobody confirmed, what lacks an owner, what is asked', async () => {
  const at = (time: string, milestone: string, inferred = false) => ({
    at: `2027-01-10T${time}:00Z`,
    precision: 'instant',
    milestone,
    text: milestone,
    ...(inferred ? { inferred } : {}),
  });
  const key = await newIncident({
    timeline: [at('10:00', 'impactStarted'), at('10:10', 'detected', true), at('11:02', 'resolved')],
    actions: [{ text: 'Add an alert on the queue', due: '2027-02-01', verification: 'A drill' }],
    meetingNotes: [
      { kind: 'Open question', text: 'Who owns the queue?' },
      { kind: 'Decision', text: 'The queue gets an owner.' },
    ],
  });
  await ann.call('POST', `/incidents/${key}/comments`, { text: 'Was it the release?' });
  const { agenda, plan: none } = await shown(key);
  assert.equal(none, null);
  const of = (kind: string) => agenda.filter((point) => point.kind === kind).map(({ text }) => text);
  assert.deepEqual(of('confirm'), ['detected: detected']);
  assert.deepEqual(of('comment'), ['Was it the release?']);
  assert.deepEqual(of('question'), ['Who owns the queue?']);
  assert.ok(
    of('action').some((text) => text.includes('has no owner')),
    JSON.stringify(agenda),
  );
  assert.equal(new Set(agenda.map(({ id }) => id)).size, agenda.length);
});

test('who is named is invited once with a calendar entry, told of a change, and who is left out takes it out again', async () => {
  const key = await newIncident();
  const first = await plan(key);
  assert.deepEqual([first.status, first.json], [200, { version: 1, startsAt: '2027-01-14T14:00:00.000Z', invited: 3 }]);
  const invitations = await told(key);
  assert.deepEqual(
    invitations.map(({ person, payload }) => [person, payload.values.what, payload.calendar.method]),
    [
      [ben.personId, 'planned', 'REQUEST'],
      [cem.personId, 'planned', 'REQUEST'],
      [null, 'planned', 'REQUEST'],
    ],
  );
  const text = invitations[0]?.payload.calendar.text ?? '';
  for (const line of ['DTSTART:20270114T140000Z', 'DTEND:20270114T144500Z', 'SEQUENCE:1', 'METHOD:REQUEST'])
    assert.ok(text.includes(`${line}\r\n`), `${line} in ${text}`);
  assert.equal((await plan(key)).json['code'], 'record.conflict');
  await plan(key, { seen: 1, people: [ben.personId], startsAt: '2027-01-15T14:00:00Z' });
  assert.deepEqual(
    (await told(key)).slice(3).map(({ person, payload }) => [person, payload.values.what, payload.calendar.method]),
    [
      [ben.personId, 'moved', 'REQUEST'],
      [null, 'moved', 'REQUEST'],
      [cem.personId, 'cancelled', 'CANCEL'],
    ],
  );
  const file = (await ben.call('GET', `/incidents/${key}/meeting/calendar`)).json as unknown as {
    name: string;
    text: string;
  };
  assert.match(file.text, /METHOD:PUBLISH\r\n/);
  const uid = /UID:.*\r\n/.exec(file.text)?.[0];
  assert.equal(uid, /UID:.*\r\n/.exec(text)?.[0]);
  const cancelled = await ann.call('POST', `/incidents/${key}/meeting/cancel`, { seen: 2 });
  assert.equal(cancelled.status, 200, cancelled.text);
  assert.deepEqual(
    (await told(key)).slice(6).map(({ payload }) => payload.calendar.method),
    ['CANCEL', 'CANCEL'],
  );
  assert.equal((await shown(key)).plan, null);
  assert.equal((await ann.call('GET', `/incidents/${key}/meeting/calendar`)).json['code'], 'meeting.none');
  assert.equal((await plan(key, { seen: 3 })).status, 200);
});

test('a plan stands in the document while it is written, and beside it once it is approved: no signature ends', async () => {
  const key = await newIncident();
  const read = async () =>
    (await ann.call('GET', `/incidents/${key}`)).json as unknown as {
      sha256: string;
      status: string;
      record: { meeting?: { date?: string; attendees?: string; duration?: string } };
    };
  await plan(key);
  const { date, attendees, duration } = (await read()).record.meeting ?? {};
  assert.deepEqual([date, attendees, duration], ['2027-01-14', 'Ben, Cem, Dee of Acme', '45 minutes']);
  await database.query({ text: `update incident set status = 'published' where number = $1`, values: [key.slice(4)] });
  const before = await read();
  assert.equal((await plan(key, { seen: 1, startsAt: '2027-01-20T09:00:00Z' })).status, 200);
  const after = await read();
  assert.deepEqual([after.sha256, after.status], [before.sha256, before.status]);
  assert.equal((await shown(key)).plan?.startsAt, '2027-01-20T09:00:00.000Z');
});

test('points are ticked during the meeting, stay ticked when entries move, and need a meeting', async () => {
  const key = await newIncident({ actions: [{ text: 'Add an alert on the queue', due: '2027-02-01' }] });
  const [point] = (await shown(key)).agenda.filter(({ kind }) => kind === 'action');
  const tick = (ticked: boolean) => ann.call('POST', `/incidents/${key}/meeting/tick`, { item: point?.id, ticked });
  assert.equal((await tick(true)).json['code'], 'meeting.none');
  await plan(key);
  assert.equal((await tick(true)).status, 200);
  assert.equal((await tick(true)).status, 200);
  const added = await ann.call('POST', `/incidents/${key}/actions`, {
    entry: { text: 'First of all', owner: 'Ann', due: '2027-02-01', verification: 'A test' },
    after: '',
  });
  assert.equal(added.status, 200, added.text);
  const ticked = (await shown(key)).agenda.filter((one) => one.ticked).map(({ id }) => id);
  assert.deepEqual(ticked, [point?.id]);
  await tick(false);
  assert.ok((await shown(key)).agenda.every((one) => !one.ticked));
  assert.equal(
    (await ben.call('POST', `/incidents/${key}/meeting/tick`, { item: 'x', ticked: true })).json['code'],
    'access.denied',
  );
});

test('nobody who is not there can be invited', async () => {
  const key = await newIncident();
  const refused = await plan(key, { people: ['00000000-0000-4000-8000-000000000000'] });
  assert.equal(refused.json['code'], 'meeting.person');
  assert.equal((await plan(key, { guests: [{ name: 'X', email: 'no address' }] })).json['code'], 'input.invalid');
});
