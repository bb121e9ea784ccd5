import type { Action } from '../../../record/followup.ts';
import type { PostmortemRecord } from '../../../record/record.ts';
import type { Template } from '../../../templates/index.ts';
import { toEpochMs } from '../../../values/instant.ts';
import { addSpan, readSpan } from '../../../values/span.ts';

const dayMs = 86_400_000;

/** Where a horizon's table stands in the template: the field and value that select it. */
type Place = { key: 'horizon' | 'priority'; value: string };

function placeOf(horizon: string, template: Template): Place | undefined {
  for (const anchor of template.repeats.get('actions') ?? []) {
    for (const { key, values } of anchor.constants) {
      const value = values.find((candidate) => candidate.toLowerCase() === horizon.toLowerCase());
      if (value !== undefined && (key === 'horizon' || key === 'priority')) return { key, value };
    }
  }
  return undefined;
}

/** The first horizon of the template that the due date keeps, counted from the end of the incident. */
function horizonOf(action: Action, fromMs: number, template: Template): string | undefined {
  const dueMs = toEpochMs(action.due ?? '');
  if (Number.isNaN(dueMs) || Number.isNaN(fromMs) || dueMs < fromMs - dayMs) return undefined;
  const fits = template.policy.horizons.find(({ within }) => {
    const span = within === undefined ? undefined : readSpan(within);
    return span === undefined || dueMs <= addSpan(fromMs, span);
  });
  return (fits ?? template.policy.horizons.at(-1))?.name;
}

/** Puts actions without a horizon into the template's table for it, by due date. Actions without a due date stay as they are. */
export function fitActions(record: PostmortemRecord, template: Template): PostmortemRecord {
  const { actions, incident } = record;
  if (actions === undefined || template.policy.horizons.length === 0) return record;
  const from = incident?.end?.at ?? incident?.date ?? incident?.start?.at ?? '';
  const fromMs = toEpochMs(from.slice(0, 10));
  const fitted = actions.map((action) => {
    if (action.horizon !== undefined || action.priority !== undefined) return action;
    const horizon = horizonOf(action, fromMs, template);
    const place = horizon === undefined ? undefined : placeOf(horizon, template);
    return place === undefined ? action : { ...action, [place.key]: place.value };
  });
  return { ...record, actions: fitted };
}
