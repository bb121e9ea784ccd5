import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { draftRecord } from '../../drafting/index.ts';
import { several } from '../../drafting/readings-arbitrary.ts';
import { milestones } from '../../record/milestone.ts';
import type { PostmortemRecord } from '../../record/record.ts';
import type { SourceReading } from '../../sources/index.ts';
import { assemble, type Part, partsOf } from '../part/assemble.ts';
import { type Drafted, planDraft } from './plan.ts';

const moment = fc
  .integer({ min: 0, max: 300 })
  .map((second) => ({ at: `${new Date(1e12 + second * 1000).toISOString().slice(0, 19)}Z`, zone: 'UTC' }))
  .map((at) => ({ ...at, precision: 'instant' as const }));
const word = fc.constantFrom('a', 'b', 'rolled back', 'checkout');
const entry = fc
  .record(
    {
      moment,
      text: word,
      milestone: fc.constantFrom(...milestones),
      inferred: fc.constant(true),
      source: fc.constantFrom('alertmanager', 'prometheus/shop'),
      evidence: fc.constantFrom('f0#/0', 'f1#/0', 'sha256:aa'),
    },
    { requiredKeys: ['moment', 'text'] },
  )
  .map(({ moment: at, inferred, ...one }) => {
    const suggested = one.milestone && inferred ? { inferred, inferredFrom: 'wording' as const } : {};
    return { ...at, ...one, ...suggested };
  });
const step = fc.record({
  text: word,
  tool: fc.constantFrom('rollback (MCP)', 'get_pods (MCP)', 'apply (MCP)'),
  at: moment,
  by: fc.constantFrom('agent x', 'agent y'),
});
const standing = fc.record({ timeline: fc.array(entry, { maxLength: 6 }), steps: fc.array(step, { maxLength: 4 }) });

/** Each event with a key and a place of its own, as sources give them. */
const readingsOf = several.map((all) =>
  all.map((reading, one) => ({
    ...reading,
    conditions: reading.conditions.map((condition) =>
      condition.closedBy === undefined ? condition : { ...condition, closedBy: `${one}-0` },
    ),
    events: reading.events.map((event, two) => ({ ...event, key: `${one}-${two}`, evidence: `f${one}#/${two}` })),
  })),
);

type Kept = { parts: Part[]; drafted: Drafted };
let ids = 0;
const newId = () => `id${(ids += 1)}`;

/** A document as it is kept, its steps as a recorder sent them. */
const keptOf = (record: PostmortemRecord): Kept => {
  const parts = partsOf(record, newId).map((part) => (part.key === 'steps' ? { ...part, id: `rec-${part.id}` } : part));
  return { parts, drafted: new Map() };
};

/** What a draft writes, and the document after it. */
function drafting({ parts, drafted }: Kept, readings: SourceReading[]) {
  const plan = planDraft(parts, draftRecord(readings, { standing: assemble(parts).record }), drafted);
  const gone = new Set([...plan.groups, ...plan.lists].flatMap(({ before }) => before ?? []));
  const fresh = { touched: {}, version: 1, position: 1e6 };
  const next = [
    ...parts.filter((part) => !gone.has(part)),
    ...plan.groups.map(({ key, value }) => ({ ...fresh, key, id: '', value })),
    ...plan.lists.flatMap(({ key, values }) =>
      values.map((value, index) => ({ ...fresh, key, id: newId(), position: 1e6 + index, value })),
    ),
    ...plan.timeline.map((value, index) => ({ ...fresh, key: 'timeline', id: newId(), position: 1e7 + index, value })),
  ];
  return { plan, kept: { parts: next, drafted: new Map([...drafted, ...plan.written]) } };
}

const written = ({ groups, lists, timeline }: ReturnType<typeof planDraft>) => [
  ...groups.map(({ key, value }) => [key, value]),
  ...lists.map(({ key, values }) => [key, values]),
  ...timeline,
];

test('whatever a document has: the next draft of the same evidence writes nothing', () => {
  fc.assert(
    fc.property(readingsOf, standing, (readings, record) => {
      const { kept } = drafting(keptOf(record), readings);
      assert.deepEqual(written(drafting(kept, readings).plan), []);
    }),
    { numRuns: 400 },
  );
});

test('in whichever turn evidence comes: the draft after the last writes nothing', () => {
  fc.assert(
    fc.property(readingsOf, standing, (readings, record) => {
      let { kept } = drafting(keptOf(record), readings.slice(0, 1));
      kept = drafting(kept, readings).kept;
      assert.deepEqual(written(drafting(kept, readings).plan), []);
    }),
    { numRuns: 400 },
  );
});
