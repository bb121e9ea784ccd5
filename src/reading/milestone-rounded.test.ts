import assert from 'node:assert/strict';
import { test } from 'node:test';
import { summaryOf } from './shapes/summary.ts';

const day = '2025-03-05T';
const told = (length: string, ...entries: string[]): string[] =>
  summaryOf(
    `# Ferry tickets\n\nOn 5 March 2025 the gates were down for ${length}.\n\n## Timeline\n\n${entries.map((entry) => `- ${entry}`).join('\n')}\n`,
  ).events;

test('half hours told in prose have room on both sides where no pair is exact', () => {
  const events = told(
    'an hour and a half',
    '09:41 Import of tariffs hangs',
    '09:58 Skipper rings',
    '11:12 Gates open again',
    '15:00 Notes sent',
  );
  assert.ok(events.includes(`${day}09:41 impactStarted?`), events.join('; '));
  assert.ok(events.includes(`${day}11:12 mitigated?`), events.join('; '));
});

test('an exact pair goes before a rounded one', () => {
  const events = told(
    '2 hours',
    '09:38 Tariffs broken',
    '09:41 Gates fail',
    '11:41 Gates recovered',
    '11:45 Stand-in gate recovered',
  );
  assert.ok(events.includes(`${day}09:41 impactStarted?`), events.join('; '));
});

test('days are no half hours: what lasted four days finds no pair by rounding', () => {
  const events = summaryOf(
    '# Ferry tickets\n\nThe list was readable for 4 days.\n\n- 2025-03-01 09:15 list opened by mistake\n- 2025-03-05 05:30 list closed again, all back to normal\n',
  );
  assert.ok(!events.events.some((event) => event.includes('impactStarted')), events.events.join('; '));
});
