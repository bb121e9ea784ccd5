import { sql } from 'kysely';
import type { IncidentRow } from '../incident/load.ts';
import type { StoredContext } from '../stored-operation.ts';
import type { Content } from '../versions/content.ts';
import { diffContent } from '../versions/diff-content.ts';
import { loadVersion } from '../versions/load.ts';
import type { Voided } from './signoff.ts';

/** Operations that leave the content as it is. */
const harmless = ['lifecycle', 'signoff', 'publication'];

type Cause = { at: Date; actor: string; operation: string; subject: string; payload: string | null };

/** The part of a content that says of which source its template is. */
const templateKey = 'templateSha256';

/** Names of the parts in which two contents differ: `summary`, `timeline`, `evidence`. */
function changedKeys(before: Content, after: Content): string[] {
  const { fields, entries, reordered, evidence } = diffContent(before, after);
  const keys = [
    ...fields.map(({ path }) => path.split('.')[0] ?? path),
    ...entries.map(({ key }) => key),
    ...reordered,
  ];
  return [...new Set(evidence.added.length + evidence.removed.length > 0 ? [...keys, 'evidence'] : keys)];
}

/** `summary` and the fields that were set: `summary.what`. An erased payload leaves the subject. */
function fieldOf({ subject, payload }: Cause): string {
  const entry = payload === null ? {} : (JSON.parse(payload) as { input?: { set?: Record<string, unknown> } });
  // What changes the whole document lists what it set.
  const set = Array.isArray(entry.input?.set) ? [] : Object.keys(entry.input?.set ?? {});
  return set.length === 0 ? subject : set.map((path) => (path === '' ? subject : `${subject}.${path}`)).join(', ');
}

async function nameOf({ database }: StoredContext, actor: string): Promise<string> {
  const [kind, id] = actor.split(':');
  if (id === undefined || (kind !== 'person' && kind !== 'token')) return 'Hindcast';
  const { rows } = await database.query<{ name: string }>({
    text: `select name from ${kind} where id = $1`,
    values: [id],
  });
  const name = rows[0]?.name ?? actor;
  return kind === 'token' ? `the token ${name}` : name;
}

/** Condition for entries after that of a signature. */
const after = (incidentId: string, id: string) =>
  sql<boolean>`id > (select e.id from entry e where e.incident_id = ${incidentId} and e.subject = ${`signoff/${id}`} limit 1)`;

const columns = ['id', 'at', 'actor', 'operation', 'subject', 'payload'] as const;

/** The first edit after a signature, of one of these parts if there is such an edit. */
const editAfter = ({ database }: StoredContext, incidentId: string, id: string, keys: string[]) =>
  database.kysely
    .selectFrom('entry')
    .select(columns)
    .where('incident_id', '=', incidentId)
    .where(after(incidentId, id))
    .where(sql<boolean>`split_part(operation, '.', 1) <> all(${harmless})`)
    .orderBy(
      sql`split_part(translate(subject, ' ', '/'), '/', 1) = any(${keys}) or split_part(operation, '.', 1) = any(${keys})`,
      'desc',
    )
    .orderBy('id')
    .limit(1)
    .executeTakeFirst();

/** The first change of a template after a signature. */
const templateChangeAfter = ({ database }: StoredContext, incidentId: string, id: string, template: string) =>
  database.kysely
    .selectFrom('entry')
    .select(columns)
    .where('incident_id', 'is', null)
    .where('subject', '=', `template/${template}`)
    .where(after(incidentId, id))
    .orderBy('id')
    .limit(1)
    .executeTakeFirst();

/**
 * The first change after a signature to what differs now, from the ledger: to a part, or to the template. Undefined when the ledger
 * holds none, as after a change by hand in the database.
 */
export async function voidedBy(
  context: StoredContext,
  incident: IncidentRow,
  { id, version }: { id: string; version: number },
  content: Content,
): Promise<Voided | undefined> {
  const signed = await loadVersion(context, incident.id, version);
  const keys = changedKeys(signed.content, content);
  const parts = keys.filter((key) => key !== templateKey);
  const [edit, template] = await Promise.all([
    parts.length === 0 && keys.length > 0 ? undefined : editAfter(context, incident.id, id, parts),
    parts.length === keys.length ? undefined : templateChangeAfter(context, incident.id, id, content.template),
  ]);
  const field = `template/${content.template}`;
  if (edit === undefined && template === undefined)
    return keys.includes(templateKey)
      ? { field, sentence: `void: the template ${content.template} changed` }
      : undefined;
  const byTemplate = template !== undefined && (edit === undefined || BigInt(template.id) < BigInt(edit.id));
  const cause = (byTemplate ? template : edit) as Cause;
  const [at, by] = [cause.at.toISOString(), await nameOf(context, cause.actor)];
  if (byTemplate)
    return { field, at, by, sentence: `void: the template ${content.template} changed at ${at} by ${by}` };
  const changed = fieldOf(cause);
  return { field: changed, at, by, sentence: `voided by the change of ${changed} at ${at} by ${by}` };
}
