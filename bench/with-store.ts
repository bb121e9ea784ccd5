import { randomUUID } from 'node:crypto';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import path from 'node:path';
import { systemActor } from '../src/operations/access/actor.ts';
import { defaultConfig } from '../src/operations/config.ts';
import { freshBytes } from '../src/operations/fresh-bytes.ts';
import type { StoredContext } from '../src/operations/stored-operation.ts';
import { openDatabase } from '../src/store/database.ts';
import { openEvidenceStore } from '../src/store/evidence/index.ts';
import { startSequencer } from '../src/store/ledger/sequencer.ts';
import { migrate } from '../src/store/migrate.ts';
import { startPostgres } from '../src/store/postgres/index.ts';
import { builtinTemplates } from '../src/templates/index.ts';

const quiet = { info: () => {}, warn: () => {} };

/** Runs work on a database of its own, whose ledger is numbered as in life. */
export async function withStore<Result>(work: (context: StoredContext) => Promise<Result>): Promise<Result> {
  const folder = await mkdtemp('/tmp/hindcast-bench-');
  // As root, Postgres runs as another user, who has to pass.
  await chmod(folder, 0o711);
  const running = await startPostgres({ dataFolder: path.join(folder, 'data') });
  const database = openDatabase(running.clientConfig);
  const sequencer = await (async () => {
    const client = await database.connect();
    await migrate(client);
    await client.end();
    return startSequencer(database, { log: quiet });
  })();
  try {
    return await work({
      now: new Date().toISOString(),
      config: defaultConfig,
      templates: builtinTemplates(),
      actor: systemActor,
      database,
      evidence: openEvidenceStore(undefined, folder),
      newId: () => randomUUID(),
      random: freshBytes,
      origin: 'http://localhost',
    });
  } finally {
    await sequencer.stop();
    await database.close();
    await running.stop();
    await rm(folder, { recursive: true, force: true });
  }
}
