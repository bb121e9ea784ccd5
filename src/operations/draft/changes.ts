import { sql } from 'kysely';
import type { Moment } from '../../record/moment.ts';
import type { Change } from '../../store/commit.ts';
import type { Part } from '../part/assemble.ts';
import { positionOf } from '../part/entry-operations.ts';
import { stepPosition } from '../part/record-steps.ts';
import { insertPart, insertParts, removeParts, replaceParts } from '../part/statements.ts';
import type { StoredContext } from '../stored-operation.ts';
import type { DraftPlan } from './plan.ts';

const remember = (incidentId: string, written: DraftPlan['written']): Change[] =>
  written.size === 0
    ? []
    : [
        {
          rows: written.size,
          statement: sql`insert into drafted (incident_id, path, sha256)
            select ${incidentId}::uuid, one->>0, one->>1 from json_array_elements(${JSON.stringify([...written])}::json) as one
            on conflict (incident_id, path) do update set sha256 = excluded.sha256`,
        },
      ];

const next = (part: Part, value: unknown): Part => ({ ...part, value, version: part.version + 1 });

/** The rows that a draft changes, adds and takes out, but for its events. */
export function partChanges(
  context: StoredContext,
  incidentId: string,
  { groups, lists, written }: DraftPlan,
): Change[] {
  const fresh = { touched: {}, version: 1 };
  const replaced = groups.flatMap(({ before, value }) => (before === undefined ? [] : [next(before, value)]));
  const made = groups
    .filter(({ before }) => before === undefined)
    .map(({ key, value }) => insertPart(incidentId, { ...fresh, key, id: '', position: 0, value }));
  const entries = lists.flatMap(({ key, before, values }) => {
    const from = before[0]?.position ?? positionOf(context);
    const start = (value: unknown) => (key === 'steps' ? stepPosition(value as { at?: Moment }, context) : from);
    return values.map((value, index) => {
      return { ...fresh, key, id: context.newId(), position: start(value) + index / 1024, value };
    });
  });
  const gone = lists.flatMap(({ before }) => before);
  return [
    ...replaceParts(incidentId, replaced),
    ...made,
    ...removeParts(incidentId, gone),
    ...(entries.length === 0 ? [] : [insertParts(incidentId, entries)]),
    ...remember(incidentId, written),
  ];
}
