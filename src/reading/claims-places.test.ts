import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseMarkdown } from '../markdown/blocks.ts';
import { readGeneral } from './index.ts';

const claims = (source: string) =>
  (readGeneral(parseMarkdown(source)).record.claims ?? []).map(
    ({ figure, value = Number.NaN }) => `${figure}=${value / 60}`,
  );

test('a form with numbered fields states lengths and moments in its second and third column', () => {
  const source = `# Notification

| No. | Field | Content |
|---|---|---|
| 1 | Start of the outage | 2024-03-04 10:00 UTC |
| 2 | Date/time of awareness | 2024-03-04 10:20 UTC |
| 3 | Duration of outage | 1 h 45 min |
`;
  assert.deepEqual(claims(source), ['downtime=105']);
  const { timeline = [] } = readGeneral(parseMarkdown(source)).record;
  assert.deepEqual(
    timeline.map(({ at, milestone }) => [at, milestone]),
    [
      ['2024-03-04T10:00Z', 'impactStarted'],
      ['2024-03-04T10:20Z', 'detected'],
    ],
  );
});

test('a length under the name of detection is the time to it, a time of day is not', () => {
  assert.deepEqual(claims('# Lift\n\n- **Detection:** 12 minutes\n'), ['timeToDetect=12']);
  assert.deepEqual(claims('# Lift\n\n- **Detection:** 14h25\n'), []);
});

test('the end of an abbreviation ends no sentence', () => {
  assert.deepEqual(claims('# Bericht\n\nDer Ausfall dauerte genau 1 Std. 20 Min. Danach war Ruhe.\n'), ['duration=80']);
});

test('a paragraph behind the entries of a timeline says how long it was', () => {
  const source = `# Turnstiles

## Timeline

- 2024-03-04 06:00Z turnstiles load a short list
- 2024-03-04 07:10Z list replaced

Turnstiles refused guests for 70 minutes.
`;
  assert.deepEqual(claims(source), ['duration=70']);
});

test('lessons tell this incident, plans tell none', () => {
  const source = `# Boilers

## What have we learned

- The outage lasted from 06:10 to 07:00, which makes it 50 minutes.

## What we will do for you

- Boilers alarm when they are offline for 30 minutes.
`;
  assert.deepEqual(claims(source), ['duration=50']);
});

test('a length in a front matter title is a claim of the title', () => {
  const source = '---\ntitle: Lift outage in hall 4 (25 minutes)\n---\n\nThe lift was down for 70 minutes.\n';
  const { claims: found = [] } = readGeneral(parseMarkdown(source)).record;
  assert.deepEqual(
    found.map(({ origin, value }) => [origin, value]),
    [
      ['title', 1500],
      ['prose', 4200],
    ],
  );
});

test('dates in numbers of one day with a clock of twelve hours have the month first', () => {
  const at = (source: string) => (readGeneral(parseMarkdown(source)).record.timeline ?? []).map((event) => event.at);
  const table = (end: string) => `# Lift 4

|  |  |
| :-- | :-- |
| **Detected** | 03/04/2021 8:10 AM |
| **Resolved** | ${end} |
`;
  assert.deepEqual(at(table('03/04/2021 1:05 PM')), ['2021-03-04T08:10', '2021-03-04T13:05']);
  assert.deepEqual(at(table('05/07/2021 1:05 PM')), [undefined, undefined]);
});

test('a sentence that sums up the window before it is a claim', () => {
  assert.deepEqual(claims("# Bell\n\nFrom 8:55 to 11:20 it was mute. That's nearly two and a half hours.\n"), [
    'duration=150',
  ]);
  assert.deepEqual(claims('# Bell\n\nIt hung between 21:10 and 22:40. Ninety minutes is a long time for a bell.\n'), [
    'duration=90',
  ]);
  assert.deepEqual(claims('# Bell\n\nWe met on Friday. Ninety minutes is a long time for a meeting.\n'), []);
});

test('an apology tells the length even where plans stand', () => {
  const after = (words: string) => claims(`# Bell\n\n## Next steps\n\n- Oil it every 30 minutes.\n\n${words}\n`);
  assert.deepEqual(after('We are sorry for the 70 minutes of trouble.'), ['duration=70']);
  assert.deepEqual(after('A new rope takes 70 minutes of downtime.'), []);
});

test('a label of downtime or degradation names the whole', () => {
  assert.deepEqual(claims('# Bell\n\n- Minutes downtime or degradation: 57\n'), ['duration=57']);
});

test('a table or a list gives a length under the name of a moment, an act or the whole', () => {
  const cell = (name: string) => claims(`# Bell\n\n| Field | Value |\n|---|---|\n| ${name} | 15 minutes |\n`);
  assert.deepEqual(cell('Interruption'), ['duration=15']);
  assert.deepEqual(cell('Detected after'), ['timeToDetect=15']);
  assert.deepEqual(cell('Recovered after'), ['timeToRepair=15']);
  // A phase may begin with the detection.
  assert.deepEqual(cell('Recovery'), []);
  assert.deepEqual(claims('# Bell\n\n- Mitigation: 15 minutes\n'), []);
  assert.deepEqual(cell('Resolved in'), ['timeToResolve=15']);
  assert.deepEqual(cell('Actual duration'), ['duration=15']);
  assert.deepEqual(cell('Time to identify'), ['timeToDetect=15']);
  assert.deepEqual(cell('Time to identify root cause'), []);
  for (const name of ['Deployment duration', 'Data loss window', 'Time since last incident'])
    assert.deepEqual(claims(`# Bell\n\n- ${name}: 15 minutes\n`), [], name);
});
