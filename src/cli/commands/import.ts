import { createHash } from 'node:crypto';
import { stat } from 'node:fs/promises';
import { callStored } from '../../operations/call-stored.ts';
import { HindcastError } from '../../operations/errors.ts';
import { createIncident } from '../../operations/incident/create.ts';
import { serverTemplates } from '../../operations/template/shelf.ts';
import { builtinTemplates } from '../../templates/index.ts';
import { type ContextNow, type Imported, importFolder } from '../archive/import-folder.ts';
import { exitCodes, type Run } from '../command.ts';
import type { Io } from '../io.ts';
import { readInput } from '../read-input.ts';
import { contextMaker } from '../server/local-context.ts';
import { migrateStore } from '../server/open-store.ts';
import { serverConfig } from '../server/server-config.ts';
import { type LocalStore, withStore } from '../server/with-store.ts';
import { safe } from '../text/safe.ts';
import { counted } from '../text/counted.ts';

const isFolder = async (place: string): Promise<boolean> =>
  (await stat(place).catch(() => undefined))?.isDirectory() === true;

/** A document becomes an incident; the same document becomes it only once. */
async function importDocument(file: string, now: ContextNow, io: Io): Promise<number> {
  const { text } = await readInput(file, io);
  const key = `import:document:${createHash('sha256').update(text).digest('hex')}`;
  const made = await callStored(createIncident, { markdown: text }, { ...(await now()), key });
  return (made as { number: number }).number;
}

function contexts({ database, evidence, settings }: LocalStore, io: Io): ContextNow {
  const { config, templates } = serverConfig();
  const make = contextMaker({ database, evidence, config, origin: settings.origin ?? '', now: io.now });
  return async () => make(await serverTemplates(database, [...templates, ...builtinTemplates()]));
}

async function importAll(places: string[], store: LocalStore, io: Io): Promise<Imported> {
  await migrateStore(store);
  const now = contexts(store, io);
  const all: Imported = { incidents: [], people: 0, evidence: 0, skipped: [] };
  for (const place of places) {
    if (!(await isFolder(place))) {
      all.incidents.push({ from: place, number: await importDocument(place, now, io) });
      continue;
    }
    const one = await importFolder(place, now);
    all.incidents.push(...one.incidents);
    all.skipped.push(...one.skipped);
    all.people += one.people;
    all.evidence += one.evidence;
  }
  return all;
}

/** Brings exports and documents into the database on this machine. */
export const run: Run = async (args, io) => {
  if (args.files.includes('-') && args.files.length > 1)
    throw new HindcastError('usage', { reason: 'standard input stands alone', command: 'import' });
  const done = await withStore((store) => importAll(args.files, store, io));
  if (args.flag('json')) io.out(`${JSON.stringify(done, null, 2)}\n`);
  else {
    for (const { from, number } of done.incidents) io.out(`${safe(from)}  INC-${number}\n`);
    io.out(
      `${counted(done.incidents.length, 'incident')}, ${counted(done.people, 'person', 'people')}, ${counted(done.evidence, 'piece of evidence', 'pieces of evidence')}\n`,
    );
  }
  for (const reason of done.skipped) io.err(`${io.errStyle('note', 'skipped')}  ${safe(reason)}\n`);
  return exitCodes.clean;
};
