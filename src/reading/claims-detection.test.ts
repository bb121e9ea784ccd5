import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseMarkdown } from '../markdown/blocks.ts';
import { readSentence } from './claims-sentence.ts';
import { readGeneral } from './index.ts';

const claims = (source: string) =>
  (readGeneral(parseMarkdown(source)).record.claims ?? []).map(
    ({ figure, value = Number.NaN }) => `${figure}=${value / 60}`,
  );
const told = (sentence: string) => readSentence(sentence).map(({ figure, value }) => `${figure}=${value.seconds / 60}`);

test('a length under a heading or a label about detection is the time to it, once', () => {
  assert.deepEqual(claims('# Pump 4\n\n## Detection\n\nEleven minutes after the switch, by a caller.\n'), [
    'timeToDetect=11',
  ]);
  assert.deepEqual(
    claims('# Pump 4\n\n## Who noticed\n\nA guest. Nobody looks at the lamp, so it took us 40 minutes.\n'),
    ['timeToDetect=40'],
  );
  assert.deepEqual(claims('# Pump 4\n\n## How we found out\n\nThe keeper called. About two hours in.\n'), [
    'timeToDetect=120',
  ]);
  assert.deepEqual(claims('# Pump 4\n\n**How we knew:** a call at 09:31. Nineteen minutes is too long.\n'), [
    'timeToDetect=19',
  ]);
});

test('what would have been, settings and habits under detection are no time to it', () => {
  for (const words of [
    'It would have been 65 minutes from the beginning of the works.',
    'The lamp is looked at every 30 minutes.',
    'The probe fires after 10 minutes of silence.',
  ])
    assert.deepEqual(claims(`# Pump 4\n\n## Detection\n\n${words}\n`), [], words);
});

test('until we were told, and a length in, tell the detection', () => {
  assert.deepEqual(told('It took eight minutes from the beginning of the problem until we were told.'), [
    'timeToDetect=8',
  ]);
  assert.deepEqual(told('It took 42 minutes until we had the first report.'), ['timeToDetect=42']);
  assert.deepEqual(told('We noticed 3 minutes in.'), ['timeToDetect=3']);
  assert.deepEqual(told('Nobody noticed for 3 hours.'), ['timeToDetect=180']);
  assert.deepEqual(told('Our lamp picked this up 4 minutes after the start.'), ['timeToDetect=4']);
  assert.deepEqual(told('MTTD was 4 minutes, MTTR 83 minutes.'), ['timeToDetect=4', 'timeToRepair=83']);
  assert.deepEqual(told('The keeper acknowledged the page within 4 minutes.'), ['timeToAcknowledge=4']);
  assert.deepEqual(told('We found out within ten minutes.'), ['timeToDetect=10']);
  assert.deepEqual(told('The level alarm came 50 minutes after the valve had gone.'), ['timeToDetect=50']);
});

test('a sentence that opens with a length since the beginning goes on from one about noticing', () => {
  assert.deepEqual(
    claims('# Pump 4\n\n## Account\n\nA guest noticed at 18:55. 35 minutes from the beginning; we slept.\n'),
    ['timeToDetect=35'],
  );
});

test('recovery so long after the start is the time to it', () => {
  assert.deepEqual(told('All lifts recovered by 11:20, 83 minutes after the start.'), ['timeToRepair=83']);
});

test('so many minutes in, or told after so many, is the time to notice', () => {
  assert.deepEqual(told('No lamp was lit; the first sign was a guest 12 minutes in.'), ['timeToDetect=12']);
  assert.deepEqual(told('08:14 First ticket of a tenant (14 minutes into the outage).'), ['timeToDetect=14']);
  assert.deepEqual(told('The float switch warned us after 3 minutes.'), ['timeToDetect=3']);
  assert.deepEqual(told('A keeper found it 2 hours after the first overflow.'), ['timeToDetect=120']);
  assert.deepEqual(told('We were paged at once and found the valve 40 minutes in.'), []);
  assert.deepEqual(told('A second probe would have warned us after 3 minutes.'), []);
  assert.deepEqual(claims('# Pump 4\n\nThe pump failed.\n\nA tenant phoned the lodge. That is 25 minutes in.\n'), [
    'timeToDetect=25',
  ]);
});

