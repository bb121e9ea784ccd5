import { readInstant } from '../instant.ts';
import { after } from '../moment.ts';
import { changeParts } from './change.ts';
import type { LinearDelivery } from './delivery.ts';

/** Reads what became of a project. */
export function readProject({ action, data, updatedFrom, raw, at, epochMs, url, add, leave }: LinearDelivery): void {
  const parts = action === 'update' && data ? changeParts(updatedFrom, data, raw) : [];
  const said = action === 'create' ? 'created' : action === 'remove' ? 'removed' : `changed (${parts.join('; ')})`;
  if (action !== 'create' && action !== 'remove' && action !== 'update') {
    return leave(`Project: ${action}`, 'this action is unknown');
  }
  if (action === 'update' && parts.length === 0)
    return leave('a change of a project', 'it says nothing of what happened');
  const name = data?.name ?? 'without a name';
  add({
    key: `linear:project:${data?.id ?? ''}:${action}${action === 'create' ? '' : `:${epochMs ?? ''}`}`,
    what: `a project: ${action}`,
    epochMs: action === 'create' ? (readInstant(data?.createdAt) ?? epochMs) : epochMs,
    place: `${at}/data`,
    text: `Project ${name} ${said}`,
    ...(action === 'create' ? { body: data?.description } : {}),
    link: { kind: 'project', url: url ?? data?.url, of: name },
  });
}

const healths: ReadonlyMap<string, string> = new Map([
  ['onTrack', 'on track'],
  ['atRisk', 'at risk'],
  ['offTrack', 'off track'],
]);

/** Reads the report on a project. An edit gives the same event its new words. */
export function readProjectUpdate({
  action,
  data,
  at,
  epochMs,
  url,
  actorName,
  add,
  leave,
  wrote,
}: LinearDelivery): void {
  if (action === 'remove') return leave('a project update', 'it was deleted');
  if (action !== 'create' && action !== 'update') return leave(`ProjectUpdate: ${action}`, 'this action is unknown');
  const health = healths.get(data?.health ?? '') ?? data?.health;
  const place = `${at}/data`;
  add({
    key: `linear:project-update:${data?.id ?? ''}`,
    what: 'a project update',
    epochMs: readInstant(data?.createdAt) ?? epochMs,
    place,
    text: `Project ${data?.project?.name ?? 'without a name'} reported${health ? ` as ${health}` : ''}${after(data?.body)}`,
    body: data?.body,
    actor: data?.user?.name ?? actorName,
    editedMs: readInstant(data?.editedAt),
    link: { kind: 'project', url: url ?? data?.url },
  });
  wrote(data?.user?.name ?? actorName, place);
}
