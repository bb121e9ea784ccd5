import { readFile } from 'node:fs/promises';
import path from 'node:path';
import pg from 'pg';
import { findRunningPostgres } from '../../../src/store/postgres/index.ts';

/** A connection to the Postgres that a server runs in its data folder. */
export async function connectEmbedded(dataFolder: string): Promise<pg.Client> {
  const where = await findRunningPostgres(dataFolder);
  if (where === undefined) throw new Error(`no Postgres runs on ${dataFolder}`);
  const client = new pg.Client(where);
  client.on('error', () => {});
  await client.connect();
  return client;
}

/** The process that Postgres of a data folder runs as; undefined while it does not. */
export async function postmasterOf(dataFolder: string): Promise<number | undefined> {
  const said = await readFile(path.join(dataFolder, 'postgres', 'postmaster.pid'), 'utf8').catch(() => '');
  const pid = Number(said.split('\n')[0]);
  return pid > 0 ? pid : undefined;
}
