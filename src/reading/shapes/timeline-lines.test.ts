import assert from 'node:assert/strict';
import { test } from 'node:test';
import { summaryOf } from './summary.ts';

const timesOf = (source: string): string[] => summaryOf(source).events.map((event) => event.split(' ')[0] ?? '');
const day = '2025-03-05T';

test('lines of a paragraph that open with times are a log under any heading', () => {
  const source =
    '# Ferry tickets\n\n2025-03-05\n\n## Impact\n\n- **Impact:** 09:10 to 10:00, gates closed\n- **Length:** 50 minutes\n\n## How the morning went\n\n**08:15** - new build on one gate\n**08:52** - first complaint\n**10:05** - old build back\n';
  assert.deepEqual(
    timesOf(source).filter((time) => !time.endsWith(':00') && !time.endsWith(':10')),
    [`${day}08:15`, `${day}08:52`, `${day}10:05`],
  );
});

test('numbers of four digits that begin no time make no column of times', () => {
  const source =
    '# Ferry tickets\n\n2025-03-05\n\n| Build | Decoder |\n|---|---|\n| 3309 | old |\n| 3310 | new |\n\n- 08:15 new build\n- 10:05 old build back\n';
  assert.deepEqual(timesOf(source), [`${day}08:15`, `${day}10:05`]);
});

test('a wrapped line goes on with a time, also before the first entry', () => {
  const source =
    '# Ferry tickets\n\nOn 5 March 2025 at 13:05 the gates closed. At 13:40 they opened.\n\nOvertime in the evening (06:00 to\n12:00) made up for this.\n';
  assert.ok(!timesOf(source).includes(`${day}12:00`), timesOf(source).join(' '));
});

test('the moment of T is given in lower case and behind a run of blanks', () => {
  const source =
    '# Ferry tickets\n\n```\nservice:   gates\nt0:        2025-03-05 03:15 UTC\n```\n\n## Timeline\n\n| T | Event |\n|---|---|\n| T+0 | Gates close |\n| T+7m | Alarm |\n| T+92m | Gates open |\n';
  assert.deepEqual(timesOf(source), [`${day}03:15Z`, `${day}03:22Z`, `${day}04:47Z`]);
});

test('a window of a header that is told in several labels takes no other entry away', () => {
  const source =
    '# Ferry tickets\n\n| | |\n|---|---|\n| Planned window | 2025-03-05 02:00 - 04:00 UTC |\n| Return to service | 2025-03-05 05:10 UTC |\n| Unplanned downtime | 70 minutes (04:00 to 05:10) |\n\n## Timeline\n\n| UTC | Step |\n|---|---|\n| 02:00 | Gates closed |\n| 04:00 | End of the announced window |\n| 05:10 | Gates open |\n| 09:30 | Second gate in step |\n';
  assert.ok(timesOf(source).includes(`${day}09:30Z`), timesOf(source).join(' '));
});

test('a line that the words before it lead to opens no entry', () => {
  const source =
    '# Ferry tickets\n\nOn 5 March 2025 at 15:20 a gate failed. At\n15:41 the second one failed. At 16:30 we gave up and took the\n03:00 copy. It ran from 18:02.\n';
  assert.deepEqual(timesOf(source).slice(0, 3), [`${day}15:20`, `${day}15:41`, `${day}16:30`]);
});

test('a bold name before several sentences is a heading of prose, and its times are told', () => {
  const source =
    '# Ferry tickets\n\nOn 5 March 2025 the gates failed at 06:22 UTC.\n\n**Detection.** The alert of the quay paged us at 06:25 UTC. She took it at 06:27 UTC. All was slow then.\n\n**Repair.** The gates were up at 07:15 UTC.\n';
  for (const time of ['06:22Z', '06:25Z', '06:27Z', '07:15Z'])
    assert.ok(timesOf(source).includes(day + time), `${time} in ${timesOf(source).join(' ')}`);
});

test('a small table of facts does not silence prose that tells far more times', () => {
  const prose =
    'The gates were changed at 09:30 UTC. The first one failed at 09:52 UTC. A skipper rang at 10:08 UTC and another at 10:11 UTC. At 10:15 UTC we stopped. At 10:40 UTC we knew.';
  const facts = '| | |\n|---|---|\n| gates | 12 |\n| first failed | 09:52 |\n| last opened | 11:58 |\n';
  const source = `# Ferry tickets\n\n5 March 2025\n\n## What happened\n\n${prose}\n\n## Numbers\n\n${facts}`;
  for (const time of ['09:30Z', '10:08Z', '10:40Z', '11:58Z'])
    assert.ok(timesOf(source).includes(day + time), `${time} in ${timesOf(source).join(' ')}`);
});
