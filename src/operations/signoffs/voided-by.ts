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
  const set = Object.keys(entry.input?.set ?? {});
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

/**
 * The first change after a signature to a part that differs now, from the ledger.
 * Undefined when the ledger holds none, as after a change by hand in the database.
 */
export async function voidedBy(
  context: StoredContext,
  incident: IncidentRow,
  { id, version }: { id: string; version: number },
  content: Content,
): Promise<Voided | undefined> {
  const signed = await loadVersion(context, incident.id, version);
  const keys = changedKeys(signed.content, content);
  const cause = await context.database.kysely
    .selectFrom('entry')
    .select(['at', 'actor', 'operation', 'subject', 'payload'])
    .where('incident_id', '=', incident.id)
    .where(
      sql<boolean>`id > (select e.id from entry e where e.incident_id = ${incident.id} and e.subject = ${`signoff/${id}`} limit 1)`,
    )
    .where(sql<boolean>`split_part(operation, '.', 1) <> all(${harmless})`)
    .orderBy(
      sql`split_part(translate(subject, ' ', '/'), '/', 1) = any(${keys}) or split_part(operation, '.', 1) = any(${keys})`,
      'desc',
    )
    .orderBy('id')
    .limit(1)
    .executeTakeFirst();
  if (cause === undefined) return undefined;
  const [field, at, by] = [fieldOf(cause), cause.at.toISOString(), await nameOf(context, cause.actor)];
  return { field, at, by, sentence: `voided by the change of ${field} at ${at} by ${by}` };
}
