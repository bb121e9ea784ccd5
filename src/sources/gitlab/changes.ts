import { readInstant } from '../instant.ts';
import { textOf } from '../lenient.ts';
import { Label, User } from './schema.ts';

/** What changes with every edit, or says nothing of what happened. */
const bookkeeping =
  /^(?:(?:updated|last_edited|created|discussion)_|relative_position|id$|iid$|time_|total_time_|human_|milestone_id|iteration_|due_date|weight|health_status|position|author_id|project_id|target_project_id|source_project_id|blocking_|merge_status|prepared_at|head_pipeline_id|state$|closed_at$)/;

const isPair = (value: unknown): value is { previous?: unknown; current?: unknown } =>
  typeof value === 'object' && value !== null && ('previous' in value || 'current' in value);

const named = (value: unknown): string[] =>
  (Array.isArray(value) ? value : []).flatMap((raw: unknown) => {
    const name = Label.parse(raw)?.title ?? User.parse(raw)?.name ?? User.parse(raw)?.username;
    return name ? [name] : [];
  });

const shown = (value: unknown): string =>
  (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') && value !== ''
    ? String(value).slice(0, 80)
    : 'none';

/** States by their number. */
const states: ReadonlyMap<unknown, string> = new Map<unknown, string>([
  [1, 'opened'],
  [2, 'closed'],
  [3, 'merged'],
  [4, 'locked'],
]);

/** The part of the sentence for one changed field. */
function part(field: string, { previous, current }: { previous?: unknown; current?: unknown }): string {
  if (Array.isArray(previous) || Array.isArray(current)) {
    const [before, now] = [named(previous), named(current)];
    const added = now.filter((name) => !before.includes(name));
    const removed = before.filter((name) => !now.includes(name));
    const parts = [
      added.length > 0 ? `added ${added.join(', ')}` : '',
      removed.length > 0 ? `removed ${removed.join(', ')}` : '',
    ];
    return `${field}: ${parts.filter(Boolean).join('; ') || 'changed'}`;
  }
  if (field === 'state_id') return `state: ${states.get(previous) ?? 'none'} to ${states.get(current) ?? 'none'}`;
  if (field === 'description') return 'description edited';
  return `${field.replaceAll('_', ' ')}: ${shown(previous)} to ${shown(current)}`;
}

/**
 * When a change was made, where the hook says so. `updatedAt` of the item is only that time when the change touched it: labels
 * and approvals need not.
 */
export function changedAt(changes: Record<string, unknown> | undefined, updatedAt?: string): string | undefined {
  if (!changes || !Object.hasOwn(changes, 'updated_at')) return undefined;
  const stated = textOf(changes['updated_at'], 'current');
  return readInstant(stated) === undefined ? updatedAt : stated;
}

/**
 * What an edit changed, one part per field. Undefined when the hook does not say what changed, only when; empty when only
 * what says nothing of what happened did.
 */
export function changedParts(changes: Record<string, unknown> | null | undefined): string[] | undefined {
  const isSilent = (field: string) => /^(?:updated_(?:at|by_id)|last_edited_(?:at|by_id))$/.test(field);
  if (!changes || Object.keys(changes).every(isSilent)) return undefined;
  return Object.entries(changes).flatMap(([field, value]) =>
    isPair(value) && !bookkeeping.test(field) ? [part(field, value)] : [],
  );
}