test('so long after the event began, things were restored', () => {
  assert.deepEqual(told('At noon the sluice was operating normally, 3 hours after the event began.'), [
    'timeToRepair=180',
  ]);
  assert.deepEqual(told('The lift was fully available at 10.15, that is after two hours and a quarter.'), [
    'timeToRepair=135',
  ]);
  assert.deepEqual(told('We mitigated the leak in 35 minutes.'), ['timeToMitigate=35']);
  assert.deepEqual(told('Detection took 4 minutes, full recovery 50m.'), ['timeToDetect=4', 'timeToRepair=50']);
  assert.deepEqual(told('A notice was posted 6 minutes after the start of incident response.'), []);
});

test('an alarm so long after the start, not noticing for so long, back to normal after so long', () => {
  assert.deepEqual(told('Four minutes after the upgrade, the alarm went off.'), ['timeToDetect=4']);
  assert.deepEqual(told('The alarm triggered 4 minutes after the upgrade.'), ['timeToDetect=4']);
  assert.deepEqual(told('We did not notice for 25 minutes.'), ['timeToDetect=25']);
  assert.deepEqual(told('It took 25 minutes before the alarm fired.'), ['timeToDetect=25']);
  assert.deepEqual(told('The level returned to normal after 38 minutes.'), ['timeToRepair=38']);
  assert.deepEqual(told('The lift came back 38 minutes after it broke.'), ['timeToRepair=38']);
  assert.deepEqual(told('It took us 3 hours to bring everything back.'), ['timeToRepair=180']);
});

test('how long it took to hear of it is the time to detect, in many words', () => {
  assert.deepEqual(told('It took us 45 minutes to find out.'), ['timeToDetect=45']);
  assert.deepEqual(told('It took us 45 minutes to find out why.'), []);
  assert.deepEqual(told('It took 23 minutes and a guest to tell us.'), ['timeToDetect=23']);
  assert.deepEqual(told('It took 99 minutes until somebody called us.'), ['timeToDetect=99']);
  assert.deepEqual(told('So the time to first report was 12 minutes.'), ['timeToDetect=12']);
  assert.deepEqual(told('From the first dark lamp to the first call to the desk it was 8 minutes.'), [
    'timeToDetect=8',
  ]);
  assert.deepEqual(told('From the alert to the first call it was 8 minutes.'), []);
  assert.deepEqual(told('The first any of us knew was a call at 7:52, twelve minutes in, from the porter.'), [
    'timeToDetect=12',
  ]);
  assert.deepEqual(told('Thanks to the lamp we knew within five minutes that something was wrong.'), [
    'timeToDetect=5',
  ]);
  assert.deepEqual(told('It was reported after 25 minutes.'), ['timeToDetect=25']);
});

test('a field for the detection may count from the start', () => {
  assert.deepEqual(claims('# Pump 4\n\n- Detection: a guest, 45 min after the start\n'), ['timeToDetect=45']);
  assert.deepEqual(claims('# Pump 4\n\n- Detection: a guest, 45 min after the doors opened\n'), ['timeToDetect=45']);
  assert.deepEqual(claims('# Pump 4\n\n- Detection: a guest, 45 min after the first alarm\n'), []);
});

test('back so long after it had gone, or later than the time told before, is the recovery', () => {
  assert.deepEqual(told('At 12:25 the pump was usable again, 90 minutes after it had gone away.'), ['timeToRepair=90']);
  assert.deepEqual(told('With it the incident was over, 99 minutes after it had begun.'), ['timeToRepair=99']);
  const later = (previous: string) =>
    readSentence('It came back at 05:10, two hours and eight minutes later.', 'told', { previous }).map(
      ({ figure, value }) => `${figure}=${value.seconds / 60}`,
    );
  assert.deepEqual(later('At 03:02 the pump stopped.'), ['timeToRepair=128']);
  assert.deepEqual(later('At 03:02 the fix was rolled out.'), []);
});
