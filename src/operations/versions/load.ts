import type { Status } from '../../store/tables.ts';
import { HindcastError } from '../errors.ts';
import type { StoredContext } from '../stored-operation.ts';
import type { Content } from './content.ts';

/** A version without its content. */
export type VersionHead = {
  number: number;
  status: Status;
  template: string;
  sha256: string;
  /** RFC 3339 instant. */
  at: string;
  /** `person:UUID`, `token:UUID` or `system`. */
  by: string;
};

/** A version with its content. */
export type Version = VersionHead & { content: Content; markdown: string };

const heads = ['number', 'status', 'template', 'sha256', 'at', 'by'] as const;

/** The versions of an incident, newest first. */
export async function loadVersions({ database }: StoredContext, incidentId: string): Promise<VersionHead[]> {
  const rows = await database.kysely
    .selectFrom('incident_version')
    .select(heads)
    .where('incident_id', '=', incidentId)
    .orderBy('number', 'desc')
    .execute();
  return rows.map((row) => ({ ...row, at: row.at.toISOString() }));
}

/** One version of an incident. @throws HindcastError `version.not-found` */
export async function loadVersion({ database }: StoredContext, incidentId: string, number: number): Promise<Version> {
  const row = await database.kysely
    .selectFrom('incident_version')
    .select([...heads, 'content', 'markdown'])
    .where('incident_id', '=', incidentId)
    .where('number', '=', number)
    .executeTakeFirst();
  if (row === undefined) throw new HindcastError('version.not-found', { number: String(number) });
  return { ...row, at: row.at.toISOString(), content: JSON.parse(row.content) as Content };
}
