import type { RowEdit } from '../../measurement/merge-rows.ts';
import type { Change } from '../../store/commit.ts';
import type { Part } from '../part/assemble.ts';
import { positionOf } from '../part/entry-operations.ts';
import { setFields } from '../part/set-fields.ts';
import { insertPart, insertParts, placeEntries, replacePart } from '../part/statements.ts';
import type { StoredContext } from '../stored-operation.ts';
import { movedEntries, placeEvents } from '../part/place-events.ts';

const nulls = (set: RowEdit['set']) =>
  Object.fromEntries(Object.entries(set).map(([field, value]) => [field, value ?? null]));

const isGroup = (key: string): boolean => key === 'circuitBreaker';

/** New entries at their places: events by time, all others behind what is there. */
function addedParts(context: StoredContext, edits: readonly RowEdit[], kept: readonly Part[]) {
  const last = positionOf(context);
  const parts = edits.map(({ key, set }, index): Part => {
    const value = Object.fromEntries(Object.entries(set).filter(([, field]) => field !== undefined));
    return { key, id: context.newId(), position: last + index / 1024, value, touched: {}, version: 1 };
  });
  const timeline = kept.filter(({ key }) => key === 'timeline');
  const events = parts.filter(({ key }) => key === 'timeline');
  const positions = placeEvents(timeline, events);
  const moved = movedEntries(timeline, positions);
  const placed = parts.map((part) =>
    part.key === 'timeline' ? { ...part, position: positions.get(part.id) ?? part.position } : part,
  );
  return { placed, moved };
}

/** What the ledger says of edits, in the form of all that change several parts at once. */
export type ToldEdits = {
  set: { key: string; id: string; values: Record<string, unknown> }[];
  add: { key: string; id: string; entry: unknown }[];
  remove: never[];
};

/** Edits as changes of an incident's parts. `packed` names entries that have to be kept one by one for it. */
export function changesOf(
  context: StoredContext,
  incidentId: string,
  edits: readonly RowEdit[],
  kept: readonly Part[],
): { changes: Change[]; packed: { key: string; id: string }[]; told: ToldEdits } {
  const changes: Change[] = [];
  const set: ToldEdits['set'] = [];
  const packed: { key: string; id: string }[] = [];
  const isOld = ({ key, id }: RowEdit) => id !== undefined || isGroup(key);
  const { placed, moved } = addedParts(
    context,
    edits.filter((edit) => !isOld(edit)),
    kept,
  );
  const movedTo = new Map(moved.map((entry) => [entry.id, entry]));
  for (const { key, id = '', set: edited } of edits.filter(isOld)) {
    const old = kept.find((part) => part.key === key && part.id === id);
    const base = old ?? { key, id, position: 0, value: undefined, touched: {}, version: 0 };
    const { part, changed } = setFields(base, nulls(edited), base.version);
    if (changed.length === 0) continue;
    const position = movedTo.get(id)?.position ?? part.position;
    movedTo.delete(id);
    packed.push({ key, id });
    set.push({ key, id, values: nulls(edited) });
    changes.push(
      old === undefined ? insertPart(incidentId, part) : replacePart(incidentId, { ...part, position }, old.version),
    );
  }
  const rest = [...movedTo.values()];
  packed.push(...rest.map(({ id }) => ({ key: 'timeline', id })));
  changes.push(...placeEntries(incidentId, 'timeline', rest));
  if (placed.length > 0) changes.push(insertParts(incidentId, placed));
  const add = placed.map(({ key, id, value }) => ({ key, id, entry: value }));
  return { changes, packed, told: { set, add, remove: [] } };
}
