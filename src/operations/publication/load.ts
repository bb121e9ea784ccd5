import { HindcastError } from '../errors.ts';
import type { StoredContext } from '../stored-operation.ts';

/** Where an incident is, or was, published. */
export type Publication = {
  slug: string;
  url: string;
  /** The version of the incident it was made of. */
  version: number;
  sha256: string;
  at: string;
  by: string;
  withdrawnAt: string | null;
  /** How it was wished, and what was decided about its leak report. */
  wishes: Record<string, unknown>;
};

/** The publication of an incident, withdrawn or not. @throws HindcastError `publication.none` */
export async function loadPublication({ database, origin }: StoredContext, incidentId: string): Promise<Publication> {
  const row = await database.kysely
    .selectFrom('publication')
    .select(['slug', 'version', 'sha256', 'at', 'by', 'withdrawn_at', 'wishes'])
    .where('incident_id', '=', incidentId)
    .executeTakeFirst();
  if (row === undefined) throw new HindcastError('publication.none');
  const { slug, version, sha256, at, by, withdrawn_at: withdrawn } = row;
  const wishes = row.wishes as Record<string, unknown>;
  const url = `${origin}/public/${slug}`;
  return {
    slug,
    url,
    version,
    sha256,
    at: at.toISOString(),
    by,
    withdrawnAt: withdrawn?.toISOString() ?? null,
    wishes,
  };
}
