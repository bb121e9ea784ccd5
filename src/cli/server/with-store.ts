import { type EvidenceStore, openEvidenceStore } from '../../store/evidence/index.ts';
import { openDatabase, type Database } from '../../store/database.ts';
import { findRunningPostgres } from '../../store/postgres/index.ts';
import { openStore } from './open-store.ts';
import { type Settings, settingsOf } from './settings.ts';
import { startFailure } from './start-failure.ts';

/** What a command on this machine works with while no server, or another process's server, runs. */
export type LocalStore = { settings: Settings; database: Database; evidence: EvidenceStore };

/** The database of a server that runs on this machine, or one that is started, and stopped by `close`. */
export async function openBeside(settings: Settings): Promise<{ database: Database; close: () => Promise<void> }> {
  const beside = settings.databaseUrl === undefined ? await findRunningPostgres(settings.dataFolder) : undefined;
  if (beside === undefined) return openStore(settings, () => {});
  const database = openDatabase(beside, 4);
  return { database, close: database.close };
}

/**
 * Works on the database of the settings: that of a server that runs beside this command, or one that is started for it.
 * @throws HindcastError `server.not-started`, or what `work` throws
 */
export async function withStore<Result>(work: (store: LocalStore) => Promise<Result>): Promise<Result> {
  const settings = settingsOf(process.env);
  try {
    const evidence = openEvidenceStore(settings.evidence, settings.dataFolder);
    const { database, close } = await openBeside(settings);
    try {
      return await work({ settings, database, evidence });
    } finally {
      await close();
    }
  } catch (error) {
    throw startFailure(error);
  }
}
