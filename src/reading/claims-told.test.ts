import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readSentence } from './claims-sentence.ts';

const told = (sentence: string, previous = '') =>
  readSentence(sentence, 'told', { previous }).map(({ figure, value }) => `${figure}=${value.seconds / 60}`);

test('what was not done for so long, what was had for so long', () => {
  assert.deepEqual(told("Letters weren't printed for 2h 20m on Monday."), ['duration=140']);
  assert.deepEqual(told('Print jobs were not taken up for 75 minutes.'), ['duration=75']);
  assert.deepEqual(told('Readers looking for books got a blank list for about 40 minutes.'), ['duration=40']);
  assert.deepEqual(told('For 95 minutes nobody could print.'), ['duration=95']);
});

test('a length that points at the window or the time before it', () => {
  assert.deepEqual(told('It was back 70 minutes later.', 'The printer stopped at 10:05.'), ['timeToRepair=70']);
  assert.deepEqual(told('We printed nothing in these 3 hours.', 'It stood from 09:00 to 12:00.'), ['duration=180']);
  assert.deepEqual(told('45 minutes; no letter was lost.', 'It stood from 09:00 to 09:45.'), ['duration=45']);
});

test('a part of it, a rule for all, and the way times are written are none', () => {
  assert.deepEqual(told('A complete standstill lasted 20 minutes within that.'), []);
  assert.deepEqual(told('We write a note for everything that lasted longer than half an hour.'), []);
  assert.deepEqual(told('Outage log (24h, Eastern)'), []);
});

test('so long until somebody sees it, and until it is fixed', () => {
  assert.deepEqual(told('Our probes took 12 minutes to see it.'), ['timeToDetect=12']);
  assert.deepEqual(told('The watch raised the alarm within 5 minutes.'), ['timeToDetect=5']);
  assert.deepEqual(told('Detected in 5 minutes, fixed in 70 minutes.'), ['timeToDetect=5', 'timeToRepair=70']);
});
