import { createWriteStream } from 'node:fs';
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Client } from 'pg';
import { HindcastError, reasonOf } from '../../operations/errors.ts';
import { canonicalText } from '../../ledger/canonical.ts';
import { toMarkdown } from '../../operations/document/render.ts';
import { materialOf } from '../../operations/document/write.ts';
import { builtinTemplates, compileTemplate, type Template } from '../../templates/index.ts';
import type { EvidenceStore } from '../../store/evidence/index.ts';
import { numberedPath } from '../archive/comment-paths.ts';
import { type ExportHead, names } from '../archive/export-form.ts';
import { assemble } from '../../operations/part/assemble.ts';
import {
  checkpoint,
  commentsOf,
  incidents,
  inOneMoment,
  ledgerLines,
  partsOf,
  people,
  templates,
} from '../../store/read-all.ts';
import { exitCodes, type Run } from '../command.ts';
import { packageVersion } from '../package-folder.ts';
import { serverConfig } from '../server/server-config.ts';
import { openRooms, settleAll } from '../../live/index.ts';
import type { Database } from '../../store/database.ts';
import { contextMaker } from '../server/local-context.ts';
import { makeFolders } from '../../store/make-folders.ts';
import { withStore } from '../server/with-store.ts';
import { counted } from '../text/counted.ts';

const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

/** Fields in one order whatever way they came about, so that two exports can be compared. */
const canonicalJson = (value: unknown): string => json(JSON.parse(canonicalText(value)));

async function openFolder(folder: string): Promise<void> {
  await makeFolders(folder, 0o700).catch((error: unknown) => {
    throw new HindcastError('output.unwritable', { file: folder, reason: reasonOf(error) });
  });
  if ((await readdir(folder)).length > 0) throw new HindcastError('export.not-empty', { folder });
}

type Out = { folder: string; client: Client; evidence: EvidenceStore; now: string };

async function writeTemplates({ folder, client }: Out): Promise<Template[]> {
  const own = await templates(client);
  await mkdir(path.join(folder, names.templates));
  for (const { name, source } of own) await writeFile(path.join(folder, names.templates, `${name}.md`), source);
  return [...own.map(({ source }) => compileTemplate(source)), ...serverConfig().templates, ...builtinTemplates()];
}

async function writeIncidents(
  { folder, client, now }: Out,
  known: Template[],
): Promise<{ count: number; evidence: Set<string> }> {
  const all = await incidents(client);
  for (const incident of all) {
    const place = path.join(folder, names.incidents, `INC-${incident.number}`);
    await makeFolders(place);
    const { record, versions } = assemble(await partsOf(client, incident.id));
    const template = known.find(({ name }) => name === incident.template) ?? (known[0] as Template);
    await writeFile(path.join(place, names.incident), json(incident));
    await writeFile(path.join(place, names.record), canonicalJson(record));
    await writeFile(path.join(place, names.document), toMarkdown(materialOf(record, template, now), template));
    const comments = (await commentsOf(client, incident.id)).map((one) =>
      one.place === null ? one : { ...one, place: { ...one.place, path: numberedPath(one.place.path, versions) } },
    );
    if (comments.length > 0) await writeFile(path.join(place, names.comments), json(comments));
  }
  return { count: all.length, evidence: new Set(all.flatMap(({ evidence }) => evidence.map(({ sha256 }) => sha256))) };
}

/** Copies evidence, and gives the names of what its store could not give. */
async function writeEvidence({ folder, evidence }: Out, wanted: Set<string>): Promise<string[]> {
  const missing: string[] = [];
  await mkdir(path.join(folder, names.evidence));
  for (const sha256 of wanted) {
    const read = await evidence.get(sha256).catch(() => undefined);
    if (read === undefined) missing.push(sha256);
    else await pipeline(Readable.from(read.body), createWriteStream(path.join(folder, names.evidence, sha256)));
  }
  return missing;
}

/** Writes what lies in the database, all of one moment. */
async function writeDatabase(out: Out): Promise<{ count: number; evidence: Set<string> }> {
  const { folder, client, now } = out;
  const known = await writeTemplates(out);
  const head: ExportHead = { format: 'hindcast-export/1', hindcast: packageVersion(), at: now };
  await writeFile(path.join(folder, names.head), json(head));
  await writeFile(path.join(folder, names.people), json(await people(client)));
  const written = await writeIncidents(out, known);
  await pipeline(Readable.from(ledgerLines(client)), createWriteStream(path.join(folder, names.ledger)));
  await writeFile(path.join(folder, names.checkpoint), await checkpoint(client));
  return written;
}

async function exportAll(out: Out): Promise<{ at: string; incidents: number; evidence: number; missing: string[] }> {
  const { count, evidence } = await inOneMoment(out.client, () => writeDatabase(out));
  const missing = await writeEvidence(out, evidence);
  return { at: out.now, incidents: count, evidence: evidence.size - missing.length, missing };
}

/** Texts that are being written, or that a killed server did not come to write, go out as they are now. */
async function settleTexts(database: Database, evidence: EvidenceStore): Promise<void> {
  const now = () => new Date().toISOString();
  const make = contextMaker({ now, config: serverConfig().config, database, evidence, origin: '' });
  const log = { warn: () => {} };
  const rooms = openRooms({ database, log, now, context: (actor) => ({ ...make([]), actor }) });
  await settleAll(rooms, database).finally(rooms.close);
}

/** Writes everything as files that other programs can read, and `import` takes back. Exit 1 when evidence was missing. */
export const run: Run = async (args, io) => {
  const [folder = ''] = args.files;
  await openFolder(folder);
  const done = await withStore(async ({ database, evidence }) => {
    await settleTexts(database, evidence);
    const client = await database.connect();
    return exportAll({ folder, client, evidence, now: io.now() }).finally(() => client.end());
  });
  if (args.flag('json')) io.out(json({ folder, ...done }));
  else
    io.out(
      `${io.style('good', 'wrote')}  ${folder}: ${counted(done.incidents, 'incident')}, ${counted(done.evidence, 'piece of evidence', 'pieces of evidence')}\n`,
    );
  for (const sha256 of done.missing)
    io.err(`${io.errStyle('error', 'missing')}  evidence ${sha256} could not be read\n`);
  return done.missing.length === 0 ? exitCodes.clean : exitCodes.findings;
};
