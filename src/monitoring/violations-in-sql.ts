import pg from 'pg';
import { MonitoringError } from './monitoring-error.ts';

/** How long a question may take, and how many violations it may list. */
const patienceMs = 15_000;
const mostRows = 1000;

/** Its address without user, password and options. */
const placeOf = (url: string): string => {
  const { host, pathname } = new URL(url);
  return `postgres://${host}${pathname}`;
};

/**
 * Instants at which an invariant did not hold, by a SELECT in another database: each row is a violation, and its column `at` says
 * when; `$1` and `$2` are the ends of the time asked about. Read-only, whatever the SELECT does.
 * @throws MonitoringError
 */
export async function violationsInSql(
  url: string,
  sql: string,
  { fromMs, toMs }: { fromMs: number; toMs: number },
): Promise<number[]> {
  const address = placeOf(url);
  const client = new pg.Client({
    connectionString: url,
    connectionTimeoutMillis: patienceMs,
    query_timeout: patienceMs + 1000,
    application_name: 'hindcast',
  });
  // A connection that breaks while it waits has nobody else to tell it to; the query is told as well.
  client.on('error', () => undefined);
  try {
    await client.connect();
  } catch (error) {
    await client.end().catch(() => undefined);
    throw new MonitoringError('monitoring.unreachable', address, (error as Error).message, { cause: error });
  }
  try {
    await client.query('begin transaction read only');
    await client.query(`set local statement_timeout = ${patienceMs}`);
    const values = [new Date(fromMs).toISOString(), new Date(toMs).toISOString()];
    const given = /\$[12]\b/.test(sql) ? values : [];
    // A name has it sent as one prepared statement: what follows a semicolon is refused, and not all of a large answer is fetched.
    await client.query({
      name: 'violations',
      text: `declare violations no scroll cursor for ${sql.replace(/;\s*$/, '')}`,
      values: given,
    });
    const { rows } = await client.query<{ at?: unknown }>(`fetch ${mostRows} from violations`);
    return rows.map(({ at }) => {
      const ms = at instanceof Date ? at.getTime() : Date.parse(String(at));
      if (Number.isNaN(ms)) throw new Error('each row needs its time in a column named `at` (timestamptz)');
      return ms;
    });
  } catch (error) {
    throw new MonitoringError('monitoring.query', address, (error as Error).message, { cause: error });
  } finally {
    await client.end().catch(() => undefined);
  }
}
