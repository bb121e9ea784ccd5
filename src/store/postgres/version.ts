import { PostgresError } from './postgres-error.ts';

/**
 * The data format changes with each major version, so another one's folder is refused before anything touches it.
 * @throws PostgresError `postgres.other-version`
 */
export function requireVersion(cluster: string, found: string, ours: string): void {
  if (found === ours) return;
  const older = Number(found) < Number(ours);
  throw new PostgresError(
    'postgres.other-version',
    `the database folder ${cluster} was made by PostgreSQL ${found}, and this Hindcast brings PostgreSQL ${ours}`,
    older
      ? 'Nothing was changed. Start the Hindcast that made it, run `hindcast export`, and `hindcast import` with this one into a new data folder.'
      : 'Nothing was changed. Install the newer Hindcast that made it.',
  );
}
