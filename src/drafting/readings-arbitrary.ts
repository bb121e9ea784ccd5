import * as fc from 'fast-check';
import { milestones, phases } from '../record/milestone.ts';
import { noFacts } from '../sources/facts.ts';
import type { Condition, SourceEvent, SourceReading } from '../sources/source.ts';

const word = fc.constantFrom('a', 'b', 'checkout', 'critical', 'SEV2', 'Ada', '__proto__');
const fact = fc.record({
  value: word,
  evidence: fc.constantFrom('f#/0', 'g#/1'),
  epochMs: fc.integer({ min: 1e12, max: 1e12 + 9 }),
});
const event: fc.Arbitrary<SourceEvent> = fc.record(
  {
    key: fc.constantFrom('k1', 'k2', 'k3', 'k4', 'k5', 'k6'),
    epochMs: fc.integer({ min: 1e12, max: 1e12 + 300_000 }),
    text: word,
    notes: word,
    actor: word,
    phase: fc.constantFrom(...phases),
    milestone: fc.constantFrom(...milestones),
    inferredFrom: fc.constantFrom('wording' as const, 'position' as const),
    evidence: fc.constantFrom('f#/0', 'f#/1', 'g#/2', 'h#3'),
    count: fc.integer({ min: 1, max: 9 }),
    lastMs: fc.integer({ min: 1e12, max: 1e12 + 300_000 }),
    fold: fc.constantFrom('s1', 's2'),
    step: fc.constantFrom({}, { command: 'x' }),
  },
  { requiredKeys: ['key', 'epochMs', 'text', 'evidence'] },
);
const condition: fc.Arbitrary<Condition> = fc.oneof(
  fc.record({ key: word, name: word, state: fc.constant('open' as const) }),
  fc.record({ key: word, name: word, state: fc.constant('closed' as const), closedBy: fc.constantFrom('k1', 'k2') }),
);
const reading: fc.Arbitrary<SourceReading> = fc
  .record({
    source: fc.constantFrom('alertmanager', 'slack'),
    events: fc.array(event, { maxLength: 6 }),
    conditions: fc.array(condition, { maxLength: 3 }),
    titles: fc.array(
      fact.map((one) => ({ ...one, from: 'alert' as const })),
      { maxLength: 3 },
    ),
    severities: fc.array(
      fact.map((one) => ({ ...one, of: 'incident' as const })),
      { maxLength: 3 },
    ),
    people: fc.array(fact, { maxLength: 3 }),
    roles: fc.array(
      fact.map((one) => ({ ...one, role: 'Scribe' })),
      { maxLength: 2 },
    ),
    links: fc.array(
      fact.map((one) => ({ ...one, kind: 'runbook' })),
      { maxLength: 3 },
    ),
  })
  .map(({ source, events, conditions, ...facts }) => ({
    source,
    file: 'f',
    events,
    conditions,
    facts: { ...noFacts(), ...facts },
    ignored: [],
    masked: 0,
  }));
/** What several sources read: few words, places and moments, so that much of it meets. */
export const several = fc.array(reading, { minLength: 1, maxLength: 4 });
