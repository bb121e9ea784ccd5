import { createReadStream } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { z } from 'zod';
import { callStored } from '../../operations/call-stored.ts';
import { HindcastError, reasonOf } from '../../operations/errors.ts';
import { addEvidence } from '../../operations/evidence/add.ts';
import { createIncident } from '../../operations/incident/create.ts';
import { Email } from '../../operations/people/load.ts';
import { invitePerson } from '../../operations/people/invite.ts';
import { listPeople } from '../../operations/people/list.ts';
import { addTemplate } from '../../operations/template/add.ts';
import { ExportedIncident, ExportedPeople, ExportedRecord, ExportHead, names } from './export-form.ts';
import type { StoredContext } from '../../operations/stored-operation.ts';

/** Makes a context for one call, with the templates there are by now. */
export type ContextNow = () => Promise<StoredContext>;

/** What was brought in. */
export type Imported = {
  incidents: { from: string; number: number }[];
  people: number;
  evidence: number;
  skipped: string[];
};

async function jsonIn<Form>(file: string, schema: z.ZodType<Form>): Promise<Form> {
  try {
    return schema.parse(JSON.parse(await readFile(file, 'utf8')));
  } catch (error) {
    const reason = error instanceof Error && 'issues' in error ? 'it has another form' : reasonOf(error);
    const advice = 'Take the folder that `hindcast export` wrote, as it wrote it.';
    throw new HindcastError('import.invalid', { file, reason, advice });
  }
}

const listing = (folder: string): Promise<string[]> =>
  readdir(folder).then(
    (files) => files.toSorted((a, b) => a.localeCompare(b, 'en', { numeric: true })),
    () => [],
  );

async function importPeople(folder: string, now: ContextNow): Promise<number> {
  const here = (await callStored(listPeople, {}, await now())) as z.infer<typeof listPeople.output>;
  const known = new Set(here.items.map(({ email }) => email.toLowerCase()));
  let added = 0;
  for (const { id, email, name, role, disabled } of await jsonIn(path.join(folder, names.people), ExportedPeople)) {
    // The first owner of a server has no address until they set one; here there is such an owner already.
    if (known.has(email.toLowerCase()) || disabled || !Email.safeParse(email).success) continue;
    await callStored(invitePerson, { email, name, role }, { ...(await now()), key: `import:person:${id}` });
    added += 1;
  }
  return added;
}

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
): Promise<{ number: number; evidence: number }> {
  const at = path.join(folder, names.incidents, place);
  const incident = await jsonIn(path.join(at, names.incident), ExportedIncident);
  const record = await jsonIn(path.join(at, names.record), ExportedRecord);
  const visibility = incident.visibility === 'restricted' ? 'restricted' : 'internal';
  const input = { record, template: incident.template, visibility };
  const made = await callStored(createIncident, input, { ...(await now()), key: `import:incident:${incident.id}` });
  const { id, number } = made as { id: string; number: number };
  for (const { sha256, name, note, retainUntil } of incident.evidence) {
    const body = createReadStream(path.join(folder, names.evidence, sha256));
    const context = { ...(await now()), body, key: `import:evidence:${incident.id}:${sha256}` };
    await callStored(
      addEvidence,
      { incident: id, name, note, ...(retainUntil === null ? {} : { retainUntil }) },
      context,
    );
  }
  return { number, evidence: incident.evidence.length };
}

/**
 * Brings a folder in that `export` wrote: templates, people, incidents with their records and evidence. Incidents are drafts again,
 * for signatures bind what was signed where it was signed. A second run of the same folder adds nothing twice.
 */
export async function importFolder(folder: string, now: ContextNow): Promise<Imported> {
  await jsonIn(path.join(folder, names.head), ExportHead);
  const done: Imported = { incidents: [], people: 0, evidence: 0, skipped: [] };
  await importTemplates(folder, now, done.skipped);
  done.people = await importPeople(folder, now);
  for (const place of await listing(path.join(folder, names.incidents))) {
    const { number, evidence } = await importIncident(folder, place, now);
    done.incidents.push({ from: place, number });
    done.evidence += evidence;
  }
  return done;
}
