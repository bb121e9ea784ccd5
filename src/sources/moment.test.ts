import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addMoment, after, type Arrival, firstLine, type Moment, shortSha } from './moment.ts';
import { startReading } from './reading.ts';

const at = Date.UTC(2026, 2, 4, 14);
const plain: Moment = { key: 'x:1', what: 'a thing', epochMs: at, place: 'f#/a', text: 'Thing happened' };
const known: Arrival = { id: 'd1', sender: 'Sender' };

function reading(moment: Moment, arrival = known, receivedMs?: number) {
  const { context, done } = startReading('x', { name: 'f', ...(receivedMs === undefined ? {} : { receivedMs }) });
  addMoment(moment, arrival, context);
  return done();
}

test('a moment with a time is an event of that time, however it came', () => {
  const [event] = reading(
    { ...plain, actor: 'Ada', body: 'More\nof it', notes: ['', 'Ours.'] },
    known,
    at + 5000,
  ).events;
  assert.deepEqual(event, {
    key: 'x:1',
    epochMs: at,
    text: 'Thing happened',
    notes: 'More\nof it\n\nOurs.',
    actor: 'Ada',
    evidence: 'f#/a',
  });
});

test('one without a time takes that of its delivery, once per delivery; of a saved file it is left out', () => {
  const timeless = { ...plain, epochMs: undefined };
  const [event] = reading(timeless, known, at + 5000).events;
  assert.deepEqual([event?.epochMs, event?.key], [at + 5000, 'x:1:d1']);
  assert.match(event?.notes ?? '', /^Sender states no time of it/);
  assert.equal(reading({ ...timeless, isOnce: true }, known, at).events[0]?.key, 'x:1');
  assert.equal(reading(timeless, { ...known, id: undefined }, at).events[0]?.key, `x:1:${at}`);
  const left = reading(timeless);
  assert.deepEqual(left.events, []);
  assert.deepEqual(left.ignored, [{ what: 'a thing', why: 'Sender states no time of it', where: 'f#/a', count: 1 }]);
});

test('texts are cleaned and masked, and an empty one says what it is', () => {
  const { events, masked } = reading({ ...plain, text: '\0 ', body: 'password=hunter2hunter2', quoted: true });
  assert.deepEqual([events[0]?.text, events[0]?.quoted], ['a thing', undefined]);
  assert.ok(!JSON.stringify(events).includes('hunter2'));
  assert.ok(masked > 0);
});

test('an edit is told by its time, and a link only of an address', () => {
  assert.equal(reading({ ...plain, editedMs: at + 1 }).events[0]?.lastMs, at + 1);
  assert.equal(reading({ ...plain, editedMs: at }).events[0]?.lastMs, undefined);
  const links = (url: string) => reading({ ...plain, link: { kind: 'issue', url } }).facts.links.length;
  assert.deepEqual([links('https://example.com/1'), links('javascript:alert(1)')], [1, 0]);
});

test('short forms: the first line that says something, and a commit', () => {
  assert.equal(firstLine('\n---\nTitle\nmore'), 'Title');
  assert.deepEqual([after('Title\nmore'), after(' '), after(undefined)], [': Title', '', '']);
  assert.deepEqual([shortSha('5f3e2d1c5f3e2d1c'), shortSha('main'), shortSha(null)], ['5f3e2d1', '', '']);
});
