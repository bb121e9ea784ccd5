import { databaseAddresses } from '../../store/connection/addresses.ts';
import { type Database, openDatabase, type Where } from '../../store/database.ts';
import { migrate } from '../../store/migrate.ts';
import { type PostgresStatus, startPostgres } from '../../store/postgres/index.ts';
import type { Settings } from './settings.ts';

/** The database while this process uses it. */
export type OpenStore = {
  database: Database;
  where: Where | readonly Where[];
  /** How the embedded server is; undefined for a server of one's own. */
  embedded?: { status: () => PostgresStatus; restarts: () => number };
  /** Ends the pool, then the embedded server. */
  close: () => Promise<void>;
};

type Log = (line: string) => void;

async function embedded(settings: Settings, log: Log): Promise<OpenStore> {
  const running = await startPostgres({ dataFolder: settings.dataFolder, log });
  let restarts = 0;
  running.onStatus((status) => (restarts += status === 'running' ? 1 : 0));
  const database = openDatabase(running.clientConfig);
  return {
    database,
    where: running.clientConfig,
    embedded: { status: running.status, restarts: () => restarts },
    close: async () => {
      await database.close();
      await running.stop();
    },
  };
}

function external(url: string): OpenStore {
  const where = databaseAddresses(url);
  const database = openDatabase(where);
  return { database, where, close: database.close };
}

/** Brings the schema up to date and gives the names of the migrations applied. @throws StoreError for a newer schema */
export async function migrateStore({ database }: Pick<OpenStore, 'database'>): Promise<string[]> {
  const client = await database.connect();
  try {
    return await migrate(client);
  } finally {
    await client.end();
  }
}

/**
 * Opens the database that the settings name: that of DATABASE_URL, else the embedded one, which is started.
 * @throws PostgresError, or what `pg` throws when it connects
 */
export async function openStore(settings: Settings, log: Log): Promise<OpenStore> {
  return settings.databaseUrl === undefined ? embedded(settings, log) : external(settings.databaseUrl);
}
