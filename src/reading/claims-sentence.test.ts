import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ownRange, readSentence, type Standing, tellsInHindsight } from './claims-sentence.ts';

const told = (sentence: string, standing: Standing = 'told') =>
  readSentence(sentence, standing).map(
    ({ figure, value, weak }) => `${figure}=${value.seconds / 60}${weak ? ' weak' : ''}`,
  );

test('the nearest cue says what a length measures', () => {
  assert.deepEqual(told('The ferry timetable was unavailable for 1 h 52.'), ['downtime=112']);
  assert.deepEqual(told('It took us 19 minutes to notice.'), ['timeToDetect=19']);
  assert.deepEqual(told('The gate was down for 6 hours in total before anyone noticed the lamp.'), ['duration=360']);
  assert.deepEqual(told('Der Ausfall dauerte 70 Minuten.'), ['duration=70']);
  assert.deepEqual(told('A indisponibilidade durou 2 horas e 5 minutos.'), ['downtime=125']);
});

test('a length beside a window of two times measures that window', () => {
  assert.deepEqual(told('Nobody could print from 08:10 until 09:05, which is 55 minutes.', 'elsewhere'), [
    'duration=55',
  ]);
  assert.deepEqual(told('Parcels piled up between 08:10 and 09:05, that is for 45 minutes.', 'elsewhere'), [
    'duration=45',
  ]);
  assert.deepEqual(told('The keeper saw it at 06:20, i.e. 12 minutes after the beginning.', 'elsewhere'), []);
  assert.deepEqual(told('The keeper noticed it at 06:20, i.e. 12 minutes after the beginning.'), ['timeToDetect=12']);
});

test('in a summary and a title a length needs no cue, yet such a claim is weak', () => {
  assert.deepEqual(told('The lift panel showed a blank page for 35 minutes.'), ['duration=35 weak']);
  assert.deepEqual(told('The lift panel showed a blank page for 35 minutes.', 'elsewhere'), []);
  assert.deepEqual(told('The lift was frozen for 35 minutes.', 'elsewhere'), ['duration=35 weak']);
  assert.deepEqual(told('90 minutes without departure boards', 'title'), ['duration=90']);
  assert.deepEqual(told('Two-hour loss of departure boards', 'title'), ['duration=120']);
  assert.deepEqual(told('Departure boards dark (1h 20m)', 'title'), ['duration=80']);
});

test('what is kept, cached, waited for, planned or remembered is no claim', () => {
  for (const sentence of [
    'Boards were kept for 7 days.',
    'Copies are cached for 24 hours.',
    'The old index is retained for 72 hours.',
    'We restored it 30 minutes later instead of two hours.',
    'A similar outage in May lasted 2 days.',
    'The rebuild took 40 minutes of the outage.',
    'Outages below 45 minutes need no review.',
    'The budget allows 43 minutes of downtime a month.',
    'The retry window was lowered from 10 minutes to 5 minutes.',
    'The clean-up took 40 mins before it broke.',
    'Copies failed at a slow rate for the 9 days before.',
    'Ticket 31, which lasted 2 days in 2019.',
    'We reached 30 minutes of nominal performance.',
  ])
    assert.deepEqual(told(sentence), [], sentence);
});

test('noticed after a length, in several wordings and languages', () => {
  assert.deepEqual(told('The probe paged the porter 9 minutes after the rollout.'), ['timeToDetect=9']);
  assert.deepEqual(told('A tenant reported it two hours and five minutes after the pump was painted.'), []);
  assert.deepEqual(told('A tenant reported it, two hours after the batch had started.'), ['timeToDetect=120']);
  assert.deepEqual(told('It took 25 minutes until we heard about it.'), ['timeToDetect=25']);
  assert.deepEqual(told('Der Fehler wurde nach 20 Minuten bemerkt.'), ['timeToDetect=20']);
  assert.deepEqual(told('Il problema è stato scoperto dopo 15 minuti.'), ['timeToDetect=15']);
  assert.deepEqual(told('La fuite a été détectée au bout de 30 minutes.'), ['timeToDetect=30']);
});

test('found out after a length, and an alert a length after a change, tell the detection', () => {
  assert.deepEqual(told('We found out after 35 minutes; the lift stood for 80 minutes in total.'), [
    'timeToDetect=35',
    'duration=80',
  ]);
  assert.deepEqual(told('The porter heard about it only after 12 minutes.'), ['timeToDetect=12']);
  assert.deepEqual(told('A probe on the pump alerted at 06:20, 6 minutes after the valve setting went live.'), [
    'timeToDetect=6',
  ]);
  assert.deepEqual(told('An alert for low pressure fired 9 minutes after the valve was removed.'), ['timeToDetect=9']);
  assert.deepEqual(told('The last boiler was filled 9 minutes after the valve was removed.'), []);
});

test('so many in a length of time, under a summary, is weak and not more than that length', () => {
  assert.deepEqual(told('The counter lost 220 tickets over 25 minutes.'), ['duration=25 weak']);
  assert.deepEqual(told('The counter lost 220 tickets over 25 minutes.', 'elsewhere'), []);
  assert.deepEqual(told('Of late tickets 12 are over 25 minutes.'), []);
});

test('under impact, what stood still and what opens with its length', () => {
  assert.deepEqual(told('Bookings were suspended for 50 minutes.'), ['downtime=50']);
  assert.deepEqual(told('Deployments were suspended for 50 minutes.'), []);
  assert.deepEqual(told('55 minutes of lost bookings; desks retry for 12 hours.'), ['duration=55 weak']);
  assert.deepEqual(told('Il catalogo è rimasto spento per 2 ore e 10 minuti.'), ['downtime=130']);
  assert.deepEqual(told('Boards alarm if they are offline for more than 10 minutes.'), []);
  assert.deepEqual(told('The incident lasted from 06:10 to 07:00, which makes it 50 minutes of slow lifts.'), [
    'duration=50',
  ]);
});

test('in hindsight only this incident and its detection are told', () => {
  const kept = (sentence: string) => readSentence(sentence).map((one) => tellsInHindsight(sentence, one));
  assert.deepEqual(kept('It took 25 minutes to notice.'), [true]);
  assert.deepEqual(kept('The outage lasted 25 minutes.'), [true]);
  assert.deepEqual(kept('Lifts failed between 06:10 and 07:00, for 50 minutes.'), [true]);
  assert.deepEqual(kept('A lift that is down for 25 minutes annoys people.'), [false]);
});

test('a range over days is the own range of the length beside it', () => {
  const [found] = readSentence('Gap: 3 May 2022 22:00 to 5 May 2022 07:30 (33 h 30 min)');
  assert.ok(found);
  const range = (sentence: string) => ownRange(sentence, { ...found.value, seconds: 120_600 });
  assert.equal(
    range('Gap: 3 May 2022 22:00 to 5 May 2022 07:30 (33 h 30 min)'),
    '3 May 2022 22:00 to 5 May 2022 07:30',
  );
  assert.equal(range('Gap: 3 May 2022 22:00 to 5 May 2022 09:30 (33 h 30 min)'), undefined);
});

test('when people said that they would be back is no length', () => {
  assert.deepEqual(told("We closed the mill and wrote that we'd be back in two hours."), []);
});
