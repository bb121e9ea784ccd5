import type { Database } from '../../store/database.ts';

/** What stands at a public address: the page and when it was published, or that it was withdrawn. */
export type PublicPage = { html: string; sha256: string; withdrawn: boolean };

/** The page at a public address, for everybody; undefined where nothing was ever published. */
export async function publicPage({ kysely }: Database, slug: string): Promise<PublicPage | undefined> {
  const row = await kysely
    .selectFrom('publication')
    .select(['html', 'sha256', 'withdrawn_at'])
    .where('slug', '=', slug)
    .executeTakeFirst();
  return row && { html: row.html, sha256: row.sha256, withdrawn: row.withdrawn_at !== null };
}
