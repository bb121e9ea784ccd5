import type { PostmortemRecord } from '../src/record/record.ts';

const many = <T>(count: number, make: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, index) => make(index));
const pad = (value: number) => String(value).padStart(2, '0');
const horizons = ['Immediate', 'Short-term', 'Long-term'];
const areas = ['code', 'process', 'monitoring', 'runbook'];

/** An incident of middling size: forty events, thirty actions. Invented. */
export const sampleRecord: PostmortemRecord = {
  incident: {
    id: 'INC-20260311-1402',
    title: 'Orders rejected after a risk limit was halved',
    date: '2026-03-11',
    severity: 'high',
    services: 'order gateway, risk engine',
    start: { written: '14:02', at: '2026-03-11T14:02', precision: 'instant' },
    end: { written: '15:47', at: '2026-03-11T15:47', precision: 'instant' },
  },
  document: { authors: 'Mina Sato', reviewedBy: 'Tomás Ferro, Ida Lund' },
  summary: {
    text: 'A configuration change halved the position limit; the gateway rejected one order in three for 105 minutes.',
  },
  impact: { business: { financial: '12,400' }, customers: { users: '310' } },
  timeline: many(40, (index) => ({
    written: `${14 + Math.floor(index / 30)}:${pad((index * 2) % 60)}`,
    at: `2026-03-11T${14 + Math.floor(index / 30)}:${pad((index * 2) % 60)}`,
    precision: 'instant' as const,
    text: `Step ${index}: the gateway rejected ${index * 7} orders and the desk was told`,
  })),
  rootCause: { whatHappened: 'The limit is read in lots by one service and in units by the other.' },
  whys: many(5, (index) => ({ question: 'Why?', answer: `Because of the reason numbered ${index}` })),
  detection: { method: 'Monitoring alert', monitored: 'Yes' },
  steps: many(6, (index) => ({ text: `Rolled back part ${index} of the change` })),
  wentWell: many(4, (index) => ({ text: `The alert number ${index} fired within a minute` })),
  wentWrong: many(4, (index) => ({ text: `The runbook lacked step ${index}` })),
  invariants: many(6, (index) => ({
    name: `I-0${index}`,
    status: index === 2 ? 'FAIL' : 'PASS',
    notes: 'checked each minute',
  })),
  invariantGaps: many(3, (index) => ({
    name: `I-1${index}`,
    expected: 'halt',
    actual: 'no halt',
    gap: 'measured in lots',
  })),
  actions: many(30, (index) => ({
    text: `Check the unit of limit ${index} when it is loaded`,
    owner: '@risk',
    status: 'open',
    due: `2026-03-${pad(12 + (index % 15))}`,
    horizon: horizons[index % 3] ?? 'Immediate',
  })),
  prevention: many(12, (index) => ({
    text: `Guard number ${index}`,
    area: areas[index % 4] ?? 'code',
    done: index % 2 === 0,
  })),
  transitions: many(4, (index) => ({
    from: 'CLOSED',
    to: 'OPEN',
    at: { written: `14:1${index}`, at: `2026-03-11T14:1${index}`, precision: 'instant' as const },
    reason: 'reject rate',
  })),
  circuitBreaker: { earlier: 'Yes: its threshold counts errors, not rejects.' },
  audit: { chainIntact: 'Yes', eventsCaptured: 'Yes', evidenceStored: 'Yes', anchor: '2026-03-11 13:55' },
  lessons: many(5, (index) => ({ text: `A lesson with the number ${index}` })),
  links: many(5, (index) => ({ text: `[dashboard ${index}](https://example.org/${index})` })),
  signoffs: [
    { role: 'Incident Commander', name: 'Mina Sato' },
    { role: 'Engineering Lead', name: 'Ida Lund' },
    { role: 'Risk Owner', name: 'Tomás Ferro' },
  ],
  claims: [
    { figure: 'duration', text: '1h 45m', value: 6300, unit: 'seconds' },
    { figure: 'timeToDetect', text: '3 min', value: 180, unit: 'seconds' },
  ],
};
