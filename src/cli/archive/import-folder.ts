import { createReadStream } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { callStored } from '../../operations/call-stored.ts';
import { HindcastError } from '../../operations/errors.ts';
import { addEvidence } from '../../operations/evidence/add.ts';
import { createIncident } from '../../operations/incident/create.ts';
import { addTemplate } from '../../operations/template/add.ts';
import { ExportedComments, ExportedIncident, ExportedRecord, ExportHead, names } from './export-form.ts';
import { importComments } from './import-comments.ts';
import { jsonIn } from './import-json.ts';
import { importMembers, importPeople } from './import-people.ts';
import type { StoredContext } from '../../operations/stored-operation.ts';

/** Makes a context for one call, with the templates there are by now. */
export type ContextNow = () => Promise<StoredContext>;

/** What was brought in; `skipped` says what was left out, and why. */
export type Imported = {
  incidents: { from: string; number: number }[];
  people: number;
  evidence: number;
  skipped: string[];
};

const listing = (folder: string): Promise<string[]> =>
  readdir(folder).then(
    (files) => files.toSorted((a, b) => a.localeCompare(b, 'en', { numeric: true })),
    () => [],
  );

async function importTemplates(folder: string, now: ContextNow, skipped: string[]): Promise<void> {
  for (const file of (await listing(path.join(folder, names.templates))).filter((name) => name.endsWith('.md')))
    try {
      const source = await readFile(path.join(folder, names.templates, file), 'utf8');
      await callStored(addTemplate, { source }, await now());
    } catch (error) {
      if (!(error instanceof HindcastError) || error.code !== 'template.taken') throw error;
      skipped.push(`${names.templates}/${file}: ${error.message}`);
    }
}

async function importIncident(
  folder: string,
  place: string,
  now: ContextNow,
  skipped: string[],
): Promise<{ number: number; evidence: number }> {
  const at = path.join(folder, names.incidents, place);
  const incident = await jsonIn(path.join(at, names.incident), ExportedIncident);
  const record = await jsonIn(path.join(at, names.record), ExportedRecord);
  const visibility = incident.visibility === 'restricted' ? 'restricted' : 'internal';
  const input = { record, template: incident.template, visibility };
  const made = await callStored(createIncident, input, { ...(await now()), key: `import:incident:${incident.id}` });
  const { id, number } = made as { id: string; number: number };
  if (visibility === 'restricted')
    skipped.push(...(await importMembers(incident, id, now)).map((reason) => `${names.incidents}/${place}: ${reason}`));
  for (const { sha256, name, note, retainUntil } of incident.evidence) {
    const body = createReadStream(path.join(folder, names.evidence, sha256));
    const context = { ...(await now()), body, key: `import:evidence:${incident.id}:${sha256}` };
    await callStored(
      addEvidence,
      { incident: id, name, note, ...(retainUntil === null ? {} : { retainUntil }) },
      context,
    );
  }
  const comments = (await listing(at)).includes(names.comments)
    ? await jsonIn(path.join(at, names.comments), ExportedComments)
    : [];
  await importComments(comments, { from: incident.id, id }, now);
  return { number, evidence: incident.evidence.length };
}

const settingsAreNot = 'settings: an export holds none; see `settings.list` of both servers';

/**
 * Brings a folder in that `export` wrote: templates, people, incidents with their records, evidence and comments. Incidents are drafts again,
 * for signatures bind what was signed where it was signed. A second run of the same folder adds nothing twice.
 */
export async function importFolder(folder: string, now: ContextNow): Promise<Imported> {
  await jsonIn(path.join(folder, names.head), ExportHead);
  const done: Imported = { incidents: [], people: 0, evidence: 0, skipped: [] };
  await importTemplates(folder, now, done.skipped);
  const people = await importPeople(folder, now);
  done.people = people.added;
  done.skipped.push(...people.skipped, settingsAreNot);
  for (const place of await listing(path.join(folder, names.incidents))) {
    const { number, evidence } = await importIncident(folder, place, now, done.skipped);
    done.incidents.push({ from: place, number });
    done.evidence += evidence;
  }
  return done;
}
