import { HindcastError } from '../../errors.ts';
import { loadIncident } from '../../incident/load.ts';
import { saveEdit } from '../../lifecycle/save-edit.ts';
import type { Part } from '../../part/assemble.ts';
import { setFields } from '../../part/set-fields.ts';
import { replaceParts } from '../../part/statements.ts';
import { unpack } from '../../part/unpack.ts';
import { retried } from '../../save.ts';
import type { StoredContext } from '../../stored-operation.ts';
import type { Telling } from './tell.ts';

type Ticket = { id: string; ticket: string };

async function loadActions({ database }: StoredContext, incidentId: string, ids: readonly string[]): Promise<Part[]> {
  const text = `select key, id, position, value, touched, version from kept_part
    where incident_id = $1 and key = 'actions' and id = any($2::text[]) and count is null`;
  return (await database.query<Part>({ text, values: [incidentId, ids] })).rows;
}

async function writeOf(context: StoredContext, incidentId: string, tickets: readonly Ticket[]): Promise<void> {
  const incident = await loadIncident(context, incidentId, 'incident.edit');
  if (incident.status !== 'draft' && incident.status !== 'inReview') return;
  const places = tickets.map(({ id }) => ({ key: 'actions', id }));
  await unpack(context, incidentId, places);
  const parts = await loadActions(
    context,
    incidentId,
    tickets.map(({ id }) => id),
  );
  const set = parts.flatMap((part) => {
    const ticket = tickets.find(({ id }) => id === part.id)?.ticket;
    const isNamed = (part.value as { ticket?: string }).ticket !== undefined;
    return ticket === undefined || isNamed ? [] : [{ part, values: { ticket } }];
  });
  if (set.length === 0) return;
  const changed = set.map(({ part, values }) => setFields(part, values, part.version).part);
  await saveEdit(context, incident, {
    operation: 'record.apply',
    subject: 'document',
    payload: { set: set.map(({ part: { key, id }, values }) => ({ key, id, values })), add: [], remove: [] },
    changes: replaceParts(incidentId, changed),
    result: { changed: changed.map(({ id }) => `actions/${id}.ticket`), added: [], removed: [] },
  });
}

/** Names new issues in the documents of their actions, those of one document together; a signed one stays as it is. */
export async function writeTickets(context: StoredContext, tellings: readonly Telling[]): Promise<void> {
  const byIncident = new Map<string, Ticket[]>();
  for (const { link, ours, ticket } of tellings)
    if (ticket !== undefined && ours.ticket === '')
      byIncident.set(link.incidentId, [...(byIncident.get(link.incidentId) ?? []), { id: link.actionId, ticket }]);
  for (const [incidentId, tickets] of byIncident)
    try {
      await retried(() => writeOf(context, incidentId, tickets));
    } catch (error) {
      // It was archived in this moment; the link names the issue all the same.
      if (!(error instanceof HindcastError)) throw error;
    }
}
