import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseMarkdown } from '../markdown/blocks.ts';
import { readSentence } from './claims-sentence.ts';
import { readGeneral } from './index.ts';

const told = (sentence: string) => readSentence(sentence).map(({ figure, value }) => `${figure}=${value.seconds / 60}`);
const claims = (source: string) =>
  (readGeneral(parseMarkdown(source)).record.claims ?? []).map(
    ({ figure, value = Number.NaN }) => `${figure}=${value / 60}`,
  );

test('a thing that took so long, a day of the calendar, settings and conditions are no claim', () => {
  for (const sentence of [
    'The index failed at the end of a build of three hours.',
    'Never do this on a day with an event.',
    'Three outages in one day are too many.',
    'An alert (3 failed in 5 minutes) pages the keeper.',
    'An alert for "no failed job for 5 minutes" was added.',
    'Errors page us if the lift is down for 5 minutes.',
    'The impact started at T+4m.',
    'Two delayed trains (45 minutes and 70 minutes).',
    'The incident desk has a time-out: 15 minutes.',
    'Credits apply after 30 minutes of downtime.',
    'Latency rose to 5 minutes.',
    'Nine calls failed; all were called back within 15 minutes.',
    'We opened the incident on this page 14 minutes after that.',
    'The target for time to mitigate is 4 hours.',
    'The save files failed and we lost 40 minutes of progress.',
    'Guests saw delays of 40 minutes.',
    'Tickets are printed locally, which is enough for 36 hours of work.',
  ])
    assert.deepEqual(told(sentence), [], sentence);
});

test('an outage of a length, and a whole day down, are claims', () => {
  assert.deepEqual(told('It was an outage of 94 minutes.'), ['downtime=94']);
  assert.deepEqual(told('The lift was down for a day.'), ['downtime=1440']);
  assert.deepEqual(told('In all, guests saw closed doors for 1h 34m.'), ['duration=94']);
  assert.deepEqual(told('The gap was six hours and 35 minutes.'), ['duration=395']);
});

test('without anything better, nothing for so long and a length without something are guessed', () => {
  assert.deepEqual(claims('# Press\n\n## Figures\n\n- no prints for 3 hours and 45 minutes\n'), ['duration=225']);
  assert.deepEqual(claims('# Press\n\n## Analysis\n\nTwo hours and 34 minutes without the press.\n'), ['duration=154']);
  assert.deepEqual(claims('# Press\n\n## TL;DR\n\nIt stood from noon to evening. 6.5 hours.\n'), ['duration=390']);
});

test('the only stated length is that of the incident, though it is one of slowness', () => {
  assert.deepEqual(claims('# Press\n\n## Impact\n\n- 2 hours 11 minutes of slow prints\n'), ['duration=131']);
  assert.deepEqual(claims('# Press\n\nThe press was down for 20 minutes and slow for 2 hours.\n'), [
    'downtime=20',
    'degraded=120',
  ]);
});

test('lessons that tell what failed for how long are claims', () => {
  assert.deepEqual(claims('# Press\n\n## What we learnt\n\nPrints failed for 99 minutes. We noticed 3 minutes in.\n'), [
    'duration=99',
    'timeToDetect=3',
  ]);
});

test('a key of front matter names its unit', () => {
  const of = (line: string) => claims(`---\ntitle: Lift\n${line}\n---\n\nText.\n`);
  assert.deepEqual(of('duration_minutes: 255'), ['duration=255']);
  assert.deepEqual(of('downtime_min: 12'), ['downtime=12']);
  assert.deepEqual(of('ttd_seconds: 120'), ['timeToDetect=2']);
  assert.deepEqual(of('outage_length_h: 2'), ['downtime=120']);
  assert.deepEqual(of('timeToDetectMinutes: 7'), ['timeToDetect=7']);
  assert.deepEqual(of('duration: 02:15'), ['duration=135']);
});

test('where a length stands in time, limits, gatherings and what was back then are no length of the incident', () => {
  for (const words of [
    'The gate failed at 18:25, twenty minutes after launch.',
    'The alarm compares with a five minute limit and failed.',
    'The alert window is 30 minutes, so the outage was not seen.',
    'The belt stopped after three attempts in 90 seconds.',
    'The contract gives 4 hours to fix a problem.',
    'The seal of the valve lasts 14 days.',
    'After the outage we saw half an hour of normal service.',
    'The longest outage since 2019 (then: 3 hours).',
    'In one week the gate failed three times.',
    'The meeting took 40 minutes and was about the outage.',
    'Valves must be open at least four hours before anything else can fail.',
  ])
    assert.deepEqual(claims(`# Sluice gate\n\n${words}\n`), [], words);
});

test('a gate that could not be scheduled or worked less than expected is no plan', () => {
  assert.deepEqual(claims('# Sluice\n\nBarges could not be scheduled for 85 minutes.\n'), ['downtime=85']);
  assert.deepEqual(claims('# Sluice\n\nThe outage lasted longer than expected, for 3 hours.\n'), ['duration=180']);
  assert.deepEqual(claims('# Sluice\n\nThe planned outage lasted 3 hours.\n'), []);
});

test('steps, watches, conditions of alerts and states from before are no length of the incident', () => {
  for (const words of [
    'The restore took 40 minutes and the pump failed again.',
    'We watched the pump for 30 minutes before closing the incident.',
    'Two keepers worked on the incident for 6 hours.',
    'Probes failing for 5 minutes trigger an outage call.',
    'The alarm needs 10 minutes of failing probes.',
    'Alarm: water above 5% for 10 minutes, and none failed.',
    'The seal had been expired for 3 days when the outage began.',
    'Credits are for outages longer than 30 minutes.',
    'A second seal would have saved us an hour of downtime.',
    'We lost 12 minutes because nobody knew the key.',
    'The contract promises restoration within 4 hours.',
    'Pages are acknowledged within 5 minutes as a rule.',
    'A five minute read: our outage.',
    'Detect outages like this within 5 minutes.',
  ])
    assert.deepEqual(claims(`# Sluice gate\n\n${words}\n`), [], words);
  assert.deepEqual(claims('# Sluice gate\n\nThe gate failed for 5 minutes.\n'), ['duration=5']);
  assert.deepEqual(claims('# Two-hour read outage of the gate\n'), ['downtime=120']);
  assert.deepEqual(claims('# Gate\n\n## Summary\n\nThe level was lost in the control room for 65 minutes.\n'), [
    'duration=65',
  ]);
  assert.deepEqual(claims('# Gate\n\n## Summary\n\nThe tank, which failed, has room for 65 minutes.\n'), []);
});

test('how long people thought or argued, and the span that a rule counts over, are no claim', () => {
  const summary = (sentence: string) => readSentence(sentence, 'told').map(({ figure }) => figure);
  assert.deepEqual(summary('I did think of a second pump, for about half an hour.'), []);
  assert.deepEqual(summary('We argued over the colour of the lamp for 20 minutes.'), []);
  assert.deepEqual(summary('The lamp alert fires late, as it counts restarts within 10 minutes.'), []);
});
