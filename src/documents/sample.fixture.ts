import type { DocumentInput } from './input.ts';

/** A small outage with one of everything, for the tests of this folder. */
export const outage: DocumentInput = {
  title: 'Checkout API timeouts',
  date: '2026-03-02',
  markdown: [
    '# Checkout API timeouts',
    '**Severity**: High\n**Status**: Final',
    '### Skipped a level',
    'Pool exhausted by `SELECT *` on **users**, see [dashboard](https://x.test/d?a=1&b=2) and [bad](javascript:alert(1)).',
    '| Time (UTC) | Event |\n|---|---|\n| 14:23 | First alert & <more> |\n| 16:00 | Resolved ✅ |',
    '3. third\n4. fourth\n   - inner\n\n- [x] done\n- [ ] open',
    '> Learned from systems.',
    '```sql\nSELECT 1;\n\nSELECT 2;\n```',
    '<details>raw</details>',
  ].join('\n\n'),
  record: {
    timeline: [
      {
        at: '2026-03-01T14:23',
        precision: 'instant',
        zone: 'UTC',
        milestone: 'detected',
        phase: 'detection',
        text: 'Alert',
      },
      {
        at: '2026-03-01T16:00',
        precision: 'instant',
        zone: 'UTC',
        milestone: 'resolved',
        phase: 'recovery',
        text: 'Resolved',
      },
    ],
    claims: [{ figure: 'timeToResolve', value: 13500, unit: 'seconds', text: '3h 45m' }],
  },
  figures: {
    timeToDetect: {
      status: 'unknown',
      unit: 'seconds',
      formula: 'detected - impactStarted',
      cites: [],
      reason: 'Onset missing.',
    },
    timeToResolve: {
      status: 'known',
      unit: 'seconds',
      seconds: 5820,
      from: 'detected',
      to: 'resolved',
      formula: '',
      cites: [],
    },
    costTotal: { status: 'known', unit: 'USD', value: 37500, formula: 'sum of 4 cost lines', cites: [] },
  },
  findings: [
    {
      code: 'language.blame',
      severity: 'warning',
      message: 'Names a person.',
      line: 9,
      cites: [],
      remedy: 'Name the system.',
    },
    {
      code: 'contradiction.duration',
      severity: 'error',
      message: 'States 3h 45m, is 1h 37m.',
      line: 14,
      cites: [],
      remedy: 'Correct it.',
    },
  ],
};
